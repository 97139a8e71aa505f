import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A lesson with the learner's own progress. */
export type Lesson = Output<Api["courses"]["ofClass"]>["courses"][number]["lessons"][number];
