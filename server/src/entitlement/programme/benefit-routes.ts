import { BENEFITS, type BenefitId } from "@jinengtong/policy";
import { unacceptable } from "../../kernel/problem.ts";

/** Who asks for a benefit, and whether it is asked for each person or for a class as a whole. */
export interface BenefitRoute {
  /** First: who is asked to confirm a prepared claim. */
  by: readonly ("person" | "enterprise" | "institution")[];
  per: "person" | "class";
  staged: boolean;
  /** A certificate is what it is asked for. */
  certificate: boolean;
}

const route = (
  by: BenefitRoute["by"],
  per: BenefitRoute["per"] = "person",
  given: Partial<BenefitRoute> = {},
): BenefitRoute => ({ by, per, staged: false, certificate: per === "person", ...given });

export const BENEFIT_ROUTES: Readonly<Record<BenefitId, BenefitRoute>> = {
  "order-class": route(["institution", "enterprise"], "class"),
  "pre-job": route(["enterprise"]),
  "on-job": route(["enterprise"]),
  "skill-upgrade": route(["person"]),
  "technician-award": route(["person"]),
  "degree-award": route(["person"], "person", { certificate: false }),
  apprenticeship: route(["enterprise"], "class", { staged: true }),
  "unemployed-training": route(["person", "institution"]),
  "living-allowance": route(["person"]),
  "work-for-training": route(["enterprise"], "person", { certificate: false }),
  "startup-training": route(["person", "institution"]),
  "special-operation": route(["person", "institution"]),
  "project-training": route(["institution"], "class", { staged: true }),
};

/** What a certificate may be worth to its holder beside the benefit its class was filed for. */
export const CERTIFICATE_BENEFITS: readonly BenefitId[] = [
  "skill-upgrade",
  "technician-award",
  "special-operation",
  "unemployed-training",
];

export const isBenefit = (id: string): id is BenefitId => id in BENEFITS;

/** A benefit as stored; what is not one is a mistake of whoever wrote it. */
export function benefitOf(id: string): BenefitId {
  if (!isBenefit(id)) throw unacceptable("unknown-benefit", `政策中没有“${id}”这项补贴，请重新选择。`);
  return id;
}
