import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** Which figures each department may see. */
export type Scopes = Output<Api["departmentScopes"]["list"]>;
