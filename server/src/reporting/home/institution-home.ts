import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Figure, Queue, TodaySession } from "./home-shapes.ts";
import { sessionsOf } from "./home-sql.ts";

interface Counts {
  drafts: number;
  returned: number;
  waiting: number;
  running: number;
  to_start: number;
  applied: number;
  results_due: number;
  certificates_due: number;
  lists_open: number;
  in_review: number;
  due: number;
  paid: number;
  clawbacks: number;
  bounced: number;
  learners: number;
}

/** Institution's home: waiting work, today's sessions, money claimed, due and paid. */
export const institutionHome = operation({
  method: "GET",
  path: "/api/v1/institution/home",
  summary: "机构首页",
  permission: { roles: ["institution"] },
  carriedBy: { "/institution": "" },
  output: z.object({ queues: z.array(Queue), sessions: z.array(TodaySession), figures: z.array(Figure) }),
  async run({ db, actor, today }) {
    const mine = actor.organisationId;
    const [found, sessions] = await Promise.all([
      sql<Counts>`
        select count(*) filter (where c.state = 'draft')::int as drafts,
          count(*) filter (where c.state = 'returned')::int as returned,
          count(*) filter (where c.state = 'submitted')::int as waiting,
          count(*) filter (where c.state = 'running')::int as running,
          count(*) filter (where c.state = 'approved' and c.starts_on <= ${today})::int as to_start,
          coalesce(sum(e.applied), 0)::int as applied, coalesce(sum(e.seated) filter (where c.state = 'running'), 0)::int as learners,
          count(*) filter (where c.state in ('running', 'completed') and c.ends_on < ${today} and e.unmarked > 0)::int as results_due,
          coalesce(sum(e.passed_without), 0)::int as certificates_due,
          count(*) filter (where exists (select from subsidy_list l where l.class_id = c.id and l.state = 'generated'))::int as lists_open,
          max(m.in_review)::bigint as in_review, max(m.due)::bigint as due, max(m.paid)::bigint as paid,
          max(m.clawbacks)::int as clawbacks, max(m.bounced)::int as bounced
        from (select 1) as one
        left join training_class c on c.organisation_id = ${mine}
        left join lateral (
          select count(*) filter (where e.state = 'applied') as applied, count(*) filter (where e.seat is not null) as seated,
            count(*) filter (where e.state = 'enrolled' and f.passed is null) as unmarked,
            count(*) filter (where f.passed and not exists (select from certificate x where x.enrolment_id = e.id)) as passed_without
          from enrolment e
          left join lateral (select bool_or(f.passed) as passed from exam_result f where f.enrolment_id = e.id
            and not exists (select from exam_result newer where newer.replaces = f.id)) f on e.seat is not null
          where e.class_id = c.id) e on c.state in ('approved', 'running', 'completed')
        cross join (
          select coalesce(sum(asked_fen) filter (where state in ('submitted', 'first-passed', 'appealed')), 0) as in_review,
            coalesce(sum(approved_fen) filter (where state in ('approved', 'publicised', 'objected', 'payable', 'batched')), 0) as due,
            coalesce(sum(paid_fen) filter (where state in ('paid', 'recovering')), 0) as paid,
            count(*) filter (where state = 'recovering') as clawbacks,
            count(*) filter (where state = 'payable' and exists (select from payment p where p.claim_id = claim.id and p.state = 'returned')) as bounced
          from claim where organisation_id = ${mine} and payee_kind = 'organisation') m`.execute(db),
      sessionsOf(
        db,
        sql<boolean>`c.organisation_id = ${mine} and c.state in ('approved', 'running') and s.starts_at >= ${today}::date and s.starts_at < ${today}::date + 1`,
      ),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "classes-draft", label: "未提交的开班申请", count: n.drafts },
        { code: "classes-returned", label: "退回补正的开班申请", count: n.returned },
        { code: "classes-to-start", label: "到期待开班的班", count: n.to_start },
        { code: "enrolments-applied", label: "待确认的报名", count: n.applied },
        { code: "results-due", label: "已结课待登成绩的班", count: n.results_due },
        { code: "certificates-due", label: "考核合格待发证书", count: n.certificates_due },
        { code: "subsidy-lists", label: "已生成待提交的补贴名单", count: n.lists_open },
        { code: "clawbacks", label: "要退回的补贴", count: n.clawbacks },
        { code: "payments-returned", label: "银行退回、等重新拨付的补贴", count: n.bounced },
      ],
      sessions,
      figures: [
        { code: "classes-waiting", label: "待审核的班", value: n.waiting, unit: "个" },
        { code: "classes-running", label: "开班中的班", value: n.running, unit: "个" },
        { code: "learners", label: "在班学员", value: n.learners, unit: "人次" },
        { code: "money-in-review", label: "审核中的补贴", value: n.in_review, unit: "元" },
        { code: "money-due", label: "已核定待到账", value: n.due, unit: "元" },
        { code: "money-paid", label: "已到账", value: n.paid, unit: "元" },
      ] satisfies Figure[],
    };
  },
});
