import { z } from "zod";
import { Role, ROLES } from "../kernel/actor.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, Id, Instant, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
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

/** `GET /api/v1/sessions`: who is signed in in the region, newest first; for the security officer. */
export const listSessions = operation({
  method: "GET",
  path: "/api/v1/sessions",
  summary: "在线会话",
  permission: { roles: ["security", "auditor"] },
  query: PageQuery.extend({ role: Role.optional(), accountId: Id.optional() }),
  output: pageOf(SessionRow),
  async run({ db, now, actor }, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      select s.id, a.id as "accountId", a.username, a.name, a.role, s.user_agent as "userAgent",
        s.created_at as "signedInAt", s.last_seen_at as "lastSeenAt"
      from session s join account a on a.id = s.account_id
      where s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)}
        and a.region like ${`${actor.region}%`}
        and (${query.role ?? null}::text is null or a.role = ${query.role ?? null})
        and (${query.accountId ?? null}::uuid is null or a.id = ${query.accountId ?? null})
        and (${after?.[0] ?? null}::timestamptz is null
             or (date_trunc('milliseconds', s.created_at), s.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
      order by date_trunc('milliseconds', s.created_at) desc, s.id desc limit ${query.limit + 1}`.execute(db);
    const rows = found.rows.map((row) => ({
      ...row,
      roleLabel: ROLES[row.role],
      signedInAt: row.signedInAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }));
    return toPage(rows, query.limit, (row) => [row.signedInAt, row.id]);
  },
});
