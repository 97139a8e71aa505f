import type { Output } from "../../../api/client.ts";

/** A correction of facts that a person asked for. */
export type CorrectionTask = Output<"GET /api/v1/fact-corrections">["rows"][number];
