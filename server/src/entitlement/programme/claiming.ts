import { type Claiming, factsRead, groupsRead, type Policy } from "@jinengtong/policy";
import { unacceptable } from "../../kernel/problem.ts";

/** The `claiming` declaration of a benefit. Refuses a benefit that the programme doesn't have or doesn't declare this for. */
export function claimingOf(policy: Policy, benefit: string): Claiming {
  if (!policy.benefits.has(benefit))
    throw unacceptable("unknown-benefit", `“${policy.title}”没有这项补贴，请重新选择。`);
  const claiming = policy.claiming.get(benefit);
  if (!claiming) throw unacceptable("not-claimable", `“${policy.title}”没有写明这项补贴怎么申请。请向人社部门咨询。`);
  return claiming;
}

/** Benefits that a certificate may entitle its holder to beside the one its class was filed for, in the order that breaks ties. */
export function certificateBenefits(policy: Policy): string[] {
  return [...policy.claiming.values()]
    .flatMap(({ benefit, prepared }) => (prepared?.kind === "certificate" ? [{ benefit, order: prepared.order }] : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ benefit }) => benefit);
}

/** Benefits that the platform prepares this way. */
export const preparedBy = (policy: Policy, kind: "beside" | "record"): string[] =>
  [...policy.claiming.values()].flatMap(({ benefit, prepared }) => (prepared?.kind === kind ? [benefit] : []));

/** Whether a seat in a relative's place may be claimed for: the rules name such a place, or ask for no group at all. */
export const servesInPlace = (policy: Policy, benefit: string): boolean =>
  factsRead(policy, benefit).has("/person/inPlaceOf/relation") || groupsRead(policy, benefit).size === 0;

/** Whether the benefit is counted by the days that a learner attended: it rests on the training itself, with or without a certificate. */
export const countsDays = (policy: Policy, benefit: string): boolean =>
  factsRead(policy, benefit).has("/training/attendedDays");
