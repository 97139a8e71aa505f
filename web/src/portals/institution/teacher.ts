import type { Output } from "../../api/client.ts";

/** A teacher of the institution. */
export type Teacher = Output<"GET /api/v1/organisations/:id/teachers">["rows"][number];
