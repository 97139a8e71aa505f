import { createHmac, hash, randomBytes } from "node:crypto";
import type { Actor } from "../../kernel/actor.ts";
import type { RequestFacts } from "../../kernel/context.ts";
import type { Database } from "../../kernel/database.ts";
import type { BatchStatement } from "../../kernel/batched-lookups.ts";
import type { Services } from "../../kernel/services.ts";
import "../tables.ts";

export const SESSION_COOKIE = "jnt_session";
const LIFETIME_MS = 12 * 3_600_000;
/** Idle timeout: an unused session is over, whatever its cookie says. */
export const IDLE_MS = 2 * 3_600_000;
/** Lifetime of a session token before it is rotated. */
export const ROTATE_AFTER_MS = 15 * 60_000;
/** Grace period: concurrent requests still carry the token before rotation, though the new one was seen. */
export const GRACE_MS = 2 * 60_000;
/** The only scope of an account with an initial password. */
export const PASSWORD_SCOPE = "own-password";

export const tokenHash = (token: string): Buffer => hash("sha256", token, "buffer");

/** Whether cookies are `Secure`: when the platform is reached over TLS. */
export const isSecure = (services: Services): boolean => services.config.publicUrl.startsWith("https:");

/** Opens a session for an account. Returns the cookie to set and the CSRF token that pages send back. */
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

/** Set-Cookie header for a token; an empty token removes the cookie. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token === "" ? 0 : LIFETIME_MS / 1000}${secure ? "; Secure" : ""}`;

/** Identity behind a request: actor, CSRF token, and a new cookie if the token was rotated. */
export interface Identity {
  actor: Actor;
  csrfToken: string | null;
  setCookie?: string;
}

interface Row {
  session_id: string | null;
  csrf_token: string | null;
  scopes: string[] | null;
  /** Milliseconds since 1970, here and below: dates would be created at every request. */
  rotated_at: number | null;
  last_seen_at: number | null;
  /** No request has borne the token since it was rotated: the answer that brought it may have been lost. */
  unseen: boolean;
  id: string;
  name: string;
  role: Actor["role"];
  region: string;
  organisation_id: string | null;
  person_id: string | null;
  must_change_password: boolean;
}

/** Authenticates a request by session cookie or organisation token; null if it has neither. Usually one indexed read. */
export async function authenticate(request: RequestFacts, services: Services): Promise<Identity | null> {
  const authorization = request.headers.authorization;
  if (typeof authorization === "string" && authorization.startsWith("Bearer "))
    return identifyToken(authorization.slice(7), services);
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return null;
  const now = services.clock.now();
  const digest = tokenHash(cookie);
  const current = await findSession(services, CURRENT, digest, now);
  if (current) return keepFresh(current, digest, now, services);
  const before = await findSession(services, PREVIOUS, digest, now);
  if (!before?.rotated_at || (now.getTime() - before.rotated_at > GRACE_MS && !before.unseen)) return null;
  // Until the new cookie was seen, the answer that brought it may have been lost, so it is sent again.
  return { ...toIdentity(before), setCookie: rotatedCookie(before.session_id, before.rotated_at, services) };
}

const WHO = "a.id, a.name, a.role, a.region, a.organisation_id, a.person_id";

/** `limit 1` forces the lookup by the unique index: with statistics of few rows a full join would look cheaper to the planner. */
export const TOKEN: BatchStatement = {
  name: "authenticate-token",
  text: `select k.place::int, found.* from unnest($1::bytea[], $2::timestamptz[]) with ordinality k (hash, now, place)
    cross join lateral (select null::uuid as session_id, null as csrf_token, t.scopes, null::float8 as rotated_at,
        null::float8 as last_seen_at, false as unseen, ${WHO}, false as must_change_password
      from organisation_token t join account a on a.id = t.account_id and a.state = 'active'
      where t.token_hash = k.hash and t.revoked_at is null and t.expires_at > k.now limit 1) found`,
};

async function identifyToken(token: string, services: Services): Promise<Identity | null> {
  const row = await services.lookups.one<Row>(TOKEN, [tokenHash(token), services.clock.now().toISOString()]);
  return row ? toIdentity(row) : null;
}

/** First statement of every authenticated request. */
const sessionBy = (column: "token_hash" | "previous_token_hash"): BatchStatement => ({
  name: `authenticate-${column}`,
  text: `select k.place::int, found.* from unnest($1::bytea[], $2::timestamptz[]) with ordinality k (hash, now, place)
    cross join lateral (select s.id as session_id, s.csrf_token, null::text[] as scopes,
        (extract(epoch from s.rotated_at) * 1000)::float8 as rotated_at,
        (extract(epoch from s.last_seen_at) * 1000)::float8 as last_seen_at,
        s.previous_token_hash is not null and s.last_seen_at <= s.rotated_at as unseen, ${WHO}, a.must_change_password
      from session s join account a on a.id = s.account_id and a.state = 'active'
      where s.${column} = k.hash and s.revoked_at is null and s.expires_at > k.now
        and s.last_seen_at > k.now - interval '${IDLE_MS} milliseconds' limit 1) found`,
});
export const CURRENT = sessionBy("token_hash");
const PREVIOUS = sessionBy("previous_token_hash");

const findSession = (services: Services, by: BatchStatement, digest: Buffer, now: Date): Promise<Row | undefined> =>
  services.lookups.one<Row>(by, [digest, now.toISOString()]);

async function keepFresh(row: Row, digest: Buffer, now: Date, services: Services): Promise<Identity> {
  const age = (at: number | null): number => (at === null ? 0 : now.getTime() - at);
  if (row.session_id !== null && age(row.rotated_at) > ROTATE_AFTER_MS) {
    const rotated = await services.database
      .updateTable("session")
      .set({
        token_hash: tokenHash(rotatedToken(row.session_id, now.getTime(), services)),
        previous_token_hash: digest,
        rotated_at: now,
        last_seen_at: now,
      })
      .where("id", "=", row.session_id)
      .where("token_hash", "=", digest)
      .executeTakeFirst();
    // A concurrent request rotated first and already sent the cookie.
    if (rotated.numUpdatedRows > 0n)
      return { ...toIdentity(row), setCookie: rotatedCookie(row.session_id, now.getTime(), services) };
  } else if (row.session_id !== null && (row.unseen || age(row.last_seen_at) > 60_000)) {
    // Updated when a new token is first seen, then at most once a minute, enough to tell idle sessions from active ones, so busy pages pay nothing.
    await services.database
      .updateTable("session")
      .set({ last_seen_at: now })
      .where("id", "=", row.session_id)
      .execute();
  }
  return toIdentity(row);
}

/** Derived, not random, so that every request of the grace period gets the same new token; the database stores only its digest. */
function rotatedToken(sessionId: string, rotatedAt: number, services: Services): string {
  const key = services.sealer.purposeKey("session-token");
  return createHmac("sha256", key).update(`${sessionId}:${rotatedAt}`).digest("base64url");
}

const rotatedCookie = (sessionId: string | null, rotatedAt: number, services: Services): string =>
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
