import type { StatusKind } from "../../../kit/StatusMark.tsx";

/** How each state of a claim looks to its person. */
export const stateKinds: Readonly<Record<string, StatusKind>> = {
  prepared: "turn",
  returned: "turn",
  submitted: "doing",
  "first-passed": "doing",
  appealed: "doing",
  approved: "doing",
  publicised: "waiting",
  objected: "doing",
  payable: "waiting",
  batched: "doing",
  paid: "done",
  refused: "refused",
  recovering: "late",
  recovered: "ended",
  declined: "ended",
  lapsed: "ended",
  withdrawn: "ended",
  cancelled: "ended",
};
