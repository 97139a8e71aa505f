import { dueDay, endedPeriods, periodTitle, type ReturnForm } from "@jinengtong/returns";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { REPORTING } from "./open-return.ts";
import { kindsOf } from "./reporters.ts";
import { returnStates } from "./return-states.ts";
import { daysUntil, isLate, ReturnStateName } from "./return-view.ts";

/** Periods of a form that a reporter sees: a year of months, three years. */
const SHOWN = { month: 12, quarter: 8, year: 3 } as const;

const Duty = z.strictObject({
  form: z.string(),
  title: z.string(),
  period: z.string(),
  periodTitle: z.string(),
  dueOn: CivilDate,
  daysLeft: z.number().int().describe("距期限的天数，负数为已过"),
  late: z.boolean(),
  returnId: Id.nullable(),
  state: ReturnStateName.nullable(),
  stateLabel: z.string(),
});
type Duty = z.output<typeof Duty>;

/** `GET /api/v1/me/return-duties`: the periods that the actor's organisation returns, newest first, with what became of each. */
export const listReturnDuties = operation({
  method: "GET",
  path: "/api/v1/me/return-duties",
  summary: "本单位要报的定期报表",
  permission: { roles: REPORTING },
  scope: "returns:read",
  output: z.object({ duties: z.array(Duty) }),
  async run(context) {
    const organisation = await context.db
      .selectFrom("organisation")
      .select(["id", "kind", sql<string>`(created_at at time zone 'Asia/Shanghai')::date::text`.as("since")])
      .where("id", "=", context.actor.organisationId)
      .executeTakeFirst();
    if (!organisation) return { duties: [] };
    const forms = context.services.forms.current().filter((form) => kindsOf(form).includes(organisation.kind));
    const returns = await context.db
      .selectFrom("period_return")
      .select(["id", "form_code", "period", "state", "due_on", "first_submitted_on"])
      .where("organisation_id", "=", organisation.id)
      .execute();
    const dutiesOf = (form: ReturnForm): Duty[] =>
      endedPeriods(form, context.today, SHOWN[form.period]).flatMap((period) => {
        const given = returns.find((one) => one.form_code === form.code && one.period === period);
        const dueOn = given?.due_on ?? dueDay(form, period);
        // Whoever was registered after the day owes nothing, and may still have filled it in.
        return given === undefined && organisation.since > dueOn ? [] : [dutyOf(context, form, period, dueOn, given)];
      });
    return { duties: forms.flatMap(dutiesOf) };
  },
});

function dutyOf(
  context: Context,
  form: ReturnForm,
  period: string,
  dueOn: Duty["dueOn"],
  given: { id: string; state: z.output<typeof ReturnStateName>; first_submitted_on: string | null } | undefined,
): Duty {
  return {
    form: form.code,
    title: form.title,
    period,
    periodTitle: periodTitle(period),
    dueOn,
    daysLeft: daysUntil(context.today, dueOn),
    late: isLate(context.today, dueOn, given?.first_submitted_on ?? null),
    returnId: given?.id ?? null,
    state: given?.state ?? null,
    stateLabel: given === undefined ? "没有填" : returnStates.states[given.state].label,
  };
}
