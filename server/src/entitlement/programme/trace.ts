import { adjudicate, type Decision, validateCase } from "@jinengtong/policy";
import { z } from "zod";
import type { Services } from "../../kernel/services.ts";
import { Fen } from "../../kernel/shapes.ts";
import type { LawfulCase } from "./policies.ts";

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

/** A decision as it was stored: the digest of its version, and its facts. */
export interface Stored {
  policy_digest: string;
  facts: unknown;
}

/** Version and case of a stored decision; null if the version isn't loaded or the facts aren't a case of it. */
export function storedCase(services: Services, stored: Stored): LawfulCase | null {
  const policy = services.policies.ofDigest(stored.policy_digest);
  const checked = policy && validateCase(stored.facts, policy);
  return policy && checked?.ok === true ? { policy, facts: checked.case } : null;
}

/** Trace of a stored decision, derived again from its facts under its own version; null if that isn't loaded. */
export function traceOf(services: Services, stored: Stored): Decision | null {
  const found = storedCase(services, stored);
  return found && adjudicate(found.policy, found.facts);
}
