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
 * at each change within the transaction that created it.
 */
export async function runBulk(services: Services, run: BulkRun): Promise<BulkResult> {
  const chunk = run.chunk ?? 4_000;
  const result: BulkResult = { prepared: 0, submitted: 0, approved: 0, approvedFen: 0, refusals: {} };
  for (let start = 0; start < run.certificateIds.length; start += chunk) {
    const ids = run.certificateIds.slice(start, start + chunk);
    await bulkPart(services, run, ids, result);
  }
  return result;
}

async function bulkPart(services: Services, run: BulkRun, ids: readonly string[], result: BulkResult): Promise<void> {
  const step = <T>(work: (context: Context) => Promise<T>): Promise<T> => inTransaction(services, work);
  result.prepared += await step((context) => prepareClaims(context, ids));
  const submitted = await step((context) => submitGranted(context, ids, run.submittedBy));
  result.submitted += submitted.length;
  await step((context) => passFirstMany(context, submitted, { officerId: run.firstOfficer }));
  for (const outcome of await step((context) => approveClaims(context, submitted, { officerId: run.secondOfficer }))) {
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
