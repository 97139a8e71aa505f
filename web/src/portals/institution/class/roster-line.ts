import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** An enrolled learner in the class roster. */
export type RosterLine = Output<Api["roster"]["list"]>["rows"][number];
