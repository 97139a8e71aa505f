import { adjudicate, type Case, type Decision, type Policy } from "@jinengtong/policy";
import type { Selectable } from "kysely";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { type Database, sql, type Tables } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { buildCases, type Subject } from "../case/build-cases.ts";
import { insertDecisions, sameFacts, versioned, type VersionedDecision } from "../case/claim-decisions.ts";
import { claimStates, type ClaimState } from "../claim-states.ts";
import { lawsOf } from "../case/law.ts";
import { Stated } from "../programme/stated.ts";

export type ClaimRow = Selectable<Tables["claim"]>;

interface ById {
  params: { id: string };
}

/** Owner of a claim: its person, the claiming organisation and the town's officers. */
export async function claimOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("claim")
    .select(["person_id", "organisation_id", "town"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id, organisationId: row.organisation_id, region: row.town } : null;
}

/**
 * Owner of the claim: the organisation if it claims, else the person. A person whose name an organisation uses may only read and
 * object.
 */
export async function claimantOf(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("claim")
    .select(["person_id", "organisation_id"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  if (!row) return null;
  return row.organisation_id === null ? { personId: row.person_id } : { organisationId: row.organisation_id };
}

/** Reads and locks claims in the order of ids, so that two batches can't deadlock. */
export async function lockClaims(db: Database, ids: readonly string[]): Promise<ClaimRow[]> {
  return db
    .selectFrom("claim")
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

export async function lockClaim(db: Database, id: string): Promise<ClaimRow> {
  const [row] = await lockClaims(db, [id]);
  if (!row) throw notFound("补贴申请");
  return row;
}

/** Refuses with the state's label before anything is derived. */
export function mustBe(row: ClaimRow, states: readonly ClaimState[]): void {
  const state = stateOf(row);
  if (states.includes(state)) return;
  throw conflict(
    "claim-state",
    `补贴申请当前为“${claimStates.states[state].label}”，不能执行此操作。请刷新页面查看最新状态。`,
    { state },
  );
}

/** Narrows the state column, which the database restricts to the machine's states. */
export const stateOf = (row: { state: string }): ClaimState => row.state as ClaimState;

/** Input for a claim's case. */
export const subjectOf = (row: ClaimRow, appliedOn: string = row.applied_on): Subject => ({
  id: row.number,
  // A supplement is decided as the claim was that it supplements: neither is part of its history.
  claimId: row.supplements ?? row.id,
  benefit: row.benefit,
  appliedOn,
  stage: row.stage,
  personId: row.person_id,
  classId: row.class_id,
  enrolmentId: row.enrolment_id,
  certificateId: row.certificate_id,
  town: row.town,
  stated: Stated.parse(row.stated),
});

export interface Readjudicated {
  row: ClaimRow;
  policy: Policy;
  facts: Case;
  decision: Decision;
}

/** Decides claims again on current records, each under its own version. Writes nothing. */
export async function readjudicate(
  context: Pick<Context, "db" | "services">,
  rows: readonly ClaimRow[],
  appliedOn?: string,
  under?: Policy,
): Promise<Readjudicated[]> {
  const laws = under ? new Map(rows.map((row) => [row.id, under])) : await lawsOf(context, rows);
  const found: Readjudicated[] = [];
  for (const [policy, group] of Map.groupBy(rows, (row) => laws.get(row.id))) {
    if (!policy) continue;
    const cases = await buildCases(
      context.db,
      policy,
      group.map((row) => subjectOf(row, appliedOn)),
    );
    for (const [at, row] of group.entries()) {
      const facts = cases[at];
      if (facts) found.push({ row, policy, facts, decision: adjudicate(policy, facts) });
    }
  }
  return found;
}

/** The money that a decision gives a claim, in fen: a supplement gives only what goes beyond the claim that it supplements. */
export const givenFen = (row: Pick<ClaimRow, "already_fen">, decision: Pick<Decision, "amountFen">): number =>
  Math.max(0, (decision.amountFen ?? 0) - row.already_fen);

interface CurrentDecision {
  id: string;
  version: number;
  facts: unknown;
  policy_digest: string;
}

/** Current decisions with their facts, by claim. */
export async function currentDecisions(db: Database, rows: readonly ClaimRow[]): Promise<Map<string, CurrentDecision>> {
  const found = await db
    .selectFrom("claim_decision")
    .select(["id", "claim_id", "version", "facts", "policy_digest"])
    .where(sql<boolean>`id = any(${rows.map((row) => row.decision_id)}::uuid[])`)
    .execute();
  return new Map(found.map(({ claim_id, ...decision }) => [claim_id, decision]));
}

/**
 * Adds a new version of the claim's case, decided on current facts, and makes it current. `appliedOn` if it is filed again on
 * another day; `under` a version that takes the place of the claim's own.
 */
export async function newVersion(
  context: Context,
  row: ClaimRow,
  appliedOn?: string,
  under?: Policy,
): Promise<VersionedDecision & { policy: Policy }> {
  const [again] = await readjudicate(context, [row], appliedOn, under);
  if (!again) throw notFound("补贴申请");
  const last = await context.db
    .selectFrom("claim_decision")
    .select((e) => e.fn.max("version").as("version"))
    .where("claim_id", "=", row.id)
    .executeTakeFirst();
  const version = versioned(row.id, (last?.version ?? 0) + 1, again.facts, again.decision);
  await insertDecisions(context.db, [version]);
  await context.db
    .updateTable("claim")
    .set({
      decision_id: version.id,
      asked_fen: givenFen(row, again.decision),
      ...(appliedOn === undefined ? {} : { applied_on: appliedOn }),
    })
    .where("id", "=", row.id)
    .execute();
  return { ...version, policy: again.policy };
}

/** Whether the case built from today's records differs from the one the claim was decided on. */
export const factsChanged = (stored: unknown, now: Case): boolean => !sameFacts(stored, now);
