import { dueDay, type Period, type ReturnForm } from "@jinengtong/returns";
import { regionName } from "@jinengtong/county";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byId, byName, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { ofRegion, owes } from "./reporters.ts";
import { publishedForm } from "./return-record.ts";
import { returnStates } from "./return-states.ts";
import { FormCode, isLate, Numbers, PeriodCode, ReturnStateName } from "./return-view.ts";

export const OfPeriod = z.object({ code: FormCode, period: PeriodCode });

/** Readers of all returns of a region. */
export const OVERSEEING = ["reviewer", "finance", "auditor"] as const;

export const Reporter = z.strictObject({
  id: Id.describe("单位"),
  name: z.string(),
  town: z.string(),
  townLabel: z.string(),
  returnId: Id.nullable(),
  state: ReturnStateName.nullable(),
  stateLabel: z.string(),
  submittedAt: Instant.nullable(),
  late: z.boolean(),
  rowCount: z.number().int(),
  figures: z.record(z.string(), z.union([z.string(), z.number()])).describe("最近一次报送的数"),
  reckoned: Numbers,
  warnings: z.array(z.string()),
});
export type Reporter = z.output<typeof Reporter>;

export const ReporterFilter = z.object({
  standing: z
    .enum(["missing", "late", "waiting", "returned", "accepted"])
    .optional()
    .describe("missing 没有报送，late 逾期，waiting 待审核，returned 退回或重新打开，accepted 已接受"),
  warning: z.string().max(40).optional().describe("有这条提示的：关系在表中的位置"),
  town: z.string().max(12).optional(),
  q: SearchText(60).optional(),
});

export const REPORTER_ORDER = sortable({
  columns: {
    name: byName("o.name"),
    town: byText("o.town"),
    state: byText("r.state", "first"),
    submittedAt: byTime("r.submitted_at", "last"),
  },
  unique: byId("o.id"),
  usual: "name",
});

type Raw = Omit<Reporter, "townLabel" | "stateLabel" | "submittedAt" | "late" | "warnings" | "figures" | "reckoned"> & {
  submittedAt: Date | null;
  firstSubmittedOn: string | null;
  figures: Reporter["figures"] | null;
  reckoned: Record<string, number> | null;
  warnings: { pointer: string; message: string }[] | null;
};

/** Organisations `o` that owe the period, with their return `r` and its newest sent version `v`. */
export const periodTables = (context: Context, form: ReturnForm, period: Period) => sql`
  organisation o
  left join period_return r on r.organisation_id = o.id and r.form_code = ${form.code} and r.period = ${period}
  left join lateral (select figures, reckoned, warnings from period_return_version v where v.return_id = r.id order by v.version desc limit 1) v on true
  where (r.id is not null or (${owes(form, sql`${dueDay(form, period)}`)})) and ${ofRegion(context.actor)}`;

function filtered(context: Context, dueOn: string, filter: z.output<typeof ReporterFilter>) {
  const parts = [sql<boolean>`true`];
  const unsent = sql<boolean>`r.first_submitted_on is null`;
  if (filter.standing === "missing") parts.push(unsent);
  if (filter.standing === "late")
    parts.push(sql`coalesce(r.first_submitted_on, ${context.today}::date) > ${dueOn}::date`);
  if (filter.standing === "waiting") parts.push(sql`r.state in ('submitted', 'agreed')`);
  if (filter.standing === "returned") parts.push(sql`r.state in ('returned', 'reopened')`);
  if (filter.standing === "accepted") parts.push(sql`r.state in ('accepted', 'locked')`);
  if (filter.warning !== undefined)
    parts.push(sql`v.warnings @> ${JSON.stringify([{ pointer: filter.warning }])}::jsonb`);
  if (filter.town !== undefined) parts.push(sql`o.town = ${filter.town}`);
  if (filter.q) parts.push(sql`o.name like ${`%${filter.q.replace(/[\\%_]/g, "\\$&")}%`}`);
  return sql.join(parts, sql` and `);
}

export async function reporterPage(
  context: Context,
  { code, period }: z.output<typeof OfPeriod>,
  filter: z.output<typeof ReporterFilter>,
  request: Parameters<typeof REPORTER_ORDER.page>[0],
) {
  const { form } = publishedForm(context, code, period);
  const dueOn = dueDay(form, period);
  const page = REPORTER_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw>>`
      select o.id, o.name, o.town, r.id as "returnId", r.state, r.submitted_at as "submittedAt", r.first_submitted_on as "firstSubmittedOn",
        coalesce(r.row_count, 0) as "rowCount", v.figures, v.reckoned, v.warnings, ${page.place}
      from ${periodTables(context, form, period)} and ${filtered(context, dueOn, filter)} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
  );
  return { ...cut, rows: cut.rows.map((row) => shown(context, dueOn, row as Raw)) };
}

function shown(context: Context, dueOn: string, row: Raw): Reporter {
  const { firstSubmittedOn, submittedAt, ...rest } = row;
  return {
    ...rest,
    townLabel: regionName(row.town),
    stateLabel: row.state === null ? "没有填" : returnStates.states[row.state].label,
    submittedAt: submittedAt?.toISOString() ?? null,
    late: isLate(context.today, dueOn, firstSubmittedOn),
    figures: row.figures ?? {},
    reckoned: row.reckoned ?? {},
    warnings: row.warnings?.map(({ message }) => message) ?? [],
  };
}

/** `GET /api/v1/period-forms/:code/periods/:period/reporters`: all who owe a period, with what each sent, or did not. */
export const listReporters = operation({
  method: "GET",
  path: "/api/v1/period-forms/:code/periods/:period/reporters",
  summary: "一期报表的报送情况",
  permission: { roles: OVERSEEING },
  params: OfPeriod,
  query: REPORTER_ORDER.query.extend(ReporterFilter.shape),
  output: pageOf(Reporter),
  run: (context, { params, query }) => reporterPage(context, params, query, query),
});
