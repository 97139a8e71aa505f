import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A row of the certificate register. */
export type Certificate = Output<Api["certificates"]["list"]>["rows"][number];
