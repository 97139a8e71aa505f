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

/** Whether the claim states its costs: training outside the catalogue, where the benefit counts them. */
export const asksCostOf = ({ claiming }: PolicyBenefit, ground: Ground | undefined): boolean =>
  ground?.inCatalogue === false && claiming?.asks.includes("actualCostFen") === true;

/** Whether anything can be claimed on it anew: a prepared claim is confirmed instead, unless the new one states costs. */
export const isOpen = (benefit: PolicyBenefit, ground: Ground): boolean =>
  ground.claim === null && (ground.prepared === null || asksCostOf(benefit, ground));

/** The claim; null until everything that the benefit asks for is chosen and stated. */
export function askOf(
  programme: string,
  benefit: PolicyBenefit,
  personId: string,
  { stated }: EmployeeClaimValues,
  ground: Ground | undefined,
): ClaimAsk | null {
  const { claiming } = benefit;
  const asked = { benefit: benefit.benefit, personId };
  if (claiming?.evidence !== "certificate") {
    const months = claiming?.months ?? null;
    return { ...asked, policyId: programme, stated: months === null ? {} : { months: Number(stated.months) } };
  }
  if (ground === undefined || !isOpen(benefit, ground)) return null;
  const on =
    ground.certificateId === null ? { classId: ground.classId ?? "" } : { certificateId: ground.certificateId };
  if (!asksCostOf(benefit, ground)) return { ...asked, ...on };
  const { actualCostFen, assessmentFeeFen } = stated;
  return actualCostFen === null || assessmentFeeFen === null
    ? null
    : { ...asked, ...on, stated: { actualCostFen, assessmentFeeFen } };
}
