import type { Output } from "../../api/client.ts";

/** Which figures each department may see. */
export type Scopes = Output<"GET /api/v1/department-scopes">;
