import type { Output } from "../../../api/client.ts";

/** A class as its enrolled learner sees it. */
export type OwnClass = Output<"GET /api/v1/me/classes/:id">;
