import type { Case, Policy } from "@jinengtong/policy";
import { notFound } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";

/** A case and the version that decides it. */
export interface LawfulCase {
  policy: Policy;
  facts: Case;
}

/** The version that a reference names: the newest published one (`ID`) or a certain one (`ID@VERSION`). A draft is never law. */
export function policyOf(services: Services, reference: string): Policy {
  const policy = services.policies.get(reference);
  if (!policy) throw notFound(`政策“${reference}”的已发布版本`);
  return policy;
}

/** The version that a programme is shown by on a day, before there is a case. */
export const policyOn = (services: Services, id: string, day: string): Policy =>
  services.policies.shownOn(id, day) ?? policyOf(services, id);
