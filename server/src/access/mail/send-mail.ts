import { county } from "@jinengtong/county";
import { messagePlace } from "@jinengtong/words";
import type { Actor } from "../../kernel/actor.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { inboxOf, isRead } from "../../kernel/outbox.ts";
import type { Schedule } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";
import { type Choices, templatesAt } from "./mail-kinds.ts";

/** Messages in one letter; the rest is counted. */
const IN_A_LETTER = 20;
/** A message that couldn't be sent on in this time stays in the product alone. */
const LATEST_MS = 2 * 86_400_000;
const LONGEST_PAUSE_MINUTES = 240;

/** Account and address that a letter goes to. */
export interface Addressee {
  address_id: string;
  account_id: string;
  address_sealed: Buffer;
  choices: Choices;
  confirmed_at: Date;
  failures: number;
  role: Actor["role"];
  name: string;
  region: string;
  organisation_id: string | null;
}

export const ADDRESSEE = sql`m.id as address_id, m.account_id, m.address_sealed, m.choices, m.confirmed_at, m.failures,
  a.role, a.name, a.region, a.organisation_id`;

export const actorOf = (
  row: Pick<Addressee, "account_id" | "name" | "role" | "region" | "organisation_id">,
): Actor => ({
  accountId: row.account_id,
  name: row.name,
  role: row.role,
  region: row.region,
  organisationId: row.organisation_id,
  personId: null,
  sessionId: null,
  scopes: null,
});

/** Sends a letter to an account's address; false when the server didn't take it: it is tried again after a longer pause each time. */
export async function sendLetter(
  context: Context,
  to: Addressee,
  letter: { subject: string; lines: readonly string[] },
): Promise<boolean> {
  const { mail, sealer, config, log } = context.services;
  if (mail === null) return false;
  const { name } = county().product;
  const address = sealer.openText(to.address_sealed, { table: "mail_address", column: "address", row: to.address_id });
  try {
    await mail.send({
      to: address,
      subject: `【${name}】${letter.subject}`,
      text: [
        ...letter.lines,
        "",
        `这是${name}自动发出的邮件，请勿回复。收哪些、何时收，登录后在“消息”页设置：${config.publicUrl}`,
        "",
      ].join("\n"),
    });
  } catch {
    // The server's words may hold the address.
    log.warn({ addressId: to.address_id, failures: to.failures + 1 }, "a letter was not taken");
    const pause = Math.min(2 ** to.failures, LONGEST_PAUSE_MINUTES);
    await context.db
      .updateTable("mail_address")
      .set({ failures: to.failures + 1, next_try_at: new Date(context.now.getTime() + pause * 60_000) })
      .where("id", "=", to.address_id)
      .execute();
    return false;
  }
  await context.db
    .updateTable("mail_address")
    .set({ failures: 0, next_try_at: null })
    .where("id", "=", to.address_id)
    .execute();
  return true;
}

/** Sends on what came since, to every address that wants it at once. */
export const sendMail: Schedule = {
  name: "send-mail",
  title: "发送邮件通知",
  cron: "* * * * *",
  async run(services) {
    if (services.mail === null) return;
    const due = await sql<{ id: string }>`
      select id from mail_address where confirmed_at is not null and removed_at is null and choices::text like '%at-once%'
        and (next_try_at is null or next_try_at <= ${services.clock.now()}) order by next_try_at nulls first, id`.execute(
      services.database,
    );
    for (const { id } of due.rows) await sendNew(services, id);
  },
};

const sendNew = (services: Services, addressId: string): Promise<void> =>
  inTransaction(services, async (context) => {
    // Held until the letter is sent, so that no second process sends it too.
    const found = await sql<Addressee>`
      select ${ADDRESSEE} from mail_address m join account a on a.id = m.account_id
      where m.id = ${addressId} and m.removed_at is null and a.state = 'active' for update of m skip locked`.execute(
      context.db,
    );
    const to = found.rows[0];
    if (!to) return;
    const actor = actorOf(to);
    const news = await sql<{ key: string; template: string; text: string; subject: string | null }>`
      select * from (select case when day is null then id::text else template || ' ' || day::text end as key, template,
          replace(coalesce(body, ''), '{n}', count::text) as text, subject
        from message_outbox where ${inboxOf(actor)} and not ${isRead(actor)} and template = any(${templatesAt(to.choices, "at-once")}::text[])
          and created_at >= ${new Date(Math.max(to.confirmed_at.getTime(), context.now.getTime() - LATEST_MS))} order by id) n
      where not exists (select from mail_sent s where s.address_id = ${addressId} and s.message = n.key) limit 500`.execute(
      context.db,
    );
    if (news.rows.length === 0) return;
    const { publicUrl } = context.services.config;
    const lines = news.rows.slice(0, IN_A_LETTER).flatMap(({ template, text, subject }) => {
      const place = messagePlace(template, to.role, subject);
      return [`· ${text}`, ...(place === null ? [] : [`  ${place.title}：${publicUrl}${place.to}`])];
    });
    const more = news.rows.length - IN_A_LETTER;
    if (more > 0) lines.push(`还有 ${more} 条，登录后在“消息”里看。`);
    const sent = await sendLetter(context, to, { subject: `${news.rows.length} 条新消息`, lines });
    if (sent)
      await sql`insert into mail_sent (address_id, message, at) select ${addressId}, key, ${context.now}
        from unnest(${news.rows.map(({ key }) => key)}::text[]) as k (key) on conflict do nothing`.execute(context.db);
  });
