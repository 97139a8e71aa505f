import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A policy package as the public reads it: clauses, parameters, sources. */
export type Policy = Output<Api["policy"]["show"]>;
