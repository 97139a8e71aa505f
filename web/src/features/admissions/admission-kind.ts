import type { StatusKind } from "../../kit/StatusMark.tsx";

const kinds: Record<string, StatusKind> = {
  draft: "turn",
  submitted: "doing",
  inspecting: "doing",
  returned: "turn",
  admitted: "done",
  suspended: "late",
  refused: "refused",
  withdrawn: "ended",
  exited: "ended",
};

/** How the state of an admission looks to the organisation that applied. */
export const admissionKind = (state: string): StatusKind => kinds[state] ?? "waiting";
