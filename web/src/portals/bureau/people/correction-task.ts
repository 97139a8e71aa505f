import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A correction of facts that a person asked for. */
export type CorrectionTask = Output<Api["corrections"]["list"]>["rows"][number];
