import type { Output } from "../../api/client.ts";
export type Exam = Output<"GET /api/v1/exams/:id">;

/** A candidate of an exam, with the result once it is in. */
export type ExamSeat = Exam["seats"][number];
