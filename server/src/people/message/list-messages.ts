import { z } from "zod";
import { EVERYBODY } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { decodeCursor, Instant, PageQuery, pageOf, toPage } from "../../kernel/shapes.ts";

const Message = z.strictObject({
  id: z.number().int(),
  template: z.string(),
  text: z.string(),
  at: Instant,
  read: z.boolean(),
});

/** `GET /api/v1/me/messages`: the inbox, newest first. */
export const listMessages = operation({
  method: "GET",
  path: "/api/v1/me/messages",
  summary: "我的消息",
  permission: { roles: EVERYBODY },
  query: PageQuery.extend({ unread: z.enum(["true", "false"]).optional() }),
  output: pageOf(Message).extend({ unread: z.number().int() }),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 1);
    const mine = db
      .selectFrom("message_outbox")
      .where("channel", "=", "in-app")
      .where((where) => where.or([where("person_id", "=", actor.personId), where("account_id", "=", actor.accountId)]));
    const unread = await mine
      .where("read_at", "is", null)
      .select((select) => select.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    let listed = mine
      .select(["id", "template", "body", "created_at", "read_at"])
      .orderBy("id", "desc")
      .limit(query.limit + 1);
    if (query.unread !== undefined) listed = listed.where("read_at", query.unread === "true" ? "is" : "is not", null);
    if (after !== null) listed = listed.where("id", "<", Number(after[0]));
    const rows = (await listed.execute()).map((row) => ({
      id: row.id,
      template: row.template,
      text: row.body ?? "",
      at: row.created_at.toISOString(),
      read: row.read_at !== null,
    }));
    return { ...toPage(rows, query.limit, (row) => [row.id]), unread: unread.n };
  },
});
