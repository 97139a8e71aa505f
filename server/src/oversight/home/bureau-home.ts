import { OFFICE_DAYS } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Figure, Queue, SourceBalance, sessionsOf, sourceBalances, TodaySession } from "../../reporting/index.ts";
import { AnomalyLine, anomalyLines } from "../anomaly/anomaly-view.ts";
import { lateSince } from "./late-days.ts";

interface Counts {
  admissions: number;
  admissions_late: number;
  classes: number;
  classes_late: number;
  changes: number;
  changes_late: number;
  first: number;
  second: number;
  first_late: number;
  second_late: number;
  objections: number;
  objections_late: number;
  cancellations: number;
  cancellations_late: number;
  certificates: number;
  certificates_late: number;
  groups: number;
  groups_late: number;
  corrections: number;
  corrections_late: number;
  feedback: number;
  feedback_late: number;
  running: number;
  learners: number;
  anomalies: number;
  anomalies_late: number;
  confirmed: number;
  confirmed_late: number;
}

/** The bureau answers filings in five working days, admissions in ten. */
const CLASS_DAYS = 5;
const ADMISSION_DAYS = 10;

/** Bureau's home: every queue with its late items, classes in session, anomalies, remaining money. */
export const bureauHome = operation({
  method: "GET",
  path: "/api/v1/bureau/home",
  summary: "人社首页",
  permission: { roles: ["reviewer", "department"] },
  carriedBy: { "/bureau": "" },
  output: z.object({
    queues: z.array(Queue),
    figures: z.array(Figure),
    live: z.array(TodaySession),
    anomalies: z.array(AnomalyLine),
    sources: z.array(SourceBalance),
  }),
  async run({ db, actor, now, today }) {
    const region = actor.region;
    const lateFor = (days: number) =>
      sql`(${lateSince(today, days)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    const [lateFiling, lateAdmission] = [lateFor(CLASS_DAYS), lateFor(ADMISSION_DAYS)];
    const [found, live, anomalies, sources] = await Promise.all([
      sql<Counts>`
        select a.*, c.*, h.*, k.*, o.*, x.*, d.*, g.*, f.*, w.*, n.*
        from (
          select count(*)::int as cancellations, count(*) filter (where x.asked_at < ${lateFor(OFFICE_DAYS.cancellation)})::int as cancellations_late
          from claim_cancellation x join claim q on q.id = x.claim_id
          where x.decided_by is null and x.asked_by <> ${actor.accountId} and starts_with(q.town, ${region})) x
        cross join (
          select count(*)::int as certificates, count(*) filter (where d.declared_at < ${lateFor(OFFICE_DAYS.declaration)})::int as certificates_late
          from certificate_declaration d join person p on p.id = d.person_id where d.state = 'declared' and starts_with(p.town, ${region})) d
        cross join (
          select count(*)::int as groups, count(*) filter (where g.created_at < ${lateFor(OFFICE_DAYS.group)})::int as groups_late
          from person_group g join person p on p.id = g.person_id where g.state = 'declared' and starts_with(p.town, ${region})) g
        cross join (
          select count(*)::int as corrections, count(*) filter (where f.asked_at < ${lateFor(OFFICE_DAYS.correction)})::int as corrections_late
          from fact_correction f join person p on p.id = f.person_id where f.state = 'asked' and starts_with(p.town, ${region})) f
        cross join (
          select count(*)::int as feedback, count(*) filter (where w.written_at < ${lateFor(OFFICE_DAYS.feedback)})::int as feedback_late
          from class_feedback w join training_class c on c.id = w.class_id where w.state = 'submitted' and starts_with(c.town, ${region})) w
        cross join (
          select count(*) filter (where state = 'open')::int as anomalies,
            count(*) filter (where state = 'open' and found_at < ${lateFor(OFFICE_DAYS.anomaly)})::int as anomalies_late,
            count(*) filter (where state = 'confirmed' and decided_by <> ${actor.accountId})::int as confirmed,
            count(*) filter (where state = 'confirmed' and decided_by <> ${actor.accountId} and decided_at < ${lateFor(OFFICE_DAYS.resolution)})::int as confirmed_late
          from anomaly where state in ('open', 'confirmed') and starts_with(region, ${region})) n
        cross join (
          select count(*)::int as admissions, count(*) filter (where m.submitted_at < ${lateAdmission})::int as admissions_late
          from admission m join organisation o on o.id = m.organisation_id
          where m.state in ('submitted', 'inspecting') and starts_with(o.town, ${region})) a
        cross join (
          select count(*) filter (where state = 'submitted')::int as classes,
            count(*) filter (where state = 'submitted' and submitted_at < ${lateFiling})::int as classes_late,
            count(*) filter (where state = 'running')::int as running,
            coalesce(sum((select count(*) from enrolment e where e.class_id = c.id and e.seat is not null)) filter (where state = 'running'), 0)::int as learners
          from training_class c where state in ('submitted', 'running') and starts_with(c.town, ${region})) c
        cross join (
          select count(*)::int as changes, count(*) filter (where x.submitted_at < ${lateFiling})::int as changes_late
          from class_change x join training_class c on c.id = x.class_id where x.state = 'submitted' and starts_with(c.town, ${region})) h
        cross join (
          select count(*) filter (where state = 'submitted')::int as first, count(*) filter (where state = 'first-passed')::int as second,
            count(*) filter (where state = 'submitted' and due_on < ${today})::int as first_late,
            count(*) filter (where state = 'first-passed' and due_on < ${today})::int as second_late
          from claim where state in ('submitted', 'first-passed') and starts_with(town, ${region})) k
        cross join (
          select count(*)::int as objections, count(*) filter (where o.due_on < ${today})::int as objections_late
          from objection o join claim k on k.id = o.claim_id where o.answered_at is null and starts_with(k.town, ${region})) o`.execute(
        db,
      ),
      sessionsOf(
        db,
        sql<boolean>`c.state = 'running' and starts_with(c.town, ${region}) and s.starts_at <= ${now} and s.ends_at > ${now}`,
        20,
      ),
      anomalyLines(db, sql`a.state = 'open' and starts_with(a.region, ${region})`, 5),
      sourceBalances(db, region),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "admissions", label: "待办准入申请", count: n.admissions, overdue: n.admissions_late },
        { code: "classes", label: "待审开班申请", count: n.classes, overdue: n.classes_late },
        { code: "class-changes", label: "待审班级变更", count: n.changes, overdue: n.changes_late },
        { code: "claims-first", label: "待初审补贴", count: n.first, overdue: n.first_late },
        { code: "claims-second", label: "待复审补贴", count: n.second, overdue: n.second_late },
        { code: "objections", label: "待答复异议", count: n.objections, overdue: n.objections_late },
        { code: "cancellations", label: "待确认撤销", count: n.cancellations, overdue: n.cancellations_late },
        {
          code: "certificate-declarations",
          label: "待核验证书",
          count: n.certificates,
          overdue: n.certificates_late,
        },
        { code: "person-groups", label: "待认定人群", count: n.groups, overdue: n.groups_late },
        { code: "corrections", label: "待办信息更正", count: n.corrections, overdue: n.corrections_late },
        { code: "class-feedback", label: "待公开评价", count: n.feedback, overdue: n.feedback_late },
        { code: "anomalies-confirmed", label: "待处置疑点", count: n.confirmed, overdue: n.confirmed_late },
        { code: "anomalies", label: "待说明疑点", count: n.anomalies, overdue: n.anomalies_late },
      ],
      figures: [
        { code: "classes-running", label: "开班中的班", value: n.running, unit: "个" },
        { code: "learners", label: "在班学员", value: n.learners, unit: "人次" },
        { code: "sessions-now", label: "正在上课", value: live.length, unit: "个" },
      ] satisfies Figure[],
      live,
      anomalies,
      sources,
    };
  },
});
