import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem } from "../../kernel/problem.ts";
import { SessionOpened } from "./account-view.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { passwordFits } from "./passwords.ts";
import { startSession } from "./start-session.ts";

const FAILURES_ALLOWED = 5;
export const LOCK_MINUTES = 15;
const DOOR = "POST /api/v1/session";

/** `POST /api/v1/session`: sign-in by user name and password. */
export const signIn = operation({
  method: "POST",
  path: "/api/v1/session",
  summary: "用户名密码登录",
  permission: { public: true },
  // Room for an exam hall of 500 that signs in at one moment from one address; guesses at one account are counted apart.
  perMinute: 600,
  refusedOnly: true,
  creates: false,
  body: z.strictObject({ username: z.string().max(100), password: z.string().max(200) }),
  output: SessionOpened,
  async run(context, { body }) {
    const account = await context.db
      .selectFrom("account")
      .select(["id", "password_hash", "state", "locked_until", "failed_attempts"])
      .where("username", "=", body.username.trim())
      .executeTakeFirst();
    const open = account?.state === "active" && !isLocked(account.locked_until, context.now);
    const fits = await passwordFits(open ? account.password_hash : null, body.password);
    if (!account || !open) throw refused();
    if (!fits) {
      await inOwnTransaction(context, DOOR, (inner) => countFailure(inner, account.id));
      throw refused();
    }
    return inOwnTransaction(context, DOOR, async (inner) => {
      // Looked at again: guesses that came at the same moment may have locked it while this password was hashed.
      if (!(await stillOpen(inner, account.id))) throw refused();
      if (account.failed_attempts > 0) await forgetFailures(inner, account.id);
      inner.audit({ kind: "account", id: account.id, detail: { outcome: "signed-in" } });
      return startSession(inner, account.id);
    });
  },
});

const isLocked = (until: Date | null, now: Date): boolean => until !== null && until > now;

/** Holds the account's row, so that a success and a failure at the same moment come one after the other. */
async function stillOpen(context: Context, accountId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom("account")
    .select(["state", "locked_until"])
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === "active" && !isLocked(row.locked_until, context.now);
}

/**
 * Committed although the sign-in is refused. A lock in force stays, whatever comes in beside it; the count starts over once it has
 * run out.
 */
export async function countFailure(context: Context, accountId: string): Promise<void> {
  const lockedUntil = new Date(context.now.getTime() + LOCK_MINUTES * 60_000);
  const counted = await sql<{ region: string }>`
    with failed as (
      select id, locked_until > ${context.now} as locked, locked_until,
        case when locked_until is null or locked_until > ${context.now} then failed_attempts + 1 else 1 end as attempts
      from account where id = ${accountId} for update)
    update account a set failed_attempts = f.attempts,
      locked_until = case when f.locked then f.locked_until
        when f.attempts >= ${FAILURES_ALLOWED} then ${lockedUntil}::timestamptz end
    from failed f where a.id = f.id returning a.region`.execute(context.db);
  const region = counted.rows[0]?.region ?? null;
  context.audit({ kind: "account", id: accountId, region, detail: { outcome: "refused" } });
}

/** Clears the count and the lock of an account. */
export async function forgetFailures(context: Context, accountId: string): Promise<void> {
  await context.db
    .updateTable("account")
    .set({ failed_attempts: 0, locked_until: null })
    .where("id", "=", accountId)
    .execute();
}

/** The same answer for every cause, so that it doesn't reveal which accounts exist or are locked. */
const refused = (): Problem =>
  new Problem(
    401,
    "sign-in-refused",
    `用户名或密码不正确。连续输错 ${FAILURES_ALLOWED} 次，账号会锁定 ${LOCK_MINUTES} 分钟；如已锁定，请稍后再试或联系管理员解锁。`,
  );
