import { createHash, randomBytes } from "node:crypto";
import { county } from "@jinengtong/county";
import { addDays, civilDate } from "@jinengtong/standards";
import { z } from "zod";
import { inOwnTransaction } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { fileOutput, Instant } from "../../kernel/shapes.ts";
import { type Entry, writeCalendar } from "./write-calendar.ts";

/** Days back and ahead that a feed holds. */
const BACK = 60;
const AHEAD = 400;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** `GET /api/v1/me/calendar-feed`: since when a link is in force; the link itself is shown only when it is made. */
export const showFeed = operation({
  method: "GET",
  path: "/api/v1/me/calendar-feed",
  summary: "我的日历订阅",
  permission: { roles: ["learner"] },
  output: z.strictObject({ since: Instant.nullable() }),
  async run({ db, actor }) {
    const feed = await db
      .selectFrom("calendar_feed")
      .select("made_at")
      .where("person_id", "=", actor.personId)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    return { since: feed?.made_at.toISOString() ?? null };
  },
});

/** `POST /api/v1/me/calendar-feed`: makes a new private link; an earlier one ends. */
export const makeFeed = operation({
  method: "POST",
  path: "/api/v1/me/calendar-feed",
  summary: "生成日历订阅链接",
  permission: { roles: ["learner"] },
  // A record of the answer would keep the link itself.
  creates: false,
  body: z.strictObject({}),
  output: z.strictObject({ url: z.string().describe("只显示这一次；谁有它谁就能看到您的课程和考核时间") }),
  async run(outer) {
    const token = randomBytes(32).toString("base64url");
    await inOwnTransaction(outer, "POST /api/v1/me/calendar-feed", async (context) => {
      const { actor, db, now } = context;
      await endFeed(context);
      await db
        .insertInto("calendar_feed")
        .values({ token_hash: hashOf(token), person_id: actor.personId ?? "", made_at: now, revoked_at: null })
        .execute();
      context.audit({ kind: "account", id: actor.accountId, detail: { calendarFeed: "made" } });
    });
    return { url: `${outer.services.config.publicUrl}/api/v1/calendar/${token}` };
  },
});

/** `POST /api/v1/me/calendar-feed/revocation`: the link answers nothing from now on. */
export const revokeFeed = operation({
  method: "POST",
  path: "/api/v1/me/calendar-feed/revocation",
  summary: "停用日历订阅链接",
  permission: { roles: ["learner"] },
  body: z.strictObject({}),
  output: z.strictObject({ revoked: z.boolean() }),
  async run(context) {
    const revoked = await endFeed(context);
    context.audit({ kind: "account", id: context.actor.accountId, detail: { calendarFeed: "revoked" } });
    return { revoked };
  },
});

async function endFeed({ db, actor, now }: Context): Promise<boolean> {
  const ended = await db
    .updateTable("calendar_feed")
    .set({ revoked_at: now })
    .where("person_id", "=", actor.personId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/**
 * `GET /api/v1/calendar/:token`: the feed that a calendar program reads: sessions attended or taught, and exams, of the one person. It
 * names no other learner.
 */
export const readFeed = operation({
  method: "GET",
  path: "/api/v1/calendar/:token",
  summary: "日历订阅（iCalendar）",
  permission: { public: true },
  perMinute: 60,
  params: z.object({ token: z.string().max(80) }),
  output: fileOutput,
  async run(context, { params }) {
    const feed = await context.db
      .selectFrom("calendar_feed")
      .select("person_id")
      .where("token_hash", "=", hashOf(params.token))
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (!feed) throw notFound("这个日历链接");
    const entries = [...(await sessionsOf(context, feed.person_id)), ...(await examsOf(context, feed.person_id))];
    return new FileReply({
      mediaType: "text/calendar; charset=utf-8",
      content: Buffer.from(writeCalendar(`${county().product.name}课程`, context.now, entries)),
      fileName: "courses.ics",
    });
  },
});

async function sessionsOf({ db, today }: Context, personId: string): Promise<Entry[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    topic: string;
    place: string;
    from: Date;
    to: Date;
    teaches: boolean;
  }>`
    select s.id, c.name, s.topic, coalesce(nullif(concat_ws(' ', c.address, r.name), ''), '') as place, s.starts_at as "from", s.ends_at as "to",
      s.teacher_person_id is not distinct from ${personId}::uuid as teaches
    from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id
    where not s.cancelled and c.state in ('approved', 'running', 'completed', 'closed')
      and s.starts_at between ${addDays(today, -BACK)}::date and ${addDays(today, AHEAD)}::date
      and (s.teacher_person_id = ${personId}
        or exists (select from enrolment e where e.class_id = c.id and e.person_id = ${personId} and e.state in ('enrolled', 'completed', 'failed')))
    order by s.starts_at limit 2000`.execute(db);
  return rows.map((row) => ({
    uid: row.id,
    title: `${row.teaches ? "授课：" : ""}${row.name}`,
    place: row.place,
    note: row.topic,
    from: row.from,
    to: row.to,
  }));
}

async function examsOf({ db, today }: Context, personId: string): Promise<Entry[]> {
  const { rows } = await sql<{ id: string; name: string; on: string; address: string }>`
    select x.id, c.name, x.held_on as "on", c.address from exam x join training_class c on c.id = x.class_id
    join enrolment e on e.class_id = c.id and e.person_id = ${personId} and e.state in ('enrolled', 'completed', 'failed')
    where x.held_on between ${addDays(today, -BACK)}::date and ${addDays(today, AHEAD)}::date order by x.held_on limit 500`.execute(
    db,
  );
  return rows.map((row) => ({
    uid: row.id,
    title: `考核：${row.name}`,
    place: row.address,
    note: "请带身份证。",
    from: row.on,
    to: addDays(civilDate(row.on), 1),
  }));
}
