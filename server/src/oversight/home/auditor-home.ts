import { OFFICE_DAYS } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Figure, Queue, SourceBalance, sourceBalances } from "../../reporting/index.ts";
import { AnomalyLine, anomalyLines } from "../anomaly/anomaly-view.ts";
import { lateSince } from "./late-days.ts";

interface Counts {
  open: number;
  open_late: number;
  confirmed: number;
  confirmed_late: number;
  unfinished: number;
  irregular: number;
  paid: number;
  paid_fen: number;
  recovering: number;
  recovering_late: number;
  acts: number;
  unsealed: number;
}

/** Auditor's home: payments of this month, anomalies, unfinished samples, and the state of the audit log. */
export const auditorHome = operation({
  method: "GET",
  path: "/api/v1/audit/home",
  summary: "审计首页",
  permission: { roles: ["auditor"] },
  carriedBy: { "/audit": "" },
  output: z.object({
    queues: z.array(Queue),
    figures: z.array(Figure),
    anomalies: z.array(AnomalyLine),
    sources: z.array(SourceBalance),
  }),
  async run({ db, actor, today }) {
    const region = actor.region;
    const lateFor = (days: number) =>
      sql`(${lateSince(today, days)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    const month = `${today.slice(0, 7)}-01`;
    const [found, anomalies, sources] = await Promise.all([
      sql<Counts>`
        select a.*, p.*, m.*, w.*,
          (select count(*)::int from audit_sample s join account d on d.id = s.drawn_by where starts_with(d.region, ${region})
             and (select count(distinct f.subject_id) from audit_finding f where f.sample_id = s.id) < s.size) as unfinished,
          (select count(*)::int from audit_finding f join account d on d.id = f.found_by
           where f.verdict = 'irregular' and starts_with(d.region, ${region})) as irregular,
          (select count(*)::int from audit_log where at >= ${today}::date) as acts,
          (select coalesce(max(id), 0) - coalesce((select max(audit_id) from audit_seal), 0) from audit_log)::int as unsealed
        from (
          select count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'open' and found_at < ${lateFor(OFFICE_DAYS.anomaly)})::int as open_late,
            count(*) filter (where state = 'confirmed')::int as confirmed,
            count(*) filter (where state = 'confirmed' and decided_at < ${lateFor(OFFICE_DAYS.resolution)})::int as confirmed_late
          from anomaly where starts_with(region, ${region})) a
        cross join (
          select count(*)::int as recovering, count(*) filter (where w.due_on < ${today})::int as recovering_late
          from clawback w join claim c on c.id = w.claim_id where w.state = 'demanded' and starts_with(c.town, ${region})) w
        cross join (
          select count(*)::int as paid from payment p join claim c on c.id = p.claim_id
          where p.state = 'paid' and p.settled_on >= ${month}::date and starts_with(c.town, ${region})) p
        cross join (
          select coalesce(sum(m.paid_fen), 0)::bigint as paid_fen from money_fact_now m
          where m.posted_on >= ${month}::date and starts_with(m.town, ${region})) m`.execute(db),
      anomalyLines(db, sql`a.state in ('open', 'confirmed') and starts_with(a.region, ${region})`, 5),
      sourceBalances(db, region),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "anomalies-open", label: "待说明疑点", count: n.open, overdue: n.open_late },
        { code: "anomalies-confirmed", label: "待处置疑点", count: n.confirmed, overdue: n.confirmed_late },
        { code: "samples", label: "未查完的抽样", count: n.unfinished },
        { code: "clawbacks", label: "追回中", count: n.recovering, overdue: n.recovering_late },
      ],
      figures: [
        { code: "paid-month", label: "本月支付（扣除追回、退回）", value: n.paid_fen, unit: "元" },
        { code: "payments-month", label: "本月付款", value: n.paid, unit: "笔" },
        { code: "irregular", label: "抽查不符", value: n.irregular, unit: "件" },
        { code: "acts-today", label: "今日操作记录", value: n.acts, unit: "件" },
        { code: "unsealed", label: "待上链记录", value: Math.max(0, n.unsealed), unit: "件" },
      ] satisfies Figure[],
      anomalies,
      sources,
    };
  },
});
