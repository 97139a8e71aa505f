import { dueDay, endedPeriods, periodTitle } from "@jinengtong/returns";
import { todayInShanghai } from "@jinengtong/standards";
import { notifyOrganisation } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { dueStep, onceEachStep } from "../../kernel/reminders.ts";
import type { Services } from "../../kernel/services.ts";
import { owes } from "./reporters.ts";
import { daysUntil } from "./return-view.ts";

/** Newest periods of a form that may still be reminded of. */
const PERIODS = 3;

/** Reminds those who have not sent a period before its day, on it, and after it: at −7, −3, −1, 0, +1 and +5 days. */
export async function remindOfReturns(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  for (const form of services.forms.current())
    for (const period of endedPeriods(form, today, PERIODS)) {
      await inTransaction(services, async (context) => {
        const dueOn = dueDay(form, period);
        const step = dueStep(context.today, dueOn);
        if (step === null) return;
        const found = await sql<{ recipient: string; returnId: string | null }>`
          select o.id as recipient, r.id as "returnId" from organisation o
          left join period_return r on r.organisation_id = o.id and r.form_code = ${form.code} and r.period = ${period}
          where ${owes(form, sql`${dueOn}`)} and r.first_submitted_on is null order by o.id`.execute(context.db);
        const due = await onceEachStep(context, `return:${form.code}:${period}`, step, dueOn, found.rows);
        const title = `${periodTitle(period)}${form.title}`;
        const left = daysUntil(context.today, dueOn);
        for (const { recipient, returnId } of due)
          await notifyOrganisation(context, recipient, {
            template: "return-due",
            ...(returnId === null ? {} : { subject: returnId }),
            text:
              left > 0
                ? `${title}最迟 ${dueOn} 报送，还有 ${left} 天。`
                : left === 0
                  ? `${title}今天是报送的最后一天，请尽快提交。`
                  : `${title}已逾期 ${-left} 天，请尽快补报；逾期计入及时率。`,
          });
      });
    }
}
