import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** Money that a source expects. */
export type Inflow = Output<Api["inflows"]["list"]>["rows"][number];
