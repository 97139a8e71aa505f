import type { Output } from "../../../api/client.ts";

/** A subsidy list of a class without its rows. */
export type ListHead = Output<"GET /api/v1/classes/:id/subsidy-lists">["rows"][number];
