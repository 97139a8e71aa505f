import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A person's file as the bureau sees it. */
export type PersonRecord = Output<Api["people"]["show"]>;
