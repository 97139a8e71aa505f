import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A person's declared group that waits for the bureau's confirmation. */
export type GroupTask = Output<Api["groups"]["list"]>["rows"][number];
