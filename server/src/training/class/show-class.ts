import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "./class-lines.ts";
import { classStates, type ClassState } from "../class-states.ts";
import { dueOn } from "./due.ts";
import { classOwner } from "../owners.ts";
import { ClassLine, ContentKind, Course, SessionLine } from "./shapes.ts";
import { CLASS_READERS } from "./visible.ts";

const ClassPage = ClassLine.extend({
  policyId: z.string(),
  contentKind: ContentKind,
  course: Course.nullable(),
  projectId: Id.nullable(),
  projectName: z.string().nullable(),
  enterpriseId: Id.nullable(),
  enterpriseName: z.string().nullable(),
  address: z.string(),
  requiredHours: z.number().int(),
  plannedHours: z.number().int(),
  onlineRatio: z.number(),
  plan: z.string(),
  assessmentPlan: z.string(),
  openEnrolment: z.boolean(),
  priceFen: Fen.nullable(),
  phone: z.string().nullable(),
  bring: z.string(),
  planVersion: z.number().int(),
  dueOn: CivilDate.nullable(),
  overdue: z.boolean(),
  history: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      label: z.string(),
      at: Instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

interface PageRow extends LineRow {
  policy_id: string;
  content_kind: z.output<typeof ContentKind>;
  course: z.output<typeof Course> | null;
  project_id: string | null;
  project_name: string | null;
  enterprise_id: string | null;
  enterprise_name: string | null;
  address: string;
  required_hours: number;
  planned_hours: number;
  online_ratio: number;
  plan: string;
  assessment_plan: string;
  open_enrolment: boolean;
  price_fen: number | null;
  phone: string | null;
  bring: string;
  plan_version: number;
}

/** One class with its plan and history. */
export const showClass = operation({
  method: "GET",
  path: "/api/v1/classes/:id",
  summary: "查看培训班",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: ClassPage,
  async run(context, { params }) {
    const found = await sql<PageRow>`
      select ${LINE_COLUMNS}, c.policy_id, c.content_kind, c.course, c.project_id, p.name as project_name, c.enterprise_id,
             x.name as enterprise_name, c.address, c.required_hours, c.online_ratio, c.plan, c.assessment_plan, c.open_enrolment,
             c.price_fen, c.phone, c.bring, c.plan_version, (select coalesce(sum(hours), 0)::int from class_session s where s.class_id = c.id and not s.cancelled) as planned_hours
      from training_class c join organisation o on o.id = c.organisation_id
      left join organisation x on x.id = c.enterprise_id left join training_project p on p.id = c.project_id
      where c.id = ${params.id}`.execute(context.db);
    const row = found.rows[0];
    if (!row) throw notFound("培训班");
    const due = row.state === "submitted" && row.submitted_at !== null ? dueOn(row.submitted_at) : null;
    return {
      ...toLine(row),
      policyId: row.policy_id,
      contentKind: row.content_kind,
      course: row.course,
      projectId: row.project_id,
      projectName: row.project_name,
      enterpriseId: row.enterprise_id,
      enterpriseName: row.enterprise_name,
      address: row.address,
      requiredHours: row.required_hours,
      plannedHours: row.planned_hours,
      onlineRatio: row.online_ratio,
      plan: row.plan,
      assessmentPlan: row.assessment_plan,
      openEnrolment: row.open_enrolment,
      priceFen: row.price_fen,
      phone: row.phone,
      bring: row.bring,
      planVersion: row.plan_version,
      dueOn: due,
      overdue: due !== null && due < context.today,
      history: await historyOf(context, params.id),
    };
  },
});

async function historyOf(context: Context, classId: string) {
  const rows = await context.db
    .selectFrom("state_history as h")
    .leftJoin("account as a", "a.id", "h.account_id")
    .select(["h.from_state", "h.to_state", "h.at", "h.reason", "a.name"])
    .where("h.subject_id", "=", classId)
    .orderBy("h.id")
    .execute();
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    label: classStates.states[row.to_state as ClassState].label,
    at: row.at.toISOString(),
    by: row.name,
    reason: row.reason,
  }));
}

/** The sessions of a class in their order. */
export async function sessionLines(
  context: Context,
  classId: string,
  options: { cancelled: boolean },
): Promise<z.output<typeof SessionLine>[]> {
  const found = await sql<{
    id: string;
    starts_at: Date;
    ends_at: Date;
    hours: number;
    topic: string;
    quality_module: boolean;
    practice: boolean;
    teacher_id: string;
    teacher_name: string;
    room_id: string;
    room_name: string;
    room_address: string;
    cancelled: boolean;
    cancelled_because: string | null;
  }>`
    select s.*, p.name as teacher_name, r.name as room_name, r.address as room_address
    from class_session s join person p on p.id = s.teacher_person_id join room r on r.id = s.room_id
    where s.class_id = ${classId} and (${options.cancelled} or not s.cancelled) order by s.starts_at, s.id`.execute(
    context.db,
  );
  return found.rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    hours: row.hours,
    topic: row.topic,
    qualityModule: row.quality_module,
    practice: row.practice,
    teacherId: row.teacher_id,
    teacherName: row.teacher_name,
    roomId: row.room_id,
    roomName: row.room_name,
    roomAddress: row.room_address,
    cancelled: row.cancelled,
    cancelledBecause: row.cancelled_because,
  }));
}
