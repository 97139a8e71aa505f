import type { Policy } from "@jinengtong/policy";
import { notFound } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";

/** A loaded programme by id. */
export function policyOf(services: Services, id: string): Policy {
  const policy = services.policies.get(id);
  if (!policy) throw notFound(`政策“${id}”`);
  return policy;
}
