import { inTransaction, type Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { approveClaims } from "./approve-claims.ts";
import { payeeAccount } from "../claim/payee-account.ts";
import { announce } from "../claim/move-claims.ts";
import { passFirstMany } from "./pass-first-many.ts";
import { prepareClaims } from "../application/prepare-claims.ts";
import { dueAfter, REVIEW_DAYS } from "../claim/work-calendar.ts";

export interface BulkRun {
  certificateIds: readonly string[];
  /** Accounts of the submitter and both reviewers. */
  submittedBy: string;
  firstOfficer: string;
  secondOfficer: string;
  /** Certificates per transaction. */
  chunk?: number;
}

export interface BulkResult {
  prepared: number;
  submitted: number;
  approved: number;
  approvedFen: number;
  /** Reasons for not approving the others, with counts. */
  refusals: Record<string, number>;
}

/**
 * Takes claims from certificates to reserved money, some thousands at a time. Each step is a transaction of its own and stays if a
 * later one fails. One transaction for all steps would cost a fifth more, since the database checks all references of a row again
 * at each change within the transaction that created it. While money is reserved for one part, the next is prepared: approvals stay in
 * the order of the certificates, and what belongs to one person is in one part.
 */
export async function runBulk(services: Services, run: BulkRun): Promise<BulkResult> {
  const result: BulkResult = { prepared: 0, submitted: 0, approved: 0, approvedFen: 0, refusals: {} };
  let ready: string[] = [];
  for (const part of [...(await partsOf(services, run)), []]) {
    const outcomes = await Promise.allSettled([
      prepareAndPass(services, run, part, result),
      reserve(services, run, ready, result),
    ]);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    ready = outcomes[0].status === "fulfilled" ? outcomes[0].value : [];
  }
  return result;
}

/** Parts of the certificates in their order; a person's later certificate joins their first. */
async function partsOf(services: Services, { certificateIds, chunk = 2_000 }: BulkRun): Promise<string[][]> {
  const holders = await sql<{ id: string; person: string }>`
    select id, person_id as person from certificate where id = any(${[...certificateIds]}::uuid[])`.execute(
    services.database,
  );
  const personOf = new Map(holders.rows.map(({ id, person }) => [id, person]));
  const partOf = new Map<string, string[]>();
  const parts: string[][] = [];
  for (const id of certificateIds) {
    const person = personOf.get(id) ?? id;
    let part = partOf.get(person) ?? parts.at(-1);
    if (!part || (!partOf.has(person) && part.length >= chunk)) parts.push((part = []));
    partOf.set(person, part);
    part.push(id);
  }
  return parts;
}

/** Everything before the money: returns the claims that passed the first review. */
async function prepareAndPass(
  services: Services,
  run: BulkRun,
  ids: readonly string[],
  result: BulkResult,
): Promise<string[]> {
  if (ids.length === 0) return [];
  result.prepared += await inTransaction(services, (context) => prepareClaims(context, ids));
  const submitted = await inTransaction(services, (context) => submitGranted(context, ids, run.submittedBy));
  result.submitted += submitted.length;
  await inTransaction(services, (context) => passFirstMany(context, submitted, { officerId: run.firstOfficer }));
  return submitted;
}

async function reserve(services: Services, run: BulkRun, ids: readonly string[], result: BulkResult): Promise<void> {
  if (ids.length === 0) return;
  const outcomes = await inTransaction(services, (context) =>
    approveClaims(context, ids, { officerId: run.secondOfficer }),
  );
  for (const outcome of outcomes) {
    if (outcome.refusal) {
      result.refusals[outcome.refusal.code] = (result.refusals[outcome.refusal.code] ?? 0) + 1;
    } else {
      result.approved += 1;
      result.approvedFen += outcome.approvedFen ?? 0;
    }
  }
}

/** Submits claims prepared from these certificates that are granted and have a payee account. */
async function submitGranted(context: Context, certificateIds: readonly string[], by: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    update claim c set state = 'submitted', submitted_by = ${by}, submitted_at = ${context.now},
      due_on = ${dueAfter(context.today, REVIEW_DAYS)}, updated_at = ${context.now}
    from claim_decision d
    where c.certificate_id = any(${[...certificateIds]}::uuid[]) and c.state = 'prepared' and d.id = c.decision_id
      and d.outcome = 'granted'
      and ${payeeAccount} is not null
    returning c.id`.execute(context.db);
  const ids = found.rows.map((row) => row.id);
  if (ids.length > 0) await announce(context, ids, "submitted");
  return ids;
}
