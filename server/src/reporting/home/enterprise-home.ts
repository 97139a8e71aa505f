import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Figure, Queue, TodaySession } from "./home-shapes.ts";
import { sessionsOf } from "./home-sql.ts";

interface Counts {
  drafts: number;
  running: number;
  learners: number;
  to_confirm: number;
  returned: number;
  in_review: number;
  due: number;
  paid: number;
  clawbacks: number;
  bounced: number;
}

/** Enterprise's home: classes for its staff, claims to confirm or correct, money. */
export const enterpriseHome = operation({
  method: "GET",
  path: "/api/v1/enterprise/home",
  summary: "企业首页",
  permission: { roles: ["enterprise"] },
  carriedBy: { "/enterprise": "" },
  output: z.object({ queues: z.array(Queue), sessions: z.array(TodaySession), figures: z.array(Figure) }),
  async run({ db, actor, today }) {
    const mine = actor.organisationId;
    const [found, sessions] = await Promise.all([
      sql<Counts>`
        select (select count(*)::int from training_class c where c.organisation_id = ${mine} and c.state in ('draft', 'returned')) as drafts,
          (select count(*)::int from training_class c where (c.organisation_id = ${mine} or c.enterprise_id = ${mine}) and c.state = 'running') as running,
          (select count(*)::int from training_class c join enrolment e on e.class_id = c.id and e.seat is not null
           where (c.organisation_id = ${mine} or c.enterprise_id = ${mine}) and c.state = 'running') as learners,
          count(*) filter (where k.state = 'prepared')::int as to_confirm,
          count(*) filter (where k.state = 'returned')::int as returned,
          coalesce(sum(k.asked_fen) filter (where k.state in ('submitted', 'first-passed', 'appealed')), 0)::bigint as in_review,
          coalesce(sum(k.approved_fen) filter (where k.state in ('approved', 'publicised', 'objected', 'payable', 'batched')), 0)::bigint as due,
          coalesce(sum(k.paid_fen) filter (where k.state in ('paid', 'recovering')), 0)::bigint as paid,
          count(*) filter (where k.state = 'recovering' and k.payee_kind = 'organisation')::int as clawbacks,
          count(*) filter (where k.state = 'payable' and exists (select from payment p where p.claim_id = k.id and p.state = 'returned'))::int as bounced
        from claim k where k.organisation_id = ${mine}`.execute(db),
      sessionsOf(
        db,
        sql<boolean>`(c.organisation_id = ${mine} or c.enterprise_id = ${mine}) and c.state in ('approved', 'running') and s.starts_at >= ${today}::date and s.starts_at < ${today}::date + 1`,
      ),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "classes-draft", label: "未提交或退回的培训计划", count: n.drafts },
        { code: "claims-prepared", label: "待确认的补贴申请", count: n.to_confirm },
        { code: "claims-returned", label: "退回补正的补贴申请", count: n.returned },
        { code: "clawbacks", label: "要退回的补贴", count: n.clawbacks },
        { code: "payments-returned", label: "银行退回、等重新拨付的补贴", count: n.bounced },
      ],
      sessions,
      figures: [
        { code: "classes-running", label: "开班中的班", value: n.running, unit: "个" },
        { code: "learners", label: "正在培训的职工", value: n.learners, unit: "人次" },
        { code: "money-in-review", label: "审核中的补贴", value: n.in_review, unit: "元" },
        { code: "money-due", label: "已核定待到账", value: n.due, unit: "元" },
        { code: "money-paid", label: "已到账", value: n.paid, unit: "元" },
      ] satisfies Figure[],
    };
  },
});
