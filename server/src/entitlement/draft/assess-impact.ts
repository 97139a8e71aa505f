import { firstCharacters } from "@jinengtong/standards";
import { countyWide } from "../../kernel/county-wide.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { z } from "zod";
import { readable } from "./draft-differences.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";
import { beginTask, lockTask, saveProgress } from "./draft-task.ts";
import { countDecided, decideByDraft, decidedClaims, type Verdict } from "./impact-of-claims.ts";

/** The assessment as far as it has come. Claims that change are rows of `policy_impact`; here is how many were looked at. */
export interface ImpactResult {
  /** Last claim looked at. */
  after: string | null;
  benefits: Record<string, { cases: number; beforeFen: number; afterFen: number }>;
}

/** Claims decided in one job. */
const CHUNK = 1_000;

/** The programme that a draft's claims are of: its own, or that of the version it was copied from. */
export const claimsOf = (draft: { policy_id: string; base_policy_id: string | null }): string =>
  draft.base_policy_id ?? draft.policy_id;

/** `POST /api/v1/policy-drafts/:id/impact`: begins to decide every stored claim of the programme by the draft. Changes no claim. */
export const assessImpact = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/impact",
  summary: "测算政策草案对已有申请的影响",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const { id, begun } = await beginTask(context, "policy-impact", params.id, () =>
      countDecided(context.db, claimsOf(draft)),
    );
    if (begun) await context.emit("policy-impact-asked", { taskId: id });
    context.audit({ kind: "policy-draft", id: params.id, detail: { taskId: id } });
    return { id };
  },
});

/** Decides the next claims by the draft and asks for those after them: a process that dies loses one chunk's work. */
export const continueImpact: Subscription<"policy-impact-asked"> = {
  event: "policy-impact-asked",
  name: "assess-policy-impact",
  title: "测算政策草案的影响",
  async run(context, { taskId }) {
    const task = await lockTask<ImpactResult>(context, "policy-impact", taskId);
    if (!task) return;
    const { draftId, revision, digest } = task.input;
    const policy = readable(await filesOfDraft(context.db, draftId, revision), digest);
    const draft = await readDraft(context.db, draftId);
    const result = task.result ?? { after: null, benefits: {} };
    const claims = await decidedClaims(context.db, claimsOf(draft), result.after, CHUNK);
    const verdicts = policy === null ? [] : await decideByDraft(context, policy, claims);
    for (const verdict of verdicts) count(result, verdict);
    await keepChanges(context, taskId, verdicts.filter(changes));
    const over = claims.length < CHUNK;
    await saveProgress(context, taskId, {
      state: over ? "done" : "running",
      done: over ? task.total : Math.min(task.total, task.done + claims.length),
      result: { ...result, after: claims.at(-1)?.id ?? result.after },
    });
    if (!over) await context.emit("policy-impact-asked", { taskId });
  },
};

const changes = ({ claim, outcome, amountFen, recoverFen }: Verdict): boolean =>
  claim.outcome !== outcome || claim.amount_fen !== amountFen || claim.recover_fen !== recoverFen;

function count({ benefits }: ImpactResult, { claim, amountFen }: Verdict): void {
  const sum = (benefits[claim.benefit] ??= { cases: 0, beforeFen: 0, afterFen: 0 });
  sum.cases += 1;
  sum.beforeFen += claim.amount_fen;
  sum.afterFen += amountFen;
}

async function keepChanges(context: Context, taskId: string, changed: readonly Verdict[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ claim, outcome, amountFen, because }) => ({
    task_id: taskId,
    claim_id: claim.id,
    benefit: claim.benefit,
    town: claim.town,
    applied_on: claim.applied_on,
    before_outcome: claim.outcome,
    before_fen: claim.amount_fen,
    after_outcome: outcome,
    after_fen: amountFen,
    because: firstCharacters(because, 1_000),
  }));
  await sql`
    insert into policy_impact select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      task_id uuid, claim_id uuid, benefit text, town text, applied_on date, before_outcome text, before_fen bigint,
      after_outcome text, after_fen bigint, because text)`.execute(context.db);
}
