import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
export type Exam = Output<Api["exams"]["show"]>;

/** A candidate of an exam, with the result once it is in. */
export type ExamSeat = Exam["seats"][number];
