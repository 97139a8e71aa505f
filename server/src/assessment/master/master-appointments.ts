import { createWorkdayCalendar } from "@jinengtong/standards";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Line, Text, WrittenNumber } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { employeesAmong } from "../../organisations/index.ts";
import { notify } from "../../people/index.ts";
import { schemeOwner } from "./master-schemes.ts";
import { appointmentStates, GRADES } from "./master-states.ts";

/** Working days for which an enterprise publicises whom it evaluated. */
const PUBLICITY_DAYS = 5;

/** Owner of an appointment: the enterprise of its scheme; officers by its town. */
export async function appointmentOwner(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("master_appointment as a")
    .innerJoin("master_scheme as m", "m.id", "a.scheme_id")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .select(["m.organisation_id", "o.town"])
    .where("a.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

const at = (pointer: string, detail: string) => [{ pointer, detail }];

/** An enterprise publicises an employee whom its panel evaluated, within the places of its scheme. */
export const publiciseAppointment = operation({
  method: "POST",
  path: "/api/v1/master-schemes/:id/appointments",
  summary: "公示特级、首席技师人选",
  permission: { roles: ["enterprise"], over: schemeOwner },
  params: ById,
  body: z.strictObject({
    personId: Id,
    grade: z.enum(["special", "chief"]),
    trade: Line(40, 2).describe("职业（工种）"),
    panel: z.array(Line(20, 2)).min(3, "评审组至少 3 人").max(15).describe("评审组成员"),
    score: z.number().min(0).max(100),
    publicisedFrom: CivilDate,
  }),
  output: Done,
  async run(context, { params, body }) {
    const scheme = await context.db
      .selectFrom("master_scheme")
      .select("organisation_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const employee = (await employeesAmong(context, scheme.organisation_id, [body.personId])).get(body.personId);
    if (employee?.state !== "employed")
      throw unacceptable("not-employee", "人选不是本单位在职职工，请先登记用工。", at("/personId", "不是在职职工"));
    if (body.panel.length % 2 === 0 || new Set(body.panel).size !== body.panel.length)
      throw unacceptable("panel-odd", "评审组应为单数，且不能有重复的人。", at("/panel", "应为单数、不重复"));
    if (body.panel.includes(employee.name))
      throw unacceptable("panel-self", "人选不能评审自己，请更换评审组成员。", at("/panel", "人选在评审组里"));
    if (body.publicisedFrom > context.today)
      throw unacceptable("publicity-in-future", "公示开始日期不能晚于今天。", at("/publicisedFrom", "不能晚于今天"));
    const top = await context.db
      .selectFrom("certificate as f")
      .leftJoin("certificate_revocation as v", "v.certificate_id", "f.id")
      .select("f.id")
      .where("f.person_id", "=", body.personId)
      .where("f.kind", "in", ["skill-level", "professional-qualification"])
      .where("f.level", "=", 1)
      .where("v.certificate_id", "is", null)
      .executeTakeFirst();
    if (!top)
      throw unacceptable(
        "no-senior-technician",
        "人选没有登记一级/高级技师证书，请先申报证书。",
        at("/personId", "没有一级证书"),
      );
    const row = await context.db
      .insertInto("master_appointment")
      .values({
        scheme_id: params.id,
        person_id: body.personId,
        grade: body.grade,
        trade: body.trade,
        panel: body.panel,
        score: body.score,
        publicised_from: body.publicisedFrom,
        publicised_to: createWorkdayCalendar({ unknownYears: "provisional" }).addWorkingDays(
          body.publicisedFrom,
          PUBLICITY_DAYS,
        ),
        from_on: null,
        to_on: null,
        filing_number: null,
        certificate_number: null,
        appointed_by: context.actor.accountId,
        appointed_at: context.now,
        decided_by: null,
        decided_at: null,
        reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notify(
      context,
      body.personId,
      "master-told",
      `单位正在公示您为${GRADES[body.grade]}人选。公示期满、人社部门备案后列入名册。`,
    );
    await notifyOffice(context, "reviewer", context.actor.region, {
      template: "masters-waiting",
      text: "有 {n} 件特级、首席技师评聘方案或名单等待办理。",
    });
    context.audit({ kind: "master-appointment", id: row.id, detail: { grade: body.grade } });
    return row;
  },
});

/** The bureau lists an appointment once its publicity is over, with filing and certificate number. */
export const listAppointment = operation({
  method: "POST",
  path: "/api/v1/master-appointments/:id/listing",
  summary: "特级、首席技师列入名册",
  permission: { roles: ["reviewer"], over: appointmentOwner },
  params: ById,
  body: z.strictObject({
    fromOn: CivilDate.describe("聘任起始日"),
    filingNumber: WrittenNumber(40, 2).describe("备案号"),
    certificateNumber: WrittenNumber(22, 22)
      .refine((text) => /^[A-Z]{2}\d{20}$/u.test(text), "证书编号应为 2 个大写字母和 20 位数字")
      .describe("证书编号"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("master_appointment")
      .select(["publicised_to", "person_id", "grade"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.publicised_to >= context.today)
      throw conflict("publicity-running", `公示到 ${row.publicised_to}，期满后才能列入名册。`);
    await moveState(context, appointmentStates, params.id, "listed");
    await context.db
      .updateTable("master_appointment")
      .set({
        from_on: body.fromOn,
        filing_number: body.filingNumber,
        certificate_number: body.certificateNumber,
        decided_by: context.actor.accountId,
        decided_at: context.now,
      })
      .where("id", "=", params.id)
      .execute();
    await notify(
      context,
      row.person_id,
      "master-told",
      `您已列入${GRADES[row.grade]}名册，证书编号 ${body.certificateNumber}。`,
    );
    await tellEnterprise(context, params.id, `${GRADES[row.grade]}人选已列入名册，备案号 ${body.filingNumber}。`);
    context.audit({ kind: "master-appointment", id: params.id });
    return { id: params.id };
  },
});

/** Drops a person from publicity, or ends an appointment on a day. Figures of earlier days stay as they were. */
export const endAppointment = operation({
  method: "POST",
  path: "/api/v1/master-appointments/:id/ending",
  summary: "结束特级、首席技师公示或聘任",
  permission: { roles: ["reviewer"], over: appointmentOwner },
  params: ById,
  body: z.strictObject({ toOn: CivilDate, reason: Text(200, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("master_appointment")
      .select(["state", "from_on", "person_id", "grade"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (body.toOn > context.today || (row.from_on !== null && body.toOn < row.from_on))
      throw unacceptable("end-implausible", "结束日期应在聘任起始日和今天之间。", [
        { pointer: "/toOn", detail: "请核对日期" },
      ]);
    await moveState(context, appointmentStates, params.id, row.state === "listed" ? "ended" : "dropped", {
      reason: body.reason,
    });
    await context.db
      .updateTable("master_appointment")
      .set({
        to_on: row.from_on === null ? null : body.toOn,
        reason: body.reason,
        decided_by: context.actor.accountId,
        decided_at: context.now,
      })
      .where("id", "=", params.id)
      .execute();
    await notify(
      context,
      row.person_id,
      "master-told",
      `您的${GRADES[row.grade]}${row.state === "listed" ? "聘任" : "公示"}已结束：${body.reason}`,
    );
    await tellEnterprise(
      context,
      params.id,
      `${GRADES[row.grade]}${row.state === "listed" ? "聘任" : "公示"}已结束：${body.reason}`,
    );
    context.audit({ kind: "master-appointment", id: params.id });
    return { id: params.id };
  },
});

async function tellEnterprise(context: Context, id: string, text: string): Promise<void> {
  const owner = await appointmentOwner(context, { params: { id } });
  if (owner?.organisationId)
    await notifyOrganisation(context, owner.organisationId, { template: "master-decided", text });
}
