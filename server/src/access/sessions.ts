import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Actor } from "../kernel/actor.ts";
import type { RequestFacts } from "../kernel/context.ts";
import type { Database } from "../kernel/database.ts";
import type { PreparedForMany } from "../kernel/fast-lane.ts";
import type { Services } from "../kernel/services.ts";
import "./tables.ts";

export const SESSION_COOKIE = "jnt_session";
const LIFETIME_MS = 12 * 3_600_000;
/** A session nobody used for this long is over, cookie or not. */
export const IDLE_MS = 2 * 3_600_000;
/** How long one token serves before another takes its place. */
export const ROTATE_AFTER_MS = 15 * 60_000;
/** Requests that were under way while the token changed still carry the one before. */
export const GRACE_MS = 2 * 60_000;
/** The only thing an account with an initial password may do. */
export const PASSWORD_SCOPE = "own-password";

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Whether cookies must only travel over TLS: where the platform is reached over it. */
export const isSecure = (services: Services): boolean => services.config.publicUrl.startsWith("https:");

/** Opens a session for an account. Returns the cookie to set and the forgery token the pages send back. */
export async function openSession(
  db: Database,
  accountId: string,
  options: { now: Date; userAgent?: string | null; secure?: boolean },
): Promise<{ token: string; csrfToken: string; setCookie: string; sessionId: string }> {
  const token = randomBytes(32).toString("base64url");
  const csrfToken = randomBytes(24).toString("base64url");
  const row = await db
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
    .returning("id")
    .executeTakeFirstOrThrow();
  return { token, csrfToken, setCookie: sessionCookie(token, options.secure ?? false), sessionId: row.id };
}

/** The cookie that carries a token; an empty token takes it away. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token === "" ? 0 : LIFETIME_MS / 1000}${secure ? "; Secure" : ""}`;

/** Who a request comes from, its forgery token, and a new cookie where the token was rotated. */
export interface Identity {
  actor: Actor;
  csrfToken: string | null;
  setCookie?: string;
}

interface Row {
  session_id: string | null;
  csrf_token: string | null;
  scopes: string[] | null;
  rotated_at: Date | null;
  last_seen_at: Date | null;
  id: string;
  name: string;
  role: Actor["role"];
  region: string;
  organisation_id: string | null;
  person_id: string | null;
  must_change_password: boolean;
}

/** Who a request comes from: by session cookie or by organisation token; null for anybody else. One indexed read as a rule. */
export async function identify(request: RequestFacts, services: Services): Promise<Identity | null> {
  const authorization = request.headers.authorization;
  if (typeof authorization === "string" && authorization.startsWith("Bearer "))
    return identifyToken(authorization.slice(7), services);
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return null;
  const now = services.clock.now();
  const hash = tokenHash(cookie);
  const current = await findSession(services, CURRENT, hash, now);
  if (current) return keepFresh(current, hash, now, services);
  const before = await findSession(services, PREVIOUS, hash, now);
  if (!before?.rotated_at || now.getTime() - before.rotated_at.getTime() > GRACE_MS) return null;
  // The answer that carried the new cookie may have been lost: it is sent again.
  return { ...toIdentity(before), setCookie: rotatedCookie(before.session_id, before.rotated_at, services) };
}

const TOKEN: PreparedForMany = {
  name: "identify-token",
  text: `select k.place::int, null::uuid as session_id, null as csrf_token, t.scopes, null::timestamptz as rotated_at,
      null::timestamptz as last_seen_at, a.id, a.name, a.role, a.region, a.organisation_id, a.person_id, false as must_change_password
    from unnest($1::bytea[], $2::timestamptz[]) with ordinality k (hash, now, place)
    join organisation_token t on t.token_hash = k.hash and t.revoked_at is null and t.expires_at > k.now
    join account a on a.id = t.account_id and a.state = 'active'`,
};

async function identifyToken(token: string, services: Services): Promise<Identity | null> {
  const row = await services.fastLane.one<Row>(TOKEN, [tokenHash(token), services.clock.now().toISOString()]);
  return row ? toIdentity(row) : null;
}

/** Every request of somebody signed in begins with this. */
const sessionBy = (column: "token_hash" | "previous_token_hash"): PreparedForMany => ({
  name: `identify-${column}`,
  text: `select k.place::int, s.id as session_id, s.csrf_token, null::text[] as scopes, s.rotated_at, s.last_seen_at,
      a.id, a.name, a.role, a.region, a.organisation_id, a.person_id, a.must_change_password
    from unnest($1::bytea[], $2::timestamptz[], $3::timestamptz[]) with ordinality k (hash, now, seen_since, place)
    join session s on s.${column} = k.hash and s.revoked_at is null and s.expires_at > k.now and s.last_seen_at > k.seen_since
    join account a on a.id = s.account_id and a.state = 'active'`,
});
const CURRENT = sessionBy("token_hash");
const PREVIOUS = sessionBy("previous_token_hash");

async function findSession(services: Services, by: PreparedForMany, hash: Buffer, now: Date): Promise<Row | undefined> {
  return services.fastLane.one<Row>(by, [hash, now.toISOString(), new Date(now.getTime() - IDLE_MS).toISOString()]);
}

async function keepFresh(row: Row, hash: Buffer, now: Date, services: Services): Promise<Identity> {
  const age = (at: Date | null): number => (at ? now.getTime() - at.getTime() : 0);
  if (row.session_id !== null && age(row.rotated_at) > ROTATE_AFTER_MS) {
    const rotated = await services.database
      .updateTable("session")
      .set({
        token_hash: tokenHash(rotatedToken(row.session_id, now, services)),
        previous_token_hash: hash,
        rotated_at: now,
        last_seen_at: now,
      })
      .where("id", "=", row.session_id)
      .where("token_hash", "=", hash)
      .executeTakeFirst();
    // A parallel request that rotated first has already been given the cookie.
    if (rotated.numUpdatedRows > 0n)
      return { ...toIdentity(row), setCookie: rotatedCookie(row.session_id, now, services) };
  } else if (row.session_id !== null && age(row.last_seen_at) > 60_000) {
    // Seen once a minute is enough to know an idle session from a live one, and costs the busy pages nothing.
    await services.database
      .updateTable("session")
      .set({ last_seen_at: now })
      .where("id", "=", row.session_id)
      .execute();
  }
  return toIdentity(row);
}

/** Derived, not drawn, so that every request of the grace period can be given the same new token; the database holds only its digest. */
function rotatedToken(sessionId: string, rotatedAt: Date, services: Services): string {
  const key = services.sealer.purposeKey("session-token");
  return createHmac("sha256", key).update(`${sessionId}:${rotatedAt.getTime()}`).digest("base64url");
}

const rotatedCookie = (sessionId: string | null, rotatedAt: Date, services: Services): string =>
  sessionCookie(rotatedToken(sessionId ?? "", rotatedAt, services), isSecure(services));

const toIdentity = (row: Row): Identity => ({
  actor: {
    accountId: row.id,
    name: row.name,
    role: row.role,
    region: row.region,
    organisationId: row.organisation_id,
    personId: row.person_id,
    sessionId: row.session_id,
    scopes: row.must_change_password ? [PASSWORD_SCOPE] : row.scopes,
  },
  csrfToken: row.csrf_token,
});
