import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { Figure, Queue, SourceBalance, sourceBalances } from "../reporting/index.ts";
import { AnomalyLine, anomalyLines } from "./anomaly-view.ts";

interface Counts {
  open: number;
  grave: number;
  confirmed: number;
  unfinished: number;
  irregular: number;
  paid: number;
  paid_fen: number;
  recovering: number;
  acts: number;
  unsealed: number;
}

/** The auditor's first page: what was paid this month, what looks odd, samples to finish, and the state of the audit log. */
export const auditorHome = operation({
  method: "GET",
  path: "/api/v1/audit/home",
  summary: "审计首页",
  permission: { roles: ["auditor"] },
  output: z.object({
    queues: z.array(Queue),
    figures: z.array(Figure),
    anomalies: z.array(AnomalyLine),
    sources: z.array(SourceBalance),
  }),
  async run({ db, actor, today }) {
    const region = actor.region;
    const month = `${today.slice(0, 7)}-01`;
    const [found, anomalies, sources] = await Promise.all([
      sql<Counts>`
        select a.*, p.*,
          (select count(*)::int from audit_sample s join account d on d.id = s.drawn_by where starts_with(d.region, ${region})
             and (select count(distinct f.subject_id) from audit_finding f where f.sample_id = s.id) < s.size) as unfinished,
          (select count(*)::int from audit_finding f join account d on d.id = f.found_by
           where f.verdict = 'irregular' and starts_with(d.region, ${region})) as irregular,
          (select count(*)::int from clawback w join claim c on c.id = w.claim_id where w.state = 'demanded' and starts_with(c.town, ${region})) as recovering,
          (select count(*)::int from audit_log where at >= ${today}::date) as acts,
          (select coalesce(max(id), 0) - coalesce((select max(audit_id) from audit_seal), 0) from audit_log)::int as unsealed
        from (
          select count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'open' and severity = 3)::int as grave,
            count(*) filter (where state = 'confirmed')::int as confirmed
          from anomaly where starts_with(region, ${region})) a
        cross join (
          select count(*)::int as paid, coalesce(sum(p.amount_fen), 0)::bigint as paid_fen
          from payment p join claim c on c.id = p.claim_id
          where p.state = 'paid' and p.settled_on >= ${month}::date and starts_with(c.town, ${region})) p`.execute(db),
      anomalyLines(db, sql`a.state <> 'explained' and starts_with(a.region, ${region})`, 5),
      sourceBalances(db, region),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "anomalies-open", label: "待说明疑点", count: n.open, overdue: n.grave },
        { code: "anomalies-confirmed", label: "待处置疑点", count: n.confirmed },
        { code: "samples", label: "未查完的抽样", count: n.unfinished },
        { code: "clawbacks", label: "追回中", count: n.recovering },
      ],
      figures: [
        { code: "paid-month", label: "本月到账", value: n.paid_fen, unit: "元" },
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
