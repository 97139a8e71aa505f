import {
  daysOf,
  dueDay,
  endedPeriods,
  type Period,
  periodTitle,
  type ReturnForm,
  type Values,
} from "@jinengtong/returns";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, notFound } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { kindsOf } from "./reporters.ts";
import { formOf, keepForm, publishedForm } from "./return-record.ts";
import { FormCode, PeriodCode } from "./return-view.ts";

/** Roles that return forms, each for its own organisation or office. */
export const REPORTING = ["enterprise", "institution", "department"] as const;

/**
 * `POST /api/v1/period-returns`: begins the return of an ended period for the actor's organisation, with the figures that the period before
 * carried on; one that exists already is opened.
 */
export const openReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns",
  summary: "填报定期报表",
  permission: { roles: REPORTING },
  scope: "returns:write",
  body: z.strictObject({ form: FormCode, period: PeriodCode }),
  output: Done,
  async run(context, { body }) {
    const kept = publishedForm(context, body.form, body.period);
    const organisation = await ownReporter(context, kept.form);
    requireEnded(context, kept.form, body.period);
    await keepForm(context, kept);
    const figures = await carriedOn(context, kept.form, organisation.id, body.period);
    await sql`
      insert into period_return (form_digest, form_code, period, organisation_id, region, due_on, figures, edited_at)
      values (${kept.digest}, ${kept.form.code}, ${body.period}, ${organisation.id}, ${organisation.town}, ${dueDay(kept.form, body.period)},
        ${json(figures)}, ${context.now}) on conflict (form_code, period, organisation_id) do nothing`.execute(
      context.db,
    );
    const { id } = await context.db
      .selectFrom("period_return")
      .select("id")
      .where("form_code", "=", kept.form.code)
      .where("period", "=", body.period)
      .where("organisation_id", "=", organisation.id)
      .executeTakeFirstOrThrow();
    context.audit({
      kind: "period-return",
      id,
      organisationId: organisation.id,
      detail: { form: kept.form.code, period: body.period },
    });
    return { id };
  },
});

async function ownReporter(context: Context, form: ReturnForm): Promise<{ id: string; town: string }> {
  const { organisationId } = context.actor;
  const found =
    organisationId === null
      ? undefined
      : await context.db
          .selectFrom("organisation")
          .select(["id", "town", "kind"])
          .where("id", "=", organisationId)
          .executeTakeFirst();
  if (!found) throw notFound("您的单位");
  if (!kindsOf(form).includes(found.kind))
    throw forbidden(`“${form.title}”不由您这类单位填报。请从“定期报表”中选择要填的表。`, "not-a-reporter");
  return found;
}

function requireEnded(context: Context, form: ReturnForm, period: Period): void {
  const days = daysOf(form.period, period);
  if (!days || days.last >= context.today)
    throw conflict("period-not-ended", `${periodTitle(period)}还没有结束，结束后的第二天起可以填报。`);
  if (!endedPeriods(form, context.today, 60).includes(period))
    throw conflict("period-too-old", `${periodTitle(period)}已过去太久，不能再填报。请联系人社部门。`);
}

/** Figures that begin with one of the period before: as its newest sent version has it, nothing where there is none. */
async function carriedOn(context: Context, form: ReturnForm, organisationId: string, period: Period): Promise<Values> {
  const asked = form.figures.filter(({ before }) => before !== undefined);
  const first = daysOf(form.period, period)?.first;
  if (asked.length === 0 || first === undefined) return {};
  const found = await sql<{ figures: Values; reckoned: Record<string, number>; digest: Buffer; period: string }>`
    select v.figures, v.reckoned, v.form_digest as digest, r.period from period_return r
    join period_return_version v on v.return_id = r.id
    where r.form_code = ${form.code} and r.organisation_id = ${organisationId} and r.period < ${period}
    order by r.period desc, v.version desc limit 1`.execute(context.db);
  const [last] = found.rows;
  if (!last) return {};
  const lastDays = daysOf((await formOf(context, last.digest)).period, last.period);
  // A period in between that nobody returned: nothing is known to be carried on.
  if (lastDays === undefined || Date.parse(first) - Date.parse(lastDays.last) !== 86_400_000) return {};
  return Object.fromEntries(
    asked.flatMap(({ code, before = "" }) => {
      const value = last.reckoned[before] ?? last.figures[before];
      return value === undefined ? [] : [[code, value]];
    }),
  );
}
