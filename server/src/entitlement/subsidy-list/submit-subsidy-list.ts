import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Fen, Id } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { sameFacts } from "../case/claim-decisions.ts";
import { adjudicateDrafts, insertClaims } from "../application/create-claims.ts";
import { moveClaims } from "../claim/move-claims.ts";
import { needPayee } from "../application/submit-claim.ts";
import { candidatesOf, listClass } from "./subsidy-list-rows.ts";
import { subsidyListStates } from "./subsidy-list-states.ts";
import { listOwner, oneList } from "./subsidy-list-view.ts";

/**
 * `POST /api/v1/subsidy-lists/:id/submission`: files one claim per listed learner, payable to the institution. Each person is
 * notified and can object; their own prepared claim for the same money lapses. A list with outdated facts must be generated again
 * first.
 */
export const submitSubsidyList = operation({
  method: "POST",
  path: "/api/v1/subsidy-lists/:id/submission",
  summary: "提交班级补贴名单",
  permission: { roles: ["institution"], over: listOwner },
  scope: "claims:write",
  params: ById,
  output: z.strictObject({ id: Id, claims: z.number().int(), totalFen: Fen }),
  async run(context, { params }) {
    await moveState(context, subsidyListStates, params.id, "submitted");
    const list = await oneList(context, params.id);
    const training = await listClass(context, list.classId);
    await requireActive(context, training.organisation_id, "申领补贴");
    await needPayee(context, {
      payee_kind: "organisation",
      person_id: null,
      organisation_id: training.organisation_id,
    });
    const listed = await listedFacts(context, params.id);
    const candidates = (await candidatesOf(context, training)).filter((one) => listed.has(one.enrolmentId));
    const moved = candidates.filter((one) => {
      const before = listed.get(one.enrolmentId);
      return (
        before?.policy_digest !== one.decision.policy.digest ||
        !sameFacts(withoutDay(before.facts), withoutDay(one.facts))
      );
    });
    if (moved.length > 0 || candidates.length !== listed.size)
      throw conflict("list-out-of-date", "生成名单后学员的记录或适用的政策版本有变化。请重新生成名单，核对后再提交。");
    if (candidates.length === 0) throw conflict("list-empty", "名单中没有列入的学员，不能提交。");
    await lapsePreparedOf(
      context,
      training.benefit,
      candidates.map((one) => one.enrolmentId),
    );
    const claims = await adjudicateDrafts(
      context,
      training.policy_id,
      candidates.map((one) => ({ ...one.draft, subsidyListId: params.id })),
    );
    await insertClaims(context, claims, { state: "submitted", by: context.actor.accountId });
    const totalFen = claims.reduce((sum, claim) => sum + (claim.decision.amountFen ?? 0), 0);
    await context.db
      .updateTable("subsidy_list")
      .set({ submitted_by: context.actor.accountId, submitted_at: context.now, total_fen: totalFen })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "subsidy-list", id: params.id, detail: { claims: claims.length, totalFen } });
    return { id: params.id, claims: claims.length, totalFen };
  },
});

/** Facts of the listed learners by enrolment, as of the list, and the version that decided them. */
async function listedFacts(
  context: Context,
  listId: string,
): Promise<Map<string, { facts: unknown; policy_digest: string | null }>> {
  const found = await context.db
    .selectFrom("subsidy_list_row")
    .select(["enrolment_id", "facts", "policy_digest"])
    .where("list_id", "=", listId)
    .where("included", "=", true)
    .execute();
  return new Map(found.map((row) => [row.enrolment_id, row]));
}

/** A list submitted later, or whose class was renumbered, is still the same list. */
function withoutDay(facts: unknown): unknown {
  const { appliedOn: _day, id: _id, ...rest } = facts as Record<string, unknown>;
  return rest;
}

async function lapsePreparedOf(context: Context, benefit: string, enrolmentIds: readonly string[]): Promise<void> {
  const found = await sql<{ id: string }>`
    select id from claim where enrolment_id = any(${[...enrolmentIds]}::uuid[]) and benefit = ${benefit} and state = 'prepared'
    order by id`.execute(context.db);
  await moveClaims(
    context,
    found.rows.map((row) => row.id),
    "lapsed",
    { reason: "培训机构已按班级名单申请" },
  );
}
