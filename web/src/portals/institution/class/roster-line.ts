import type { Output } from "../../../api/client.ts";

/** An enrolled learner in the class roster. */
export type RosterLine = Output<"GET /api/v1/classes/:id/roster">["rows"][number];
