import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import type { PolicyBenefit } from "../../features/claims/use-policy.ts";
import type { ClaimAsk } from "../../features/claims/use-claim-preview.ts";
import type { PaperNeed } from "../../features/papers/paper-kinds.ts";

/** Typed for a claim for an employee. */
export interface EmployeeClaimValues {
  ground: string;
  stated: { months: string; actualCostFen: number | null; assessmentFeeFen: number | null };
}

export type Ground = Output<Api["claims"]["grounds"]>["grounds"][number];

/** Key of what the claim can rest on: a class with its certificate, or either alone. */
export const keyOf = ({ classId, certificateId }: Ground): string => `${classId ?? ""}/${certificateId ?? ""}`;

export const COST_PAPER: PaperNeed = {
  kind: "cost",
  label: "培训费、考核费票据",
  hint: "发票或财政票据，写明是谁的、什么培训",
  expected: true,
};

/** The claim; null until everything that the benefit asks for is chosen and stated. */
export function askOf(
  programme: string,
  benefit: PolicyBenefit,
  personId: string,
  { stated }: EmployeeClaimValues,
  ground: Ground | undefined,
  asksCost: boolean,
): ClaimAsk | null {
  const { claiming } = benefit;
  const asked = { benefit: benefit.benefit, personId };
  if (claiming?.evidence !== "certificate") {
    const months = claiming?.months ?? null;
    return { ...asked, policyId: programme, stated: months === null ? {} : { months: Number(stated.months) } };
  }
  if (ground === undefined || ground.claim !== null) return null;
  const on =
    ground.certificateId === null ? { classId: ground.classId ?? "" } : { certificateId: ground.certificateId };
  if (!asksCost) return { ...asked, ...on };
  const { actualCostFen, assessmentFeeFen } = stated;
  return actualCostFen === null || assessmentFeeFen === null
    ? null
    : { ...asked, ...on, stated: { actualCostFen, assessmentFeeFen } };
}
