import type { Output } from "../../../api/client.ts";
export type Course = Output<"GET /api/v1/courses/:id">;

/** A lesson of a course, as its editor sees it. */
export type Lesson = Course["lessons"][number];
