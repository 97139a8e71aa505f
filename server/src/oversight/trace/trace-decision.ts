import { describeBenefit, type Decision, type Policy } from "@jinengtong/policy";
import { z } from "zod";
import { traceNamingClaims } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";

export const TracedDecision = z.object({
  id: Id,
  version: z.number().int(),
  at: Instant,
  policyId: z.string(),
  policyDigest: z.string(),
  outcome: z.string(),
  amountFen: z.number().int(),
  recoverFen: z.number().int(),
  /** Version with the stored digest; null where it isn't on this platform. */
  policyVersion: z.string().nullable(),
  /** Decided again from the stored facts, under the package with the stored digest. */
  rederived: z.enum(["same", "different", "package-missing"]),
  findings: z.array(
    z.object({
      test: z.string(),
      title: z.string(),
      clause: z.string(),
      clauseTitle: z.string(),
      met: z.boolean().nullable(),
      because: z.string(),
    }),
  ),
  computation: z.array(
    z.object({
      step: z.string(),
      clause: z.string().optional(),
      fen: z.number().optional(),
      value: z.number().optional(),
    }),
  ),
  parametersUsed: z.record(z.string(), z.union([z.number(), z.string()])),
  facts: z.unknown(),
  earlier: z.array(
    z.object({ version: z.number().int(), outcome: z.string(), amountFen: z.number().int(), at: Instant }),
  ),
});

interface Row {
  id: string;
  version: number;
  at: Date;
  policy_id: string;
  policy_digest: string;
  person_id: string | null;
  outcome: string;
  amount_fen: number;
  recover_fen: number;
  facts: unknown;
}

/**
 * Current decision of a claim with its reasons derived again, as the claim's own page says them, and the decisions of earlier versions.
 */
export async function traceDecision(
  context: Context,
  claimId: string,
): Promise<z.output<typeof TracedDecision> | null> {
  const found = await sql<Row & { current: boolean }>`
    select d.*, c.person_id, d.id = c.decision_id as current from claim_decision d join claim c on c.id = d.claim_id
    where d.claim_id = ${claimId} order by d.version desc`.execute(context.db);
  const row = found.rows.find((each) => each.current) ?? found.rows[0];
  if (!row) return null;
  const policy = context.services.policies.ofDigest(row.policy_digest);
  const decision = await traceNamingClaims(context, { personId: row.person_id, claimId }, row);
  return {
    id: row.id,
    version: row.version,
    at: row.at.toISOString(),
    policyId: row.policy_id,
    policyDigest: row.policy_digest,
    policyVersion: policy?.version ?? null,
    outcome: row.outcome,
    amountFen: row.amount_fen,
    recoverFen: row.recover_fen,
    rederived: policy === undefined ? "package-missing" : isSame(decision, row) ? "same" : "different",
    findings: policy && decision ? reasons(policy, decision) : [],
    computation: decision?.computation ?? [],
    parametersUsed: decision?.parametersUsed ?? {},
    facts: row.facts,
    earlier: found.rows
      .filter((each) => each.version < row.version)
      .map((each) => ({
        version: each.version,
        outcome: each.outcome,
        amountFen: each.amount_fen,
        at: each.at.toISOString(),
      })),
  };
}

const isSame = (decision: Decision | null, row: Row): boolean =>
  decision !== null &&
  decision.outcome === row.outcome &&
  (decision.amountFen ?? 0) === row.amount_fen &&
  decision.recoverFen === row.recover_fen;

function reasons(policy: Policy, decision: Decision): z.output<typeof TracedDecision>["findings"] {
  const titles = new Map(describeBenefit(policy, decision.benefit).tests.map((test) => [test.id, test.title]));
  const clauses = new Map(policy.rules.clauses.map((clause) => [clause.id, clause.title]));
  return decision.findings.map((finding) => ({
    ...finding,
    title: titles.get(finding.test) ?? finding.test,
    clauseTitle: clauses.get(finding.clause) ?? finding.clause,
  }));
}
