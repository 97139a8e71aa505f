import type { StatusKind } from "../../../kit/StatusMark.tsx";

const KINDS: Readonly<Record<string, StatusKind>> = {
  declared: "turn",
  confirmed: "done",
  rejected: "refused",
  withdrawn: "ended",
  ended: "ended",
};

/** How the state of a person's group looks to the office. */
export const groupKind = (state: string): StatusKind => KINDS[state] ?? "waiting";
