import type { Output } from "../../../api/client.ts";

/** A person's declared group that waits for the bureau's confirmation. */
export type GroupTask = Output<"GET /api/v1/person-groups">["rows"][number];
