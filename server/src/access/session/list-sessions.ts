import { z } from "zod";
import { Role, ROLES } from "../../kernel/actor.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { IDLE_MS } from "./sessions.ts";

const SessionRow = z.strictObject({
  id: Id,
  accountId: Id,
  username: z.string(),
  name: z.string(),
  role: Role,
  roleLabel: z.string(),
  userAgent: z.string().nullable(),
  signedInAt: Instant,
  lastSeenAt: Instant,
});
type Row = Omit<z.output<typeof SessionRow>, "roleLabel" | "signedInAt" | "lastSeenAt"> & {
  signedInAt: Date;
  lastSeenAt: Date;
};

const ORDER = sortable({
  columns: {
    signedInAt: byTime("s.created_at"),
    lastSeenAt: byTime("s.last_seen_at"),
    username: byText("a.username"),
    name: byName("a.name"),
  },
  unique: byId("s.id"),
  usual: "-signedInAt",
});

/** `GET /api/v1/sessions`: active sessions in the region, newest first; for the security officer. */
export const listSessions = operation({
  method: "GET",
  path: "/api/v1/sessions",
  summary: "在线会话",
  permission: { roles: ["security", "auditor"] },
  query: ORDER.query.extend({ role: Role.optional(), accountId: Id.optional() }),
  output: pageOf(SessionRow),
  async run({ db, now, actor }, { query }) {
    const page = ORDER.page(query);
    const cut = await page.read(
      db,
      sql<Placed<Row>>`
      select s.id, a.id as "accountId", a.username, a.name, a.role, s.user_agent as "userAgent",
        s.created_at as "signedInAt", s.last_seen_at as "lastSeenAt", ${page.place}
      from session s join account a on a.id = s.account_id
      where s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)}
        and a.region like ${`${actor.region}%`}
        and (${query.role ?? null}::text is null or a.role = ${query.role ?? null})
        and (${query.accountId ?? null}::uuid is null or a.id = ${query.accountId ?? null})
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    const rows = cut.rows.map((row) => ({
      ...row,
      roleLabel: ROLES[row.role],
      signedInAt: row.signedInAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }));
    return { rows, nextCursor: cut.nextCursor };
  },
});

export const exportSessions = exportOf(listSessions, {
  title: "在线会话",
  columns: [
    { header: "用户名", width: 20, value: (row) => row.username },
    { header: "姓名", value: (row) => row.name },
    { header: "角色", value: (row) => row.roleLabel },
    { header: "登录时间（UTC）", width: 24, value: (row) => row.signedInAt },
    { header: "最近活动（UTC）", width: 24, value: (row) => row.lastSeenAt },
    { header: "浏览器", width: 60, value: (row) => row.userAgent },
  ],
});
