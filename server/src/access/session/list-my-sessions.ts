import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { IDLE_MS } from "./sessions.ts";
import { EVERYBODY } from "./sign-out.ts";

/** `GET /api/v1/me/sessions`: active sessions of this account. */
export const listMySessions = operation({
  method: "GET",
  path: "/api/v1/me/sessions",
  summary: "我的登录设备",
  permission: { roles: EVERYBODY },
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: Id,
        userAgent: z.string().nullable(),
        signedInAt: Instant,
        lastSeenAt: Instant,
        current: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor, now }) {
    const rows = await db
      .selectFrom("session")
      .select(["id", "user_agent", "created_at", "last_seen_at"])
      .where("account_id", "=", actor.accountId)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now)
      .where("last_seen_at", ">", new Date(now.getTime() - IDLE_MS))
      .orderBy("last_seen_at", "desc")
      .limit(100)
      .execute();
    return {
      rows: rows.map((row) => ({
        id: row.id,
        userAgent: row.user_agent,
        signedInAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        current: row.id === actor.sessionId,
      })),
    };
  },
});
