import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A teacher of the institution. */
export type Teacher = Output<Api["teachers"]["list"]>["rows"][number];
