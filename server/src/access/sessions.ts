import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "../kernel/actor.ts";
import type { RequestFacts } from "../kernel/context.ts";
import type { Database } from "../kernel/database.ts";
import { sql } from "../kernel/database.ts";
import type { Services } from "../kernel/services.ts";
import "./tables.ts";

export const SESSION_COOKIE = "jnt_session";
const LIFETIME_MS = 12 * 3_600_000;
const IDLE_MS = 2 * 3_600_000;

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Opens a session for an account. Returns the cookie to set and the forgery token the pages send back. */
export async function openSession(
  db: Database,
  accountId: string,
  options: { now: Date; userAgent?: string | null; secure?: boolean },
): Promise<{ token: string; csrfToken: string; setCookie: string }> {
  const token = randomBytes(32).toString("base64url");
  const csrfToken = randomBytes(24).toString("base64url");
  await db
    .insertInto("session")
    .values({
      token_hash: tokenHash(token),
      previous_token_hash: null,
      account_id: accountId,
      csrf_token: csrfToken,
      user_agent: options.userAgent ?? null,
      created_at: options.now,
      rotated_at: options.now,
      last_seen_at: options.now,
      expires_at: new Date(options.now.getTime() + LIFETIME_MS),
      revoked_at: null,
    })
    .execute();
  return { token, csrfToken, setCookie: sessionCookie(token, options.secure ?? false) };
}

export const sessionCookie = (token: string, secure: boolean): string =>
  `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token === "" ? 0 : LIFETIME_MS / 1000}${secure ? "; Secure" : ""}`;

interface Row {
  session_id: string | null;
  csrf_token: string | null;
  scopes: string[] | null;
  last_seen_at: Date | null;
  id: string;
  name: string;
  role: Actor["role"];
  region: string;
  organisation_id: string | null;
  person_id: string | null;
}

/** Who a request comes from: by session cookie or by organisation token; null for anybody else. One indexed read. */
export async function identify(
  request: RequestFacts,
  services: Services,
): Promise<{ actor: Actor; csrfToken: string | null } | null> {
  const authorization = request.headers.authorization;
  const now = services.clock.now();
  if (typeof authorization === "string" && authorization.startsWith("Bearer ")) {
    const found = await sql<Row>`
      select null::uuid as session_id, null as csrf_token, t.scopes, null::timestamptz as last_seen_at, a.id, a.name, a.role, a.region, a.organisation_id, a.person_id
      from organisation_token t join account a on a.id = t.account_id
      where t.token_hash = ${tokenHash(authorization.slice(7))} and t.revoked_at is null and t.expires_at > ${now} and a.state = 'active'`.execute(
      services.database,
    );
    return toIdentity(found.rows[0]);
  }
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return null;
  const found = await sql<Row>`
    select s.id as session_id, s.csrf_token, null::text[] as scopes, s.last_seen_at, a.id, a.name, a.role, a.region, a.organisation_id, a.person_id
    from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash(cookie)} and s.revoked_at is null and s.expires_at > ${now}
      and s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)} and a.state = 'active'`.execute(services.database);
  const row = found.rows[0];
  // Seen once a minute is enough to know an idle session from a live one, and costs the busy pages nothing.
  if (row?.last_seen_at && now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await services.database
      .updateTable("session")
      .set({ last_seen_at: now })
      .where("id", "=", row.session_id)
      .execute();
  }
  return toIdentity(row);
}

const toIdentity = (row: Row | undefined): { actor: Actor; csrfToken: string | null } | null =>
  row === undefined
    ? null
    : {
        actor: {
          accountId: row.id,
          name: row.name,
          role: row.role,
          region: row.region,
          organisationId: row.organisation_id,
          personId: row.person_id,
          sessionId: row.session_id,
          scopes: row.scopes,
        },
        csrfToken: row.csrf_token,
      };
