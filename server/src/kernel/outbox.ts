import type { MessageTemplate } from "@jinengtong/words";
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

/** An inbox message of a person, or of a staff account. */
export interface InboxMessage {
  personId?: string | null;
  accountId?: string | null;
  template: MessageTemplate;
  text: string;
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
  await sql`
    insert into message_outbox (channel, person_id, account_id, template, body, created_at, sent_at)
    select 'in-app', person_id, account_id, template, body, ${context.now}::timestamptz, ${context.now}::timestamptz
    from unnest(${messages.map((message) => message.personId ?? null)}::uuid[], ${messages.map((message) => message.accountId ?? null)}::uuid[],
      ${messages.map((message) => message.template)}::text[], ${messages.map((message) => message.text)}::text[])
      as m (person_id, account_id, template, body)`.execute(context.db);
}

/** Marks the actor's messages up to one as read; returns how many were unread. */
export async function markInboxRead(context: Context, upTo: number): Promise<number> {
  const { personId, accountId } = context.actor;
  const marked = await context.db
    .updateTable("message_outbox")
    .set({ read_at: context.now })
    .where("channel", "=", "in-app")
    .where("read_at", "is", null)
    .where("id", "<=", upTo)
    .where((where) => where.or([where("person_id", "=", personId), where("account_id", "=", accountId)]))
    .executeTakeFirst();
  return Number(marked.numUpdatedRows);
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
