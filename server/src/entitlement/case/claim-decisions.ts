import type { Case, Decision, Policy } from "@jinengtong/policy";
import { randomUUID } from "node:crypto";
import { json, sql, type Database } from "../../kernel/database.ts";

/** One version of a claim's case with its decision; the trace is derived again from the facts when shown. */
export interface VersionedDecision {
  id: string;
  claimId: string;
  version: number;
  facts: Case;
  decision: Decision;
}

export const versioned = (claimId: string, version: number, facts: Case, decision: Decision): VersionedDecision => ({
  id: randomUUID(),
  claimId,
  version,
  facts,
  decision,
});

/** Stores decisions permanently. The claims must exist; the caller sets the current one. */
export async function insertDecisions(db: Database, rows: readonly VersionedDecision[]): Promise<void> {
  if (rows.length === 0) return;
  const document = json(
    rows.map(({ id, claimId, version, facts, decision }) => ({
      id,
      claim_id: claimId,
      version,
      facts,
      policy_id: decision.policy.id,
      policy_digest: decision.policy.digest,
      outcome: decision.outcome,
      amount_fen: decision.amountFen ?? 0,
      recover_fen: decision.recoverFen,
    })),
  );
  await sql`
    insert into claim_decision (id, claim_id, version, facts, policy_id, policy_digest, outcome, amount_fen, recover_fen)
    select * from jsonb_to_recordset(${document}::jsonb) as r(
      id uuid, claim_id uuid, version int, facts jsonb, policy_id text, policy_digest text, outcome text,
      amount_fen bigint, recover_fen bigint)`.execute(db);
}

/** Stored JSON has no undefined properties; a case just built may have some. */
const propertiesOf = (facts: Record<string, unknown>): string[] =>
  Object.keys(facts).filter((key) => facts[key] !== undefined);

/** Whether two cases are equal, ignoring the order of properties. */
export function sameFacts(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => sameFacts(one, b[at]));
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = propertiesOf(one);
  return keys.length === propertiesOf(other).length && keys.every((key) => sameFacts(one[key], other[key]));
}

/** Whether a claim would be decided as it stands: on the same facts, by the same version. */
export const standsAsDecided = (
  before: { facts: unknown; policy_digest: string },
  now: { facts: Case; policy: Policy },
): boolean => before.policy_digest === now.policy.digest && sameFacts(before.facts, now.facts);

/** Sentences of the unmet tests, or the missing facts: why a claim can't be granted. */
export function reasons(policy: Policy, decision: Decision): string {
  const failed = decision.findings.filter((finding) => finding.met === (decision.outcome === "refused" ? false : null));
  const said = failed.map((finding) => `${finding.because}（${finding.clause}）`);
  for (const missing of decision.missing) {
    if (!missing.startsWith("parameter:")) continue;
    const name = missing.slice("parameter:".length);
    const label = policy.rules.parameters.find((parameter) => parameter.name === name)?.label ?? name;
    said.push(`“${label}”尚未公布`);
  }
  return said.length > 0 ? said.join("；") : "还缺少计算金额所需的资料";
}
