import type { Case, Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { noProgramme, periodOf, programmesOn } from "../../kernel/programmes.ts";
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

/**
 * The version that answers a question about a day: the one named (`ID@VERSION`), the programme's of that day, or the county's usual
 * programme of that day. Refuses a day without one in force, since nothing may be answered by law that isn't.
 */
export function programmeAsked(services: Services, reference: string | undefined, day: string): Policy {
  const { policies } = services;
  if (reference === undefined) {
    const [usual] = programmesOn(policies, day);
    if (!usual) throw noProgramme(policies, day);
    return usual;
  }
  if (reference.includes("@")) return policyOf(services, reference);
  const { id, title } = policyOf(services, reference);
  const policy = policies.onDay(id, day);
  if (policy) return policy;
  const { from, to } = periodOf(policies, id);
  throw unacceptable(
    "no-law-on-day",
    `《${title}》在 ${day} 没有施行，施行期间为${to === null ? `自 ${from} 起` : ` ${from} 至 ${to}`}。请改选当日施行的政策，或把日期改到施行期间内。`,
  );
}

/** The county's first programme in force today that has the benefit. Refuses a day without any. */
export function programmeWith(
  { services: { policies }, today }: Pick<Context, "services" | "today">,
  benefit: string,
): string {
  const inForce = programmesOn(policies, today);
  const chosen = inForce.find((policy) => policy.benefits.has(benefit)) ?? inForce[0];
  if (!chosen) throw noProgramme(policies, today);
  return chosen.id;
}

/** The version that a programme is shown by on a day, before there is a case. */
export const policyOn = (services: Services, id: string, day: string): Policy =>
  services.policies.shownOn(id, day) ?? policyOf(services, id);
