import { addDays, findOccupation, startOfDayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { endDueDays } from "../../kernel/due-days.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Fen, Id, OccupationCode, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { batchStates } from "../evaluation-states.ts";
import { requireScope } from "../filing/filings.ts";
import { townOf } from "../filing/sites.ts";
import { batchOwner } from "../owners.ts";
import { DUE, holdBatch, passNode, readBatch, setNodes, WAY_NAMES } from "./batch.ts";
import { tellParties } from "./tell.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间应写成 08:30 的样子");
const DAYS_AHEAD = 366;

const Plan = z.strictObject({
  siteId: Id,
  occupation: OccupationCode,
  level: z.int().min(1).max(5),
  ways: z.array(z.enum(WAY_NAMES)).min(1).max(3),
  examOn: CivilDate.describe("考试日期"),
  from: Clock.describe("开始时间"),
  to: Clock.describe("结束时间"),
  practiceMinutes: z.int().min(1).max(600).describe("每人技能操作的分钟数"),
  expected: z.int().min(1).max(2000).describe("预计人数"),
  chargeFen: Fen.max(1_000_000),
  notice: Text(2000, 4).describe("公告：报名条件、时间、地点、费用"),
});
type Plan = z.output<typeof Plan>;

/** An instant of a day's clock time in Shanghai. */
export const at = (day: string, clock: string): Date => {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return new Date(startOfDayInShanghai(day as never) + (Number(hours) * 60 + Number(minutes)) * 60_000);
};

async function planColumns(context: Context, organisationId: string, body: Plan) {
  if (body.examOn < context.today)
    throw unacceptable("exam-in-the-past", "考试日期不能早于今天。", [{ pointer: "/examOn", detail: "不能早于今天" }]);
  const last = addDays(context.today, DAYS_AHEAD);
  if (body.examOn > last)
    throw unacceptable("exam-too-late", `考试日期不能晚于 ${last}，请核对年份。`, [
      { pointer: "/examOn", detail: `不晚于 ${last}` },
    ]);
  if (body.to <= body.from)
    throw unacceptable("exam-times", "结束时间应晚于开始时间。", [{ pointer: "/to", detail: "应晚于开始时间" }]);
  const own = await context.db
    .selectFrom("evaluation_site")
    .select("id")
    .where("id", "=", body.siteId)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  if (!own) throw notFound("这个认定场地");
  const scope = await requireScope(context, {
    organisationId,
    siteId: body.siteId,
    occupation: body.occupation,
    level: body.level,
    on: body.examOn,
  });
  if (body.chargeFen > scope.chargeFen)
    throw conflict(
      "rule-charge",
      `收费 ${body.chargeFen / 100} 元高于备案的 ${scope.chargeFen / 100} 元，请按备案的收费标准填写。`,
      { rule: "charge" },
    );
  return {
    site_id: body.siteId,
    occupation: body.occupation,
    occupation_name: findOccupation(body.occupation)?.name ?? scope.occupationName,
    level: body.level,
    ways: WAY_NAMES.filter((way) => body.ways.includes(way)),
    exam_on: body.examOn,
    starts_at: at(body.examOn, body.from),
    ends_at: at(body.examOn, body.to),
    practice_minutes: body.practiceMinutes,
    expected: body.expected,
    charge_fen: body.chargeFen,
    notice: body.notice,
  };
}

/** Drafts the plan of a batch within the body's filing, and sets its due days. */
export const createBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches",
  summary: "起草认定计划",
  permission: { roles: ["evaluator"] },
  body: Plan,
  output: Done,
  async run(context, { body }) {
    const organisationId = context.actor.organisationId ?? "";
    await requireActive(context, organisationId, "开展认定");
    const columns = await planColumns(context, organisationId, body);
    const row = await context.db
      .insertInto("evaluation_batch")
      .values({
        ...columns,
        number: sql<string>`'RD' || ${context.today.slice(0, 4)} || '-' || lpad(nextval('evaluation_batch_number')::text, 5, '0')`,
        organisation_id: organisationId,
        region: await townOf(context, organisationId),
        started_at: null,
        held_at: null,
        submitted_by: null,
        submitted_at: null,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
        created_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await setNodes(context, await readBatch(context.db, row.id));
    context.audit({ kind: "evaluation-batch", id: row.id, organisationId });
    return row;
  },
});

/** Changes a plan that the bureau has not approved. */
export const editBatch = operation({
  method: "PUT",
  path: "/api/v1/evaluation-batches/:id",
  summary: "修改认定计划",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: Plan,
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["draft", "rejected"]);
    const columns = await planColumns(context, batch.organisationId, body);
    await context.db.updateTable("evaluation_batch").set(columns).where("id", "=", params.id).execute();
    await setNodes(context, await readBatch(context.db, params.id));
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});

const Late = z.strictObject({ reason: Text(300, 2).optional().describe("超期办理的理由") });

/** Hands the plan to the bureau. After its due day only with a reason, which the bureau reads. */
export const submitBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/submission",
  summary: "提交认定计划",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: Late,
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["draft", "rejected"]);
    await requireActive(context, batch.organisationId, "提交认定计划");
    await requireScope(context, { ...batch, on: batch.examOn });
    if (batch.examOn < context.today) throw conflict("exam-in-the-past", "考试日期已过，请改到以后的日期再提交。");
    await passNode(context, batch, "plan", body.reason);
    await moveState(
      context,
      batchStates,
      params.id,
      "pending",
      body.reason === undefined ? {} : { reason: body.reason },
    );
    await context.db
      .updateTable("evaluation_batch")
      .set({ submitted_by: context.actor.accountId, submitted_at: context.now, decided_by: null, decided_at: null })
      .where("id", "=", params.id)
      .execute();
    await notifyOffice(context, "reviewer", batch.region, {
      template: "evaluation-plans-waiting",
      text: "有 {n} 个认定计划等待审核。",
    });
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});

/** The bureau approves a plan or sends it back. */
export const decideBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/decision",
  summary: "审核认定计划",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["approved", "rejected"]), reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["pending"]);
    if (body.verdict === "approved") await requireScope(context, { ...batch, on: batch.examOn });
    await moveState(context, batchStates, params.id, body.verdict, { reason: body.reason });
    await context.db
      .updateTable("evaluation_batch")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, decision_reason: body.reason })
      .where("id", "=", params.id)
      .execute();
    await notifyOrganisation(context, batch.organisationId, {
      template: "evaluation-batch-news",
      subject: params.id,
      text:
        body.verdict === "approved"
          ? `认定计划 ${batch.number} 已批准：${body.reason}。请公布后组织报名。`
          : `认定计划 ${batch.number} 没有批准：${body.reason}。更正后可以重新提交。`,
    });
    context.audit({ kind: "evaluation-batch", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** Announces an approved batch. */
export const publishBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/announcement",
  summary: "公布认定批次",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await holdBatch(context, params.id, ["approved"]);
    await moveState(context, batchStates, params.id, "published");
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});

/** Cancels a batch: the body before the exam, the bureau until certificates are issued. Rooms become free; everybody concerned is told. */
export const cancelBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/cancellation",
  summary: "取消认定批次",
  permission: { roles: ["evaluator", "reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const batch = await readBatch(context.db, params.id);
    const own = context.actor.role === "evaluator";
    await moveState(context, batchStates, params.id, "cancelled", {
      reason: body.reason,
      ...(own ? { from: ["draft", "pending", "rejected", "approved", "published"] } : {}),
    });
    await context.db
      .updateTable("evaluation_room_use")
      .set({ released: true })
      .where("batch_id", "=", params.id)
      .execute();
    await endDueDays(context, DUE, params.id, "批次已取消");
    await tellParties(
      context,
      batch,
      `认定批次 ${batch.number}（${batch.occupationName}，${batch.examOn}）已取消：${body.reason}。`,
    );
    if (own)
      await notifyOffice(context, "reviewer", batch.region, {
        template: "evaluation-plans-waiting",
        text: "有 {n} 个认定批次由机构取消。",
      });
    else
      await notifyOrganisation(context, batch.organisationId, {
        template: "evaluation-batch-news",
        subject: params.id,
        text: `认定批次 ${batch.number} 已被人社部门取消：${body.reason}。`,
      });
    await context.emit("evaluation-credit", {
      organisationId: batch.organisationId,
      batchId: params.id,
      what: own ? "cancelled-by-body" : "cancelled-by-office",
      detail: batch.state,
      on: context.today,
    });
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});
