import { addDays, civilDate, daysBetween, type CivilDate as Day } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Line } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import { nextClassNumber } from "../class/class-number.ts";
import { lockClass, planColumns } from "../class/class-plan.ts";
import { Saved } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { addSessions, sessionFaults, type SessionInput } from "../timetable/session-input.ts";

/**
 * Copies a class as a new draft that begins on another day: its plan, and its timetable as many days later. Sessions that clash there,
 * or whose teacher or room is gone, are left out and named. No learner and nothing that happened is copied.
 */
export const copyClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/copies",
  summary: "复制培训班为新的开班计划",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({ name: Line(60, 2), startsOn: CivilDate }),
  output: Saved.extend({
    sessions: z.number().int().describe("复制了几节课"),
    left: z
      .array(z.object({ date: CivilDate, topic: z.string(), sentence: z.string() }))
      .describe("没有复制的课和原因"),
  }),
  async run(context, { params, body }) {
    const source = await lockClass(context, params.id);
    await requireActive(context, source.organisation_id, "新开培训班");
    const shift = daysBetween(source.starts_on, body.startsOn as Day);
    const columns = await planColumns(context, {
      name: body.name,
      policyId: source.policy_id,
      benefit: source.benefit,
      occupation: source.occupation,
      occupationName: source.occupation_name,
      level: source.level as never,
      contentKind: source.content_kind,
      course: source.course,
      projectId: source.project_id,
      enterpriseId: source.enterprise_id,
      town: source.town,
      address: source.address,
      startsOn: body.startsOn,
      endsOn: addDays(source.ends_on, shift),
      capacity: source.capacity,
      requiredHours: source.required_hours,
      plan: source.plan,
      assessmentPlan: source.assessment_plan,
      openEnrolment: source.open_enrolment,
      priceFen: source.price_fen,
      phone: source.phone,
      bring: source.bring,
    });
    const made = await context.db
      .insertInto("training_class")
      .values({
        ...columns,
        number: await nextClassNumber(context),
        organisation_id: source.organisation_id,
        created_by: context.actor.accountId,
        created_at: context.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const shifted = await sessionsOf(context, source.id, shift);
    const faults = new Map((await sessionFaults(context, made, shifted)).map((fault) => [fault.index, fault.sentence]));
    const good = shifted.filter((_session, index) => !faults.has(index));
    if (good.length > 0) await addSessions(context, made, good);
    context.audit({ kind: "class", id: made.id, detail: { copyOf: source.id, sessions: good.length } });
    return {
      id: made.id,
      number: made.number,
      planVersion: made.plan_version,
      sessions: good.length,
      left: shifted.flatMap(({ date, topic }, index) => {
        const sentence = faults.get(index);
        return sentence === undefined ? [] : [{ date, topic, sentence }];
      }),
    };
  },
});

/** Sessions of a class that were not cancelled, as many days later. */
async function sessionsOf(context: Context, classId: string, shift: number): Promise<SessionInput[]> {
  const found = await sql<SessionInput>`
    select to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as date,
      to_char(s.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as "from",
      to_char(s.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') as "to", s.hours, s.topic, s.quality_module as "qualityModule",
      s.practice, s.teacher_id as "teacherId", s.room_id as "roomId"
    from class_session s where s.class_id = ${classId} and not s.cancelled order by s.starts_at`.execute(context.db);
  return found.rows.map((row) => ({ ...row, date: addDays(civilDate(row.date), shift) }));
}
