import { z } from "zod";
import { notifyAccount, notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Line, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { staffStates } from "../evaluation-states.ts";
import { staffOwner } from "../owners.ts";
import { STAFF_KINDS } from "./staff-words.ts";

/** The bureau confirms an entry of the register against the certificate, turns it down, or removes a confirmed one. */
export const decideStaff = operation({
  method: "POST",
  path: "/api/v1/evaluation-staff/:id/decision",
  summary: "确认考评督导人员",
  permission: { roles: ["reviewer"], over: staffOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["confirmed", "rejected", "removed"]), reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, staffStates, params.id, body.verdict, { reason: body.reason });
    const row = await context.db
      .updateTable("evaluation_staff")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, decision_reason: body.reason })
      .where("id", "=", params.id)
      .returning(["organisation_id", "kind", "registered_by", "certificate_number"])
      .executeTakeFirstOrThrow();
    const words = { confirmed: "已确认在册", rejected: "没有通过", removed: "已移出名册，不能再派" };
    const told = {
      template: "evaluation-staff-decided",
      text: `${STAFF_KINDS[row.kind]}（证件 ${row.certificate_number}）${words[body.verdict]}：${body.reason}`,
    } as const;
    if (row.organisation_id !== null) await notifyOrganisation(context, row.organisation_id, told);
    else if (row.registered_by !== null) await notifyAccount(context, row.registered_by, told);
    context.audit({ kind: "evaluation-staff", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** Records a training of an examiner or supervisor. */
export const recordStaffTraining = operation({
  method: "POST",
  path: "/api/v1/evaluation-staff/:id/trainings",
  summary: "登记考评督导人员培训",
  permission: { roles: ["evaluator", "reviewer"], over: staffOwner },
  params: ById,
  body: z.strictObject({ on: CivilDate, hours: z.int().min(1).max(400), subject: Line(100, 2) }),
  output: Done,
  async run(context, { params, body }) {
    if (body.on > context.today)
      throw unacceptable("training-ahead", "培训日期不能晚于今天。", [{ pointer: "/on", detail: "不能晚于今天" }]);
    await context.db
      .insertInto("evaluation_staff_training")
      .values({
        staff_id: params.id,
        on_day: body.on,
        hours: body.hours,
        subject: body.subject,
        recorded_by: context.actor.accountId,
        recorded_at: context.now,
      })
      .execute();
    context.audit({ kind: "evaluation-staff", id: params.id, detail: { training: body.on } });
    return { id: params.id };
  },
});

/** The bureau records the result of a year; with 不合格 as the newest, nobody is sent to a batch. */
export const recordStaffYear = operation({
  method: "POST",
  path: "/api/v1/evaluation-staff/:id/years",
  summary: "登记考评督导人员年度考核",
  permission: { roles: ["reviewer"], over: staffOwner },
  params: ById,
  body: z.strictObject({
    year: z.int().min(2000).max(2199),
    result: z.enum(["excellent", "qualified", "unqualified"]),
    reason: Text(300, 2),
  }),
  output: Done,
  async run(context, { params, body }) {
    if (body.year > Number(context.today.slice(0, 4)))
      throw unacceptable("year-ahead", "年度不能晚于今年。", [{ pointer: "/year", detail: "不能晚于今年" }]);
    await context.db
      .insertInto("evaluation_staff_year")
      .values({
        staff_id: params.id,
        year: body.year,
        result: body.result,
        reason: body.reason,
        recorded_by: context.actor.accountId,
        recorded_at: context.now,
      })
      .execute();
    context.audit({ kind: "evaluation-staff", id: params.id, detail: { year: body.year, result: body.result } });
    return { id: params.id };
  },
});
