import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
export type Course = Output<Api["courses"]["show"]>;

/** A lesson of a course, as its editor sees it. */
export type Lesson = Course["lessons"][number];
