import type { Output } from "../../../api/client.ts";
export type Parameter = Output<"GET /api/v1/policy/:id">["parameters"][number];

/** A local value of a parameter, proposed or in force. */
export type LocalParameter = Output<"GET /api/v1/policy/:id/parameters">["rows"][number];
