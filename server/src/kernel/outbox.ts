import type { MessageTemplate } from "@jinengtong/words";
import type { RawBuilder } from "kysely";
import type { Actor, Role } from "./actor.ts";
import type { Context } from "./context.ts";
import { sql } from "./database.ts";
import type { Subscription } from "./queue.ts";
import { inTransaction } from "./context.ts";

/** A queued text message. Recipient and text are sealed to its row, so that a dump reveals no codes or names. */
export interface TextMessage {
  phone: string;
  template: MessageTemplate;
  text: string;
  personId?: string | null;
}

/** An inbox message of a person, of a staff account, of everybody in an organisation, or of an office: a role in a region. */
export interface InboxMessage {
  personId?: string | null;
  accountId?: string | null;
  organisationId?: string | null;
  office?: { role: Role; region: string } | null;
  template: MessageTemplate;
  text: string;
  /** Id of the record that it leads to. */
  subject?: string | null;
  /** Set for work that keeps coming: one message a day counts it, and `{n}` in its text stands for the count. */
  counted?: number;
}

/** Queues text messages, sent after the transaction commits; codes that somebody waits for go first. */
export async function queueTexts(
  context: Context,
  messages: readonly TextMessage[],
  options: { urgent?: boolean } = {},
): Promise<void> {
  if (messages.length === 0) return;
  const { sealer } = context.services;
  const drawn = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('message_outbox', 'id')) as id from generate_series(1, ${messages.length}::int)`.execute(
    context.db,
  );
  const ids = drawn.rows.map((row) => row.id);
  const sealed = (column: string, value: (message: TextMessage) => string): Buffer[] =>
    messages.map((message, index) =>
      sealer.seal(value(message), { table: "message_outbox", column, row: String(ids[index]) }),
    );
  await sql`
    insert into message_outbox (id, channel, person_id, phone_sealed, template, body_sealed, created_at) overriding system value
    select id, 'sms', person_id, phone_sealed, template, body_sealed, ${context.now}::timestamptz
    from unnest(${ids}::bigint[], ${messages.map((message) => message.personId ?? null)}::uuid[],
      ${sealed("phone", (message) => message.phone)}::bytea[], ${messages.map((message) => message.template)}::text[],
      ${sealed("body", (message) => message.text)}::bytea[]) as m (id, person_id, phone_sealed, template, body_sealed)`.execute(
    context.db,
  );
  await context.emit("texts-queued", { ids }, options);
}

/** Adds messages to inboxes. Their text holds nobody's numbers. */
export async function putIntoInboxes(context: Context, messages: readonly InboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  // A counted one that grows takes a new place in the inbox, so that it is unread again.
  await sql`
    insert into message_outbox (channel, person_id, account_id, organisation_id, role, region, template, body, subject, day, count, created_at, sent_at)
    select 'in-app', m.*, ${context.now}::timestamptz, ${context.now}::timestamptz
    from unnest(${messages.map((message) => message.personId ?? null)}::uuid[], ${messages.map((message) => message.accountId ?? null)}::uuid[],
      ${messages.map((message) => message.organisationId ?? null)}::uuid[], ${messages.map((message) => message.office?.role ?? null)}::text[],
      ${messages.map((message) => message.office?.region ?? null)}::text[], ${messages.map((message) => message.template)}::text[],
      ${messages.map((message) => message.text)}::text[], ${messages.map((message) => message.subject ?? null)}::text[],
      ${messages.map((message) => (message.counted === undefined ? null : context.today))}::date[],
      ${messages.map((message) => message.counted ?? 1)}::int[]) as m
    on conflict (template, day, organisation_id, role, region) where day is not null
      do update set id = default, count = message_outbox.count + excluded.count, body = excluded.body, created_at = excluded.created_at`.execute(
    context.db,
  );
}

/** The messages that an account reads: its own, its person's, its organisation's and its office's. */
export function inboxOf(actor: Actor): RawBuilder<boolean> {
  const whose = [
    sql`account_id = ${actor.accountId}`,
    ...(actor.personId === null ? [] : [sql`person_id = ${actor.personId}`]),
    ...(actor.organisationId === null ? [] : [sql`organisation_id = ${actor.organisationId}`]),
    ...(OFFICES.has(actor.role) ? [sql`(role = ${actor.role} and region = ${actor.region})`] : []),
  ];
  return sql<boolean>`channel = 'in-app' and (${sql.join(whose, sql` or `)})`;
}

/** Roles of officers; those of organisations and learners are told as such. */
const OFFICES: ReadonlySet<Role> = new Set(["reviewer", "department", "finance", "auditor", "security", "admin"]);

/** Whether an account has read a message. What its organisation or office was told before the account was opened is no news to it. */
export const isRead = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(read_at is not null or id <= coalesce((select up_to from message_reading where account_id = ${actor.accountId}), 0)
    or (person_id is null and created_at < (select created_at from account where id = ${actor.accountId})))`;

/** Marks the actor's messages up to one as read, for this account alone; returns how many of the newest were unread. */
export async function markInboxRead(context: Context, upTo: number): Promise<number> {
  const { actor } = context;
  const unread = await unreadOf(context, upTo);
  const { personId, accountId } = actor;
  await context.db
    .updateTable("message_outbox")
    .set({ read_at: context.now })
    .where("channel", "=", "in-app")
    .where("read_at", "is", null)
    .where("id", "<=", upTo)
    .where((where) => where.or([where("person_id", "=", personId), where("account_id", "=", accountId)]))
    .execute();
  await sql`
    insert into message_reading as r (account_id, up_to, at) values (${accountId}, ${upTo}, ${context.now})
    on conflict (account_id) do update set up_to = excluded.up_to, at = excluded.at where r.up_to < excluded.up_to`.execute(
    context.db,
  );
  return unread;
}

/** More unread messages than this aren't counted: nobody reads a larger number. */
const COUNTED_UNREAD = 100;

/** Unread messages of the actor, up to 100. */
export async function unreadOf({ db, actor }: Context, upTo = Number.MAX_SAFE_INTEGER): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (select from message_outbox
      where ${inboxOf(actor)} and not ${isRead(actor)} and id <= ${upTo} limit ${COUNTED_UNREAD}) m`.execute(db);
  return found.rows[0]?.n ?? 0;
}

/** Opens a queued text message, to send it or to show it in a trial. */
export function openText(
  context: Context,
  row: { id: number; phone_sealed: Buffer | null; body_sealed: Buffer | null },
): { phone: string; text: string } {
  const open = (column: string, value: Buffer | null): string =>
    value === null
      ? ""
      : context.services.sealer.openText(value, { table: "message_outbox", column, row: String(row.id) });
  return { phone: open("phone", row.phone_sealed), text: open("body", row.body_sealed) };
}

/**
 * Sends queued messages through the gateway. Each is marked separately, so that a failure repeats none of those before it; a number
 * that the gateway refuses doesn't hold up those after it.
 */
export const sendTexts: Subscription<"texts-queued"> = {
  event: "texts-queued",
  name: "send-texts",
  title: "发送短信",
  async run(context, payload) {
    const rows = await context.db
      .selectFrom("message_outbox")
      .select(["id", "phone_sealed", "body_sealed"])
      .where("id", "in", payload.ids)
      .where("sent_at", "is", null)
      .orderBy("id")
      .execute();
    let refusal: Error | undefined;
    for (const row of rows) {
      const { phone, text } = openText(context, row);
      try {
        await context.services.sms.send(phone, text);
      } catch (error) {
        refusal = error instanceof Error ? error : new Error("the gateway refused a message");
        continue;
      }
      await inTransaction(context.services, (own) =>
        own.db.updateTable("message_outbox").set({ sent_at: own.now }).where("id", "=", row.id).execute(),
      );
    }
    // The job is tried again for those that are left.
    if (refusal !== undefined) throw refusal;
  },
};
