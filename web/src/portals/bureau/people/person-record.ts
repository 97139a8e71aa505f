import type { Output } from "../../../api/client.ts";

/** A person's file as the bureau sees it. */
export type PersonRecord = Output<"GET /api/v1/people/:id">;
