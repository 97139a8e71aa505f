import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A claim with its evidence, decisions and computation, as `GET /api/v1/claims/:id` gives it. */
export type Claim = Output<Api["claims"]["show"]>;
