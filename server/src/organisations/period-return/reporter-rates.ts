import { dueDay, endedPeriods, periodTitle, type ReturnForm } from "@jinengtong/returns";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { OVERSEEING } from "./period-reporters.ts";
import { kindsOf, ofRegion } from "./reporters.ts";
import { FormCode } from "./return-view.ts";

/** Periods that a rate looks back on at most. */
const LOOKED_AT = 12;

const Rates = z.strictObject({
  id: Id,
  name: z.string(),
  owed: z.number().int().describe("到期应报的期数"),
  sent: z.number().int().describe("已报的期数"),
  onTime: z.number().int().describe("按时报的期数"),
  complete: z.number().nullable().describe("完整率，百分之"),
  timely: z.number().nullable().describe("及时率，百分之"),
  overdue: z.string().describe("逾期没有报的期间"),
});

const RATE_ORDER = sortable({
  columns: {
    name: byName("o.name"),
    sent: byNumber("count(r.first_submitted_on)"),
    onTime: byNumber("count(*) filter (where r.first_submitted_on <= p.due)"),
  },
  unique: byId("o.id"),
  usual: "name",
});

const formOf = (context: Context, code: string): ReturnForm => {
  const form = context.services.forms.current().find((one) => one.code === code);
  if (!form) throw notFound("这份表");
  return form;
};

type Raw = Omit<z.output<typeof Rates>, "complete" | "timely" | "overdue"> & { missing: string[] | null };

/** `GET /api/v1/period-forms/:code/rates`: of each reporter, how many of the periods that fell due were sent, and in time. */
export const listRates = operation({
  method: "GET",
  path: "/api/v1/period-forms/:code/rates",
  summary: "报送的完整率和及时率",
  permission: { roles: OVERSEEING },
  params: z.object({ code: FormCode }),
  query: RATE_ORDER.query,
  output: pageOf(Rates),
  async run(context, { params, query }) {
    const form = formOf(context, params.code);
    const periods = endedPeriods(form, context.today, LOOKED_AT);
    const page = RATE_ORDER.page(query);
    const cut = await page.read(
      context.db,
      // Grouped first: the list's place in its order is an aggregate.
      sql<Placed<Raw>>`
        select o.id, o.name, count(*)::int as owed, count(r.first_submitted_on)::int as sent,
          (count(*) filter (where r.first_submitted_on <= p.due))::int as "onTime",
          array_agg(p.period order by p.period) filter (where r.first_submitted_on is null) as missing, ${page.place}
        from organisation o
        cross join unnest(${periods}::text[], ${periods.map((period) => dueDay(form, period))}::date[]) as p (period, due)
        left join period_return r on r.organisation_id = o.id and r.form_code = ${form.code} and r.period = p.period
        where o.kind = any(${kindsOf(form)}::text[]) and o.state <> 'exited' and ${ofRegion(context.actor)}
          and (r.first_submitted_on is not null or ((o.created_at at time zone 'Asia/Shanghai')::date <= p.due and p.due < ${context.today}::date))
        group by o.id, o.name having ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => {
        const { missing, ...rest } = row as Raw;
        return {
          ...rest,
          complete: percent(rest.sent, rest.owed),
          timely: percent(rest.onTime, rest.owed),
          overdue: (missing ?? []).map(periodTitle).join("、"),
        };
      }),
    };
  },
});

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

export const exportRates = exportOf(listRates, {
  title: "报送完整率和及时率",
  columns: [
    { header: "单位", width: 34, value: (row) => row.name },
    { header: "到期应报", kind: "number", value: (row) => row.owed },
    { header: "已报", kind: "number", value: (row) => row.sent },
    { header: "按时", kind: "number", value: (row) => row.onTime },
    { header: "完整率（%）", value: (row) => row.complete },
    { header: "及时率（%）", value: (row) => row.timely },
    { header: "逾期没有报", width: 40, value: (row) => row.overdue },
  ],
});
