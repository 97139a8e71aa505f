import { addDays } from "@jinengtong/standards";
import { z } from "zod";
import { isAdmitted } from "../../catalogue/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Line } from "../../kernel/shapes.ts";
import { classOwner } from "../../training/index.ts";

/** An exam is planned at most a year after the class, or after today where the class is over. */
const DAYS_AHEAD = 366;

/** Creates an exam for a class: its own completion exam, or an assessment by an evaluator admitted for the occupation and level. */
export const createExam = operation({
  method: "POST",
  path: "/api/v1/classes/:id/exams",
  summary: "安排考核",
  permission: { roles: ["institution"], over: classOwner },
  scope: "exams:write",
  params: ById,
  body: z.strictObject({
    kind: z.enum(["completion", "evaluation"]).describe("completion 结业考核，evaluation 技能评价"),
    heldOn: CivilDate,
    passScore: z.int().min(1).max(100).default(60),
    evaluatorId: Id.optional().describe("评价机构；技能评价必填"),
    examinerNames: z.array(Line(30)).max(20).default([]),
  }),
  output: Done,
  async run(context, { params, body }) {
    const found = await context.db
      .selectFrom("training_class")
      .select(["state", "occupation", "level", "starts_on", "ends_on"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (!["running", "completed"].includes(found.state))
      throw conflict("class-not-running", "只有开班中或已结业的班级可以安排考核。", { state: found.state });
    if (body.heldOn < found.starts_on)
      throw unacceptable("exam-before-class", "考核日期不能早于开班日期。", [
        { pointer: "/heldOn", detail: "不能早于开班日期" },
      ]);
    const last = addDays(found.ends_on > context.today ? found.ends_on : context.today, DAYS_AHEAD);
    if (body.heldOn > last)
      throw unacceptable("exam-too-late", `考核日期不能晚于 ${last}，请核对年份。`, [
        { pointer: "/heldOn", detail: `不晚于 ${last}` },
      ]);
    if ((body.kind === "evaluation") !== (body.evaluatorId !== undefined))
      throw unacceptable("evaluator-and-kind", "技能评价须选择评价机构，结业考核由本机构组织、不选评价机构。", [
        { pointer: "/evaluatorId", detail: body.evaluatorId ? "结业考核不选评价机构" : "请选择评价机构" },
      ]);
    if (
      body.evaluatorId &&
      !(await isAdmitted(context.db, body.evaluatorId, "evaluation", found.occupation, found.level, body.heldOn))
    )
      throw unacceptable("evaluator-not-admitted", "该评价机构在考核当日不具备这个职业等级的评价资格，请另选。", [
        { pointer: "/evaluatorId", detail: "不在评价机构目录的范围内" },
      ]);
    const row = await context.db
      .insertInto("exam")
      .values({
        class_id: params.id,
        kind: body.kind,
        evaluator_id: body.evaluatorId ?? null,
        held_on: body.heldOn,
        pass_score: body.passScore,
        examiner_names: body.examinerNames,
        created_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "exam", id: row.id, detail: { classId: params.id, kind: body.kind } });
    return row;
  },
});
