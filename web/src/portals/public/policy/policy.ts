import type { Output } from "../../../api/client.ts";

/** A policy package as the public reads it: clauses, parameters, sources. */
export type Policy = Output<"GET /api/v1/policy/:id">;
