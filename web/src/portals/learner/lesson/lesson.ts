import type { Output } from "../../../api/client.ts";

/** A lesson with the learner's own progress. */
export type Lesson = Output<"GET /api/v1/classes/:id/lessons">["courses"][number]["lessons"][number];
