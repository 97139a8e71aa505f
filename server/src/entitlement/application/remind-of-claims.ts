import { benefitName } from "@jinengtong/policy";
import { addDays, addMonths } from "@jinengtong/standards";
import { notifyOrganisation } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { onceEach, reminderDays, type ReminderKind } from "../../kernel/reminders.ts";
import type { Services } from "../../kernel/services.ts";
import { notifyAll } from "../../people/index.ts";
import { lastDayToAsk } from "../claim/claim-period.ts";

interface Prepared {
  subject: string;
  recipient: string;
  organisation: boolean;
  number: string;
  benefit: string;
  preparedOn: string;
  issuedOn: string | null;
}

/** Reminds of prepared claims that nobody confirmed, and of the last day on which they can be claimed. */
export async function remindOfClaims(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const [after, before] = [reminderDays("unconfirmed"), reminderDays("claimLimit")];
    if (after > 0) {
      const since = addDays(context.today, -after);
      // One that lay longer, when reminding began, isn't dug out: its last day will be.
      const waiting = await preparedWhere(
        context,
        sql`c.created_at >= (${addDays(since, -7)}::date at time zone 'Asia/Shanghai') and c.created_at < ((${since}::date + 1) at time zone 'Asia/Shanghai')`,
      );
      await remind(
        context,
        "unconfirmed",
        waiting.map((row) => ({ ...row, dueOn: row.preparedOn })),
        (row, what) => `系统 ${row.preparedOn} 为您备好的${what}还没有确认，请登录确认或放弃。`,
        "有 {n} 件备好的补贴申请还没有确认，请核对后确认。",
      );
    }
    if (before === 0) return;
    const issuedBy = addMonths(addDays(context.today, before), -12);
    const ending = await preparedWhere(
      context,
      sql`f.issued_on <= ${addDays(issuedBy, 3)}::date and f.issued_on >= ${addMonths(context.today, -12)}::date`,
    );
    await remind(
      context,
      "claimLimit",
      ending.flatMap((row) => {
        const dueOn = row.issuedOn === null ? null : lastDayToAsk(row.issuedOn);
        return dueOn === null || dueOn < context.today || dueOn > addDays(context.today, before)
          ? []
          : [{ ...row, dueOn }];
      }),
      (row, what) => `${what}最迟 ${row.dueOn} 可以申请，过期失效。请登录确认或放弃。`,
      "有 {n} 件备好的补贴申请快到申请期限，过期失效，请尽快确认。",
    );
  });
}

const preparedWhere = async (context: Context, where: ReturnType<typeof sql>): Promise<Prepared[]> =>
  (
    await sql<Prepared>`
      select c.id as subject, coalesce(c.organisation_id, c.person_id) as recipient, c.organisation_id is not null as organisation,
        c.number, c.benefit, (c.created_at at time zone 'Asia/Shanghai')::date as "preparedOn", f.issued_on as "issuedOn"
      from claim c left join certificate f on f.id = c.certificate_id
      where c.state = 'prepared' and coalesce(c.organisation_id, c.person_id) is not null and ${where} order by c.number`.execute(
      context.db,
    )
  ).rows;

async function remind(
  context: Context,
  kind: Extract<ReminderKind, "unconfirmed" | "claimLimit">,
  rows: readonly (Prepared & { dueOn: string })[],
  text: (row: Prepared & { dueOn: string }, what: string) => string,
  counted: string,
): Promise<void> {
  const template = kind === "unconfirmed" ? "claim-unconfirmed" : "claim-limit";
  const due = await onceEach(context, kind, rows);
  await notifyAll(
    context,
    due.flatMap((row) =>
      row.organisation
        ? []
        : [
            {
              personId: row.recipient,
              template,
              text: text(row, `${benefitName(context.services.policies.every(), row.benefit)}申请 ${row.number}`),
            },
          ],
    ),
  );
  const organisations = Map.groupBy(
    due.filter((row) => row.organisation),
    (row) => row.recipient,
  );
  for (const [id, claims] of organisations)
    await notifyOrganisation(context, id, { template, text: counted, count: claims.length });
}
