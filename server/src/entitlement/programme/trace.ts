import { adjudicate, type Case, type Decision, validateCase } from "@jinengtong/policy";
import { z } from "zod";
import type { Services } from "../../kernel/services.ts";
import { Fen } from "../../kernel/shapes.ts";

/** A decision in the adjudication contract's form. */
export const DecisionShape = z.strictObject({
  id: z.string(),
  benefit: z.string(),
  outcome: z.enum(["granted", "refused", "incomplete"]),
  amountFen: Fen.optional(),
  recoverFen: Fen,
  findings: z.array(
    z.strictObject({ test: z.string(), clause: z.string(), met: z.boolean().nullable(), because: z.string() }),
  ),
  computation: z.array(
    z.strictObject({
      step: z.string(),
      clause: z.string().optional(),
      fen: z.number().int().optional(),
      value: z.number().optional(),
    }),
  ),
  missing: z.array(z.string()),
  policy: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }),
  parametersUsed: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** Facts of a stored decision; null if they aren't a case of a loaded programme. */
export function storedCase(services: Services, policyId: string, facts: unknown): Case | null {
  const checked = validateCase(facts, services.policies.get(policyId));
  return checked.ok ? checked.case : null;
}

/** Trace of a stored decision, derived again from its facts; null if its package isn't loaded. */
export function traceOf(
  services: Services,
  stored: { policy_id: string; policy_digest: string; facts: unknown },
): Decision | null {
  const policy = services.policies.get(stored.policy_id);
  const facts = storedCase(services, stored.policy_id, stored.facts);
  return policy && facts && policy.digest === stored.policy_digest ? adjudicate(policy, facts) : null;
}
