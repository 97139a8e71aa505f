import { z } from "zod";
import { EVERYBODY } from "../../access/index.ts";
import { onStaffPages } from "../../kernel/staff-pages.ts";
import { operation } from "../../kernel/operation.ts";
import { sql } from "../../kernel/database.ts";
import { inboxOf, isRead, unreadOf } from "../../kernel/outbox.ts";
import { decodeCursor, Instant, PageQuery, pageOf, toPage } from "../../kernel/shapes.ts";

const Message = z.strictObject({
  id: z.number().int(),
  template: z.string(),
  text: z.string(),
  subject: z.string().nullable().describe("消息所说的那件事的编号，用于打开它的页面"),
  at: Instant,
  read: z.boolean(),
});

/** `GET /api/v1/me/messages`: the inbox, newest first. */
export const listMessages = operation({
  method: "GET",
  path: "/api/v1/me/messages",
  summary: "我的消息",
  permission: { roles: EVERYBODY },
  carriedBy: onStaffPages("limit=1"),
  query: PageQuery.extend({ unread: z.enum(["true", "false"]).optional() }),
  output: pageOf(Message).extend({ unread: z.number().int().describe("未读的条数，最多数到 100") }),
  async run(context, { query }) {
    const { db, actor } = context;
    const after = decodeCursor(query.cursor, 1);
    const unread = query.unread === undefined ? sql`` : sql`and ${isRead(actor)} = ${query.unread === "false"}`;
    const found = await sql<z.output<typeof Message>>`
      select id, template, replace(coalesce(body, ''), '{n}', count::text) as text, subject, created_at as at, ${isRead(actor)} as read
      from message_outbox where ${inboxOf(actor)} ${unread} ${after === null ? sql`` : sql`and id < ${Number(after[0])}`}
      order by id desc limit ${query.limit + 1}`.execute(db);
    const rows = found.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    return { ...toPage(rows, query.limit, (row) => [row.id]), unread: await unreadOf(context) };
  },
});
