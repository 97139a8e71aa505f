import { daysOf, periodTitle, type ReturnForm } from "@jinengtong/returns";
import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Fen, Id } from "../../kernel/shapes.ts";
import { FormCode, PeriodCode, publishedForm, READING, returnOwner } from "../../organisations/index.ts";
import "../tables.ts";

const Counts = z.strictObject({
  personTimes: z.number().int().describe("人次：重复报送的只计一次"),
  persons: z.number().int().describe("人：按身份证号去重"),
  certified: z.number().int().describe("取得证书人次"),
  paidFen: Fen,
});

const Cut = z.strictObject({
  code: z.string(),
  label: z.string(),
  personTimes: z.number().int(),
  persons: z.number().int(),
  paidFen: Fen,
});

const Office = z.strictObject({
  id: Id,
  name: z.string(),
  rows: z.number().int().describe("报送的行"),
  doubles: z.number().int().describe("其中与别处重复"),
  counted: z.number().int().describe("计入的人次"),
  newPersons: z.number().int().describe("别处都没有的人"),
  paidFen: Fen,
});

const Span = z.strictObject({
  title: z.string(),
  own: Counts.describe("本平台"),
  offices: Counts.describe("各部门已接受的报送"),
  merged: Counts.describe("合并后"),
  byOffice: z.array(Office),
  byKind: z.array(Cut),
  byLevel: z.array(Cut),
  bySource: z.array(Cut),
});

/** Rows by name that are accepted and began in a span, counted unless they repeat a row or enrolment that stands. */
const rowsOf = (form: ReturnForm, first: CivilDate, last: CivilDate) => sql`
  select v.*, (v.content ->> 'paidFen')::bigint as paid, v.content ->> 'certificateNumber' is not null as certified,
    exists (select from return_double d left join sent_return_row w on w.id = d.other_row_id and w.accepted
      left join enrolment e on e.id = d.enrolment_id and e.state in ('enrolled', 'completed', 'failed')
      where d.row_id = v.id and (w.id is not null or e.id is not null)) as double
  from sent_return_row v where v.accepted and v.form_code = ${form.code}
    and v.period >= ${first.slice(0, 7)} and v.period <= ${last.slice(0, 7)}`;

/** Our own enrolments of classes that began in a span. */
const ownOf = (region: string, first: CivilDate, last: CivilDate) => sql`
  select p.citizen_id_hash as id_number_hash,
    (select count(*) from certificate f where f.enrolment_id = e.id and not exists (select from certificate_revocation x where x.certificate_id = f.id)) > 0 as certified,
    coalesce((select sum(k.paid_fen) from claim k where k.enrolment_id = e.id and k.state in ('paid', 'recovering')), 0)::bigint as paid
  from training_class c join enrolment e on e.class_id = c.id join person p on p.id = e.person_id
  where c.starts_on between ${first}::date and ${last}::date and c.town like ${`${region}%`}
    and c.state in ('approved', 'running', 'suspended', 'completed', 'closed') and e.state in ('enrolled', 'completed', 'failed')`;

/**
 * `GET /api/v1/period-forms/:code/periods/:period/merged`: a month and its year to date, our own records and the accepted returns of all
 * offices put together: a training is counted once whoever returned it, and a person once.
 */
export const mergedPeriod = operation({
  method: "GET",
  path: "/api/v1/period-forms/:code/periods/:period/merged",
  summary: "合并统计",
  permission: { roles: ["reviewer", "finance", "auditor"] },
  params: z.object({ code: FormCode, period: PeriodCode }),
  output: z.strictObject({ period: Span, year: Span }),
  async run(context, { params }) {
    const { form } = publishedForm(context, params.code, params.period);
    if (!form.rows?.sameTraining) throw conflict("form-not-merged", `“${form.title}”没有实名名单，不作合并统计。`);
    const days = daysOf(form.period, params.period) as { first: CivilDate; last: CivilDate };
    const year = `${params.period.slice(0, 4)}-01-01` as CivilDate;
    return {
      period: await span(context, form, days.first, days.last, periodTitle(params.period)),
      year: await span(context, form, year, days.last, `${params.period.slice(0, 4)}年至${periodTitle(params.period)}`),
    };
  },
});

async function span(
  context: Context,
  form: ReturnForm,
  first: CivilDate,
  last: CivilDate,
  title: string,
): Promise<z.output<typeof Span>> {
  const rows = rowsOf(form, first, last);
  const own = ownOf(context.actor.region, first, last);
  const counted = await sql<Record<"own" | "offices" | "merged", z.output<typeof Counts>>>`
    with r as (${rows}), e as (${own}),
      m as (select id_number_hash, certified, paid, not double as counts from r union all select id_number_hash, certified, paid, true from e)
    select
      (select jsonb_build_object('personTimes', count(*), 'persons', count(distinct id_number_hash), 'certified', count(*) filter (where certified),
        'paidFen', coalesce(sum(paid), 0)) from e) as own,
      (select jsonb_build_object('personTimes', count(*), 'persons', count(distinct id_number_hash), 'certified', count(*) filter (where certified),
        'paidFen', coalesce(sum(paid), 0)) from r) as offices,
      (select jsonb_build_object('personTimes', count(*) filter (where counts), 'persons', count(distinct id_number_hash),
        'certified', count(*) filter (where certified and counts), 'paidFen', coalesce(sum(paid), 0)) from m) as merged`.execute(
    context.db,
  );
  // `not in` is hashed once; `not exists` would ask anew for each row.
  const offices = await sql<z.output<typeof Office>>`
    with r as (${rows}), e as (${own})
    select o.id, o.name, count(*)::int as rows, (count(*) filter (where r.double))::int as doubles, (count(*) filter (where not r.double))::int as counted,
      (count(distinct r.id_number_hash) filter (where r.id_number_hash not in (select e.id_number_hash from e)
        and not exists (select from r x where x.id_number_hash = r.id_number_hash and x.organisation_id <> r.organisation_id
          and (x.submitted_at, x.id) < (r.submitted_at, r.id))))::int as "newPersons",
      coalesce(sum(r.paid), 0)::bigint as "paidFen"
    from r join organisation o on o.id = r.organisation_id group by o.id, o.name order by o.name`.execute(context.db);
  const cut = async (code: string): Promise<z.output<typeof Cut>[]> => {
    const found = await sql<z.output<typeof Cut>>`
      with r as (${rows})
      select coalesce(r.content ->> ${code}, '') as code, '' as label, (count(*) filter (where not r.double))::int as "personTimes",
        count(distinct r.id_number_hash)::int as persons, coalesce(sum(r.paid), 0)::bigint as "paidFen" from r group by 1 order by 1`.execute(
      context.db,
    );
    const list = form.rows?.columns.find((column) => column.code === code)?.list;
    return found.rows.map((row) => ({
      ...row,
      label: row.code === "" ? "没有填" : (list?.find((item) => item.code === row.code)?.title ?? row.code),
    }));
  };
  const nothing = { personTimes: 0, persons: 0, certified: 0, paidFen: 0 };
  return {
    title,
    ...(counted.rows[0] ?? { own: nothing, offices: nothing, merged: nothing }),
    byOffice: offices.rows,
    byKind: await cut("kind"),
    byLevel: await cut("level"),
    bySource: await cut("source"),
  };
}

/** `GET /api/v1/period-returns/:id/receipt`: receipt of a sent return: its rows, how many are new, how many are known elsewhere. */
export const returnReceipt = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id/receipt",
  summary: "报送回执",
  permission: { roles: READING, over: returnOwner },
  scope: "returns:read",
  params: z.object({ id: Id }),
  output: z.strictObject({
    rows: z.number().int(),
    persons: z.number().int(),
    newPersons: z.number().int().describe("本平台和先报的部门都没有的人"),
    doubles: z.number().int().describe("重复的行"),
    withOwn: z.number().int().describe("与本平台重复"),
    withOffices: z.number().int().describe("与别的部门重复"),
  }),
  async run(context, { params }) {
    const found = await sql<{
      rows: number;
      persons: number;
      newPersons: number;
      doubles: number;
      withOwn: number;
      withOffices: number;
    }>`
      select count(*)::int as rows, count(distinct v.id_number_hash)::int as persons,
        (count(distinct v.id_number_hash) filter (where
          not exists (select from identified_person p join enrolment e on e.person_id = p.id where p.hash = v.id_number_hash
            and e.state in ('enrolled', 'completed', 'failed'))
          and not exists (select from sent_return_row w where w.id_number_hash = v.id_number_hash and w.return_id <> v.return_id
            and w.submitted_at < v.submitted_at)))::int as "newPersons",
        (count(*) filter (where exists (select from return_double d where d.row_id = v.id)))::int as doubles,
        (count(*) filter (where exists (select from return_double d where d.row_id = v.id and d.enrolment_id is not null)))::int as "withOwn",
        (count(*) filter (where exists (select from return_double d where d.row_id = v.id and d.other_row_id is not null)))::int as "withOffices"
      from sent_return_row v where v.return_id = ${params.id}`.execute(context.db);
    return found.rows[0] ?? { rows: 0, persons: 0, newPersons: 0, doubles: 0, withOwn: 0, withOffices: 0 };
  },
});
