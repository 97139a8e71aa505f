import type { StatusKind } from "../../kit/StatusMark.tsx";

const claimKinds: Record<string, StatusKind> = {
  prepared: "turn",
  declined: "ended",
  lapsed: "ended",
  submitted: "doing",
  returned: "turn",
  withdrawn: "ended",
  "first-passed": "doing",
  refused: "refused",
  appealed: "doing",
  approved: "waiting",
  publicised: "waiting",
  objected: "late",
  payable: "waiting",
  batched: "doing",
  paid: "done",
  recovering: "late",
  recovered: "ended",
  cancelled: "ended",
};

/** How the state of a claim looks to the organisation that made it. */
export const claimKind = (state: string): StatusKind => claimKinds[state] ?? "waiting";
