import { adjudicate } from "@jinengtong/policy";
import { formatYuan } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { explain, isRetryable } from "../../kernel/refusals.ts";
import type { Subscription } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";
import { inTransaction } from "../../kernel/context.ts";
import { moveState } from "../../kernel/states.ts";
import { insertClaims } from "../application/create-claims.ts";
import { nextClaimNumbers } from "../claim/claim-number.ts";
import { type ClaimRow, lockClaim, lockClaims, newVersion } from "../claim/claim-record.ts";
import { tellRedecided } from "../claim/tell-redecided.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { cancelClaim } from "../grant/cancel-claims.ts";
import { Stated } from "../programme/stated.ts";
import { type RedecisionState, redecisionStates } from "../redecision-states.ts";
import { judged, STORED, type StoredRow } from "./decide-stored.ts";
import type { Step } from "./follow-up.ts";
import { CorrectedLaw, correctionOf, type Redecided } from "./run-law.ts";

/** Steps of one job, in one transaction. */
const CHUNK = 100;

interface RunRow {
  id: string;
  title: string;
  policy_id: string;
  policy_digest: string | null;
  parameter_id: number | null;
  state: RedecisionState;
  second_by: string;
}

interface ListedRow {
  claim_id: string;
  decision_id: string;
  outcome: string;
  amount_fen: number;
}

interface Followed {
  state: "done" | "waiting" | "stale";
  step: Step;
  note: string;
}

/**
 * Carries out what two officers signed, each step once: the redecision is locked, and a step and its mark are one transaction. A claim
 * that has changed since it was listed is left alone and marked.
 */
export const carryOut: Subscription<"redecision-due"> = {
  event: "redecision-due",
  name: "carry-out-redecision",
  title: "办理追溯裁定的后续",
  async run(context, { redecisionId }) {
    const found = await sql<RunRow>`
      select id, title, policy_id, policy_digest, parameter_id, state, second_by from redecision where id = ${redecisionId} for update`.execute(
      context.db,
    );
    const run = found.rows[0];
    if (run?.state !== "carrying-out") return;
    const law = new CorrectedLaw(context, await correctionOf(context, run));
    const rows = await sql<ListedRow>`
      select r.claim_id, r.decision_id, r.outcome, r.amount_fen from redecision_row r join claim c on c.id = r.claim_id
      where r.redecision_id = ${redecisionId} and r.state = 'listed' and r.step <> 'none' order by c.number limit ${CHUNK}`.execute(
      context.db,
    );
    // The claims that follow are numbered in this order; locks are taken in the order that everybody takes them in.
    await lockClaims(
      context.db,
      rows.rows.map((row) => row.claim_id),
    );
    for (const row of rows.rows) {
      const { state, step, note } = await followUp(context, run, row, law);
      await sql`
        update redecision_row set state = ${state}, step = ${step}, note = ${note}
        where redecision_id = ${redecisionId} and claim_id = ${row.claim_id}`.execute(context.db);
    }
    if (rows.rows.length === CHUNK) return context.emit("redecision-due", { redecisionId });
    const left = await sql<{ some: boolean }>`
      select exists (select from redecision_row where redecision_id = ${redecisionId} and state = 'waiting') as some`.execute(
      context.db,
    );
    if (left.rows[0]?.some !== true) await moveState(context, redecisionStates, redecisionId, "done");
  },
};

/** Daily: tries again what had to wait for money under way. */
export async function redecisionsWaiting(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const found = await sql<{ redecision_id: string }>`
      update redecision_row set state = 'listed' where state = 'waiting' returning redecision_id`.execute(context.db);
    for (const id of new Set(found.rows.map((row) => row.redecision_id)))
      await context.emit("redecision-due", { redecisionId: id });
  });
}

async function followUp(context: Context, run: RunRow, listed: ListedRow, law: CorrectedLaw): Promise<Followed> {
  const claim = await lockClaim(context.db, listed.claim_id);
  const [stored] = (await sql<StoredRow>`${STORED} and c.id = ${listed.claim_id}`.execute(context.db)).rows;
  const now = stored && (await law.decide(stored));
  if (!stored || !now || stored.decision_id !== listed.decision_id)
    return { state: "stale", step: "none", note: "列出以后这笔申请又有新的裁定，没有按本次办理。" };
  const { outcome, fen, step } = judged(stored, now);
  if (outcome !== listed.outcome || fen !== listed.amount_fen)
    return { state: "stale", step, note: "列出以后资料或参数有变，结果与签字时不同，没有办理。请另行裁定。" };
  await sql`savepoint step`.execute(context.db);
  try {
    const note = await STEPS[step](context, run, claim, stored, now);
    await sql`release savepoint step`.execute(context.db);
    return { state: "done", step, note };
  } catch (error) {
    const refusal = isRetryable(error) ? null : explain(error, context.services.house.refusals);
    if (refusal === null || refusal.status >= 500) throw error;
    // One claim that the platform refuses, as of a person who has applied again meanwhile, holds up none of the others.
    await sql`rollback to savepoint step`.execute(context.db);
    return refusal.code === "payment-under-way"
      ? { state: "waiting", step, note: refusal.message }
      : { state: "stale", step, note: `没有办理：${refusal.message}` };
  }
}

type Act = (context: Context, run: RunRow, claim: ClaimRow, stored: StoredRow, now: Redecided) => Promise<string>;

const because = (run: RunRow): string => `因${run.title}，按规定追溯裁定`;

const STEPS: Record<Step, Act> = {
  none: () => Promise.resolve("不需要办理"),
  "by-hand": () => Promise.resolve("这笔申请的款项牵涉预拨、追回或已有的补发，请经办人核对后单独办理。"),
  async redecide(context, run, claim, stored, now) {
    const version = await newVersion(context, claim, undefined, now.policy);
    const given = version.decision.amountFen ?? 0;
    if (stored.state === "first-passed" && given !== stored.stood_fen)
      await moveClaim(context, claim.id, "submitted", { reason: because(run) });
    await tellRedecided(context, claim, `${because(run)}：${wordsOf(version.decision.outcome, given)}，申请照常办理`);
    return wordsOf(version.decision.outcome, given);
  },
  async claim(context, run, claim, _stored, now) {
    const number = await follow(context, run, claim, now, null);
    await tellRedecided(context, claim, `${because(run)}：现在可以享受，已备好新的申请 ${number}，请确认`);
    return `已备好申请 ${number}`;
  },
  async supplement(context, run, claim, stored, now) {
    const number = await follow(context, run, claim, now, stored.stood_fen);
    const fen = (now.decision?.amountFen ?? 0) - stored.stood_fen;
    await tellRedecided(
      context,
      claim,
      `${because(run)}：应补发 ${formatYuan(fen)} 元，已备好补发的申请 ${number}，请确认`,
    );
    return `已备好补发申请 ${number}`;
  },
  async recover(context, run, claim, stored, now) {
    const fen = stored.stood_fen - (now.decision?.amountFen ?? 0);
    await context.emit("claim-recovery-due", {
      claimId: claim.id,
      recoverFen: fen,
      because: `${because(run)}，追回 ${claim.number} 多付部分`,
      officerId: run.second_by,
    });
    await tellRedecided(
      context,
      claim,
      `${because(run)}：多付 ${formatYuan(fen)} 元，将发出追回通知；有异议可以在申请页面提出`,
    );
    return `已发出追回 ${formatYuan(fen)} 元`;
  },
  async replace(context, run, claim, _stored, now) {
    await cancelClaim(context, claim.id, because(run));
    const number = await follow(context, run, claim, now, null);
    await tellRedecided(context, claim, `${because(run)}：原核定撤销，已按新的金额备好申请 ${number}，请确认`);
    return `原核定已撤销，已备好申请 ${number}`;
  },
  async cancel(context, run, claim) {
    await cancelClaim(context, claim.id, because(run));
    await tellRedecided(context, claim, `${because(run)}：不再符合条件，原核定撤销；有异议可以在申请页面提出`);
    return "原核定已撤销";
  },
};

const wordsOf = (outcome: string, fen: number): string =>
  outcome === "granted" ? `可享受 ${formatYuan(fen)} 元` : outcome === "refused" ? "不能享受" : "还缺资料";

/** Prepares the claim that follows from one decided again, of the same day and on the same case. Returns its number. */
async function follow(
  context: Context,
  run: RunRow,
  claim: ClaimRow,
  now: Redecided,
  alreadyFen: number | null,
): Promise<string> {
  const [number = ""] = await nextClaimNumbers(context, [context.today]);
  const facts = { ...now.facts, id: number };
  const draft = {
    benefit: claim.benefit,
    appliedOn: claim.applied_on,
    stage: claim.stage,
    personId: claim.person_id,
    organisationId: claim.organisation_id,
    classId: claim.class_id,
    enrolmentId: claim.enrolment_id,
    certificateId: claim.certificate_id,
    payeeKind: claim.payee_kind,
    region: claim.region,
    town: claim.town,
    stated: Stated.parse(claim.stated),
    evidenceFileIds: claim.evidence_file_ids,
    followsId: claim.follows_id,
    redecision: { id: run.id, from: claim.id, alreadyFen },
  };
  await insertClaims(
    context,
    [{ id: randomUUID(), number, policy: now.policy, facts, draft, decision: adjudicate(now.policy, facts) }],
    { state: "prepared" },
  );
  return number;
}
