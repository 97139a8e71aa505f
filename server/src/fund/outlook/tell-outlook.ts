import { notifyOrganisation } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";
import { notifyAll } from "../../people/index.ts";
import { type Basis, type InLine, lineOf, outlookSaid, type SourceLine } from "./outlook.ts";

/** Each morning: whoever waits for money is told when the expected day changes, is lost or is found. */
export async function outlookRound(services: Services): Promise<void> {
  const sources = await sql<{ id: string }>`
    select distinct source_id as id from claim where state = 'payable' and source_id is not null order by 1`.execute(
    services.database,
  );
  for (const { id } of sources.rows) await inTransaction(services, (context) => tellChanges(context, id));
}

interface Known {
  claim_id: string;
  number: string;
  person_id: string | null;
  organisation_id: string | null;
  payee_kind: "person" | "organisation";
  basis: Basis | null;
  expected_on: string | null;
}

/**
 * A day of one's own making is no news: experience shifts it a little each morning. The reason is told, the loss of a day, and another
 * day of expected money.
 */
const isNews = (known: Known, { basis, expectedOn }: InLine): boolean =>
  known.basis === null
    ? basis === "short" || basis === "inflow"
    : known.basis !== basis || (basis === "inflow" && known.expected_on !== expectedOn);

/** Expected money was entered or changed: whoever waits for it is told without waiting for the morning. */
export const tellInflow: Subscription<"inflow-expected"> = {
  event: "inflow-expected",
  name: "tell-inflow",
  title: "通知计划拨入带来的到账日变化",
  run: (context, { sourceId }) => tellChanges(context, sourceId),
};

async function tellChanges(context: Context, sourceId: string): Promise<void> {
  const line = await lineOf(context, sourceId);
  const known = await sql<Known>`
    select c.id as claim_id, c.number, c.person_id, c.organisation_id, c.payee_kind, t.basis, t.expected_on
    from claim c left join payment_outlook t on t.claim_id = c.id where c.id = any(${[...line.claims.keys()]}::uuid[])
    order by c.number`.execute(context.db);
  const news = known.rows.flatMap((row) => {
    const now = line.claims.get(row.claim_id);
    return now !== undefined && isNews(row, now) ? [{ ...row, now }] : [];
  });
  await notifyAll(
    context,
    news.flatMap(({ person_id, payee_kind, number, expected_on, now }) =>
      person_id === null || payee_kind === "organisation"
        ? []
        : [{ personId: person_id, template: "payment-day", text: text(line, number, expected_on, now) }],
    ),
  );
  for (const { organisation_id, payee_kind, claim_id, number, expected_on, now } of news)
    if (organisation_id !== null && payee_kind === "organisation")
      await notifyOrganisation(context, organisation_id, {
        template: "payment-day",
        subject: claim_id,
        text: text(line, number, expected_on, now),
      });
  await keep(
    context,
    known.rows.flatMap((row) => {
      const now = line.claims.get(row.claim_id);
      return now !== undefined && (row.basis === null || isNews(row, now)) ? [now] : [];
    }),
  );
}

const text = (line: SourceLine, number: string, before: string | null, now: InLine): string =>
  `待拨付的补贴申请 ${number}：${before === null ? "" : `原预计 ${before} 前后到账，现有变化。`}${outlookSaid(line, now)}`;

async function keep(context: Context, lines: readonly InLine[]): Promise<void> {
  await sql`
    insert into payment_outlook (claim_id, basis, expected_on, told_at)
    select g.*, ${context.now}::timestamptz from unnest(${lines.map((one) => one.claimId)}::uuid[], ${lines.map((one) => one.basis)}::text[],
      ${lines.map((one) => one.expectedOn)}::date[]) as g
    on conflict (claim_id) do update set basis = excluded.basis, expected_on = excluded.expected_on, told_at = excluded.told_at`.execute(
    context.db,
  );
}
