import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classOwner } from "../../training/index.ts";
import { subsidyListStates } from "./subsidy-list-states.ts";
import { type Candidate, candidatesOf, claimedAlready, listClass } from "./subsidy-list-rows.ts";
import { oneList, SubsidyList } from "./subsidy-list-view.ts";

/** The clerk's adjustments; kept from one generation to the next until changed. */
export interface Adjustment {
  included: boolean;
  because: string;
}

/** `POST /api/v1/classes/:id/subsidy-lists`: generates the class's list (again) on current facts, keeping earlier adjustments. */
export const generateSubsidyList = operation({
  method: "POST",
  path: "/api/v1/classes/:id/subsidy-lists",
  summary: "生成班级补贴名单",
  permission: { roles: ["institution"], over: classOwner },
  scope: "claims:write",
  params: ById,
  output: SubsidyList,
  async run(context, { params }) {
    const id = await generate(context, params.id, new Map());
    context.audit({ kind: "subsidy-list", id });
    return oneList(context, id);
  },
});

/** Supersedes the open generation and writes the next one. Returns its id. */
export async function generate(
  context: Context,
  classId: string,
  changes: ReadonlyMap<string, Adjustment>,
): Promise<string> {
  // Serialised: two clerks may generate at once.
  await sql`select id from training_class where id = ${classId} for no key update`.execute(context.db);
  const training = await listClass(context, classId);
  const before = await context.db
    .selectFrom("subsidy_list")
    .select(["id", "version", "state"])
    .where("class_id", "=", classId)
    .orderBy("version", "desc")
    .executeTakeFirst();
  const kept = before?.state === "generated" ? await adjustmentsOf(context, before.id) : new Map<string, Adjustment>();
  const adjusted = new Map([...kept, ...changes]);
  const candidates = await candidatesOf(context, training);
  if (candidates.length === 0) throw conflict("class-empty", "这个班没有可以列入名单的学员。");
  if (before?.state === "generated") await moveState(context, subsidyListStates, before.id, "superseded");
  const rows = candidates.map((candidate) => rowOf(candidate, adjusted.get(candidate.enrolmentId)));
  const list = await context.db
    .insertInto("subsidy_list")
    .values({
      class_id: classId,
      version: (before?.version ?? 0) + 1,
      generated_by: context.actor.accountId,
      generated_at: context.now,
      submitted_by: null,
      submitted_at: null,
      total_fen: rows.reduce((sum, row) => sum + (row.included ? row.amount_fen : 0), 0),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await context.db
    .insertInto("subsidy_list_row")
    .values(rows.map((row) => ({ ...row, list_id: list.id })))
    .execute();
  return list.id;
}

const CLAIMED = "该学员的这项补贴已有申请在办或已办结";

/** A learner is listed if the rules grant it, unless a claim is in progress or the clerk removed them. */
function rowOf(candidate: Candidate, adjustment: Adjustment | undefined) {
  const granted = candidate.decision.outcome === "granted";
  const claimed = claimedAlready(candidate);
  const off = adjustment !== undefined && !adjustment.included;
  return {
    enrolment_id: candidate.enrolmentId,
    person_id: candidate.personId,
    included: granted && !claimed && !off,
    adjusted_because: claimed
      ? CLAIMED
      : off || (adjustment !== undefined && granted)
        ? (adjustment?.because ?? null)
        : null,
    facts: json(candidate.facts),
    policy_digest: candidate.decision.policy.digest,
    outcome: candidate.decision.outcome,
    amount_fen: candidate.decision.amountFen ?? 0,
  };
}

async function adjustmentsOf(context: Context, listId: string): Promise<Map<string, Adjustment>> {
  const found = await context.db
    .selectFrom("subsidy_list_row")
    .select(["enrolment_id", "included", "adjusted_because"])
    .where("list_id", "=", listId)
    .where("adjusted_because", "is not", null)
    .where("adjusted_because", "<>", CLAIMED)
    .where("outcome", "=", "granted")
    .execute();
  return new Map(
    found.map((row) => [row.enrolment_id, { included: row.included, because: row.adjusted_because ?? "" }]),
  );
}

export const ListAdjustment = z.strictObject({
  enrolmentId: z.uuid("编号格式不正确"),
  included: z.boolean(),
  reason: z.string().trim().min(2, "请写明调整理由").max(200),
});
