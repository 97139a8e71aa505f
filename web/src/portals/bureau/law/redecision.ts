import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** One redecision with its sums, as its page reads it. */
export type Redecision = Output<Api["redecisions"]["show"]>;
