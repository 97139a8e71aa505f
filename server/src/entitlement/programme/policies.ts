import type { Policy } from "@jinengtong/policy";
import { notFound } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";

/** The programme that claims fall under where nothing (a class, the claimant) names another. */
export const DEFAULT_POLICY = "rugao-2019";

/** A loaded programme by id. */
export function policyOf(services: Services, id: string): Policy {
  const policy = services.policies.get(id);
  if (!policy) throw notFound(`政策“${id}”`);
  return policy;
}
