import {
  adjudicate,
  type Case,
  type Decision,
  describeBenefit,
  type ParameterValue,
  type Policy,
  validateCase,
} from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { buildCases } from "../case/build-cases.ts";
import { reasons } from "../case/claim-decisions.ts";
import { type ClaimRow, subjectOf } from "../claim/claim-record.ts";

export type Outcome = Decision["outcome"];

/** A claim, and how it was decided. */
type DecidedClaim = ClaimRow & { facts: Case; outcome: Outcome; amount_fen: number; recover_fen: number };

/** How a draft would decide a claim. */
export interface Verdict {
  claim: DecidedClaim;
  outcome: Outcome;
  amountFen: number;
  recoverFen: number;
  because: string;
}

/** Claims that were given up before anybody decided: no version would change anything for them. */
const GIVEN_UP = ["declined", "lapsed", "withdrawn"];

/** Claims of a programme that were decided, in the order of ids. */
export async function decidedClaims(
  db: Database,
  programme: string,
  after: string | null,
  limit: number,
): Promise<DecidedClaim[]> {
  const found = await sql<DecidedClaim>`
    select c.*, d.facts, d.outcome, d.amount_fen, d.recover_fen
    from claim c join claim_decision d on d.id = c.decision_id
    where c.policy_id = ${programme} and c.state <> all(${GIVEN_UP}::text[])
      and ${after === null ? sql`true` : sql`c.id > ${after}`}
    order by c.id limit ${limit}`.execute(db);
  return found.rows;
}

export async function countDecided(db: Database, programme: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from claim
    where policy_id = ${programme} and decision_id is not null and state <> all(${GIVEN_UP}::text[])`.execute(db);
  return found.rows[0]?.n ?? 0;
}

interface LocalValue {
  name: string;
  value: ParameterValue;
  effective_from: string;
  effective_to: string | null;
}

/**
 * Decides stored claims by a draft, on the facts they were decided on. A fact that only the draft asks for is taken from the records; one
 * that isn't there either leaves the claim incomplete.
 */
export async function decideByDraft(
  context: Pick<Context, "db">,
  policy: Policy,
  claims: readonly DecidedClaim[],
): Promise<Verdict[]> {
  const local = await localValues(context.db, policy);
  const verdicts = claims.map((claim) => verdictOf(policy, claim, withLocal(policy, claim.facts, local)));
  const lacking = verdicts.flatMap(({ claim, outcome }, at) =>
    outcome === "incomplete" && claim.outcome !== "incomplete" && policy.benefits.has(claim.benefit) ? [at] : [],
  );
  const rebuilt = await buildCases(
    context.db,
    policy,
    lacking.map((at) => subjectOf(claims[at] as DecidedClaim)),
  );
  for (const [n, at] of lacking.entries()) {
    const claim = claims[at];
    if (claim) verdicts[at] = verdictOf(policy, claim, completed(withLocal(policy, claim.facts, local), rebuilt[n]));
  }
  return verdicts;
}

function verdictOf(policy: Policy, claim: DecidedClaim, facts: unknown): Verdict {
  const none = { claim, amountFen: 0, recoverFen: 0 };
  if (!policy.benefits.has(claim.benefit)) return { ...none, outcome: "refused", because: "草案不再有这项补贴" };
  const checked = validateCase(facts, policy);
  if (!checked.ok) {
    const { path, message } = checked.error;
    return { ...none, outcome: "incomplete", because: `所存资料不合草案的格式：${path} ${message}` };
  }
  const decision = adjudicate(policy, checked.case);
  if (decision.outcome !== "granted") return { ...none, outcome: decision.outcome, because: reasons(policy, decision) };
  return {
    claim,
    outcome: "granted",
    amountFen: decision.amountFen ?? 0,
    recoverFen: decision.recoverFen,
    because: amountWords(policy, claim),
  };
}

function amountWords(policy: Policy, { benefit, stage }: DecidedClaim): string {
  const parts = describeBenefit(policy, benefit).amount;
  return parts
    .filter((part) => part.stage === null || part.stage === stage)
    .map(({ text }) => text)
    .join("；");
}

/** The facts with the parameters that the draft knows: those of the decision, and local ones of that day that it has anew. */
function withLocal(policy: Policy, facts: Case, local: readonly LocalValue[]): Record<string, unknown> {
  const day = facts.appliedOn;
  const own = Object.entries(facts.parameters ?? {}).filter(([name]) => policy.parameters.has(name));
  const inForce = local.filter(
    ({ effective_from: from, effective_to: to }) => from <= day && (to === null || day < to),
  );
  const parameters = {
    ...Object.fromEntries(inForce.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(own),
  };
  return { ...facts, parameters };
}

async function localValues(db: Database, policy: Policy): Promise<LocalValue[]> {
  const found = await sql<LocalValue>`
    select name, value, effective_from, effective_to from policy_parameter
    where policy_id = ${policy.id} and state = 'in-force' order by effective_from`.execute(db);
  return found.rows.filter(({ name }) => policy.parameters.has(name));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The facts as they were decided on, and beside them what only the record has. */
function completed(facts: Record<string, unknown>, record: unknown): Record<string, unknown> {
  if (!isObject(record)) return facts;
  const more = Object.entries(record).map(([key, value]): [string, unknown] => {
    const own = facts[key];
    return [key, isObject(own) && isObject(value) ? completed(own, value) : (own ?? value)];
  });
  return { ...facts, ...Object.fromEntries(more) };
}
