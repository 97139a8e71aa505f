import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { hashPassword, passwordFits, requireStrong } from "./passwords.ts";
import { PASSWORD_SCOPE } from "./sessions.ts";
import { EVERYBODY } from "./sign-out.ts";
import { countFailure, LOCK_MINUTES } from "./sign-in.ts";
import { revokeSessionsOf } from "./start-session.ts";

/**
 * `PUT /api/v1/me/password`: sets a new password; all other devices are signed out. Keeps no idempotency record, whose digest of
 * the request would be a fast hash of the password.
 */
export const changePassword = operation({
  method: "PUT",
  path: "/api/v1/me/password",
  summary: "修改密码",
  permission: { roles: EVERYBODY },
  scope: PASSWORD_SCOPE,
  perMinute: 20,
  creates: false,
  body: z.strictObject({
    current: z.string().max(200).nullable().describe("尚未设过密码的账号填 null"),
    next: z.string().max(1_000),
  }),
  output: Done,
  async run(outer, { body }) {
    const account = await outer.db
      .selectFrom("account")
      .select(["id", "username", "password_hash", "locked_until"])
      .where("id", "=", outer.actor.accountId)
      .executeTakeFirstOrThrow();
    if (account.locked_until !== null && account.locked_until > outer.now)
      throw wrong("/current", `密码连续输错，账号已锁定。请 ${LOCK_MINUTES} 分钟后再试，或联系管理员解锁。`);
    if (account.password_hash !== null && !(await passwordFits(account.password_hash, body.current ?? ""))) {
      // Whoever holds a stolen session may guess no faster than at the door.
      await inOwnTransaction(outer, "PUT /api/v1/me/password", (inner) => countFailure(inner, account.id));
      throw wrong("/current", "现在的密码不正确，请重新输入。");
    }
    if (body.next === body.current) throw wrong("/next", "新密码不能与现在的密码相同。");
    requireStrong(body.next, account.username, "/next");
    const hash = await hashPassword(body.next);
    return inOwnTransaction(outer, "PUT /api/v1/me/password", async (context) => {
      await context.db
        .updateTable("account")
        .set({ password_hash: hash, must_change_password: false, failed_attempts: 0, locked_until: null })
        .where("id", "=", account.id)
        .execute();
      await revokeSessionsOf(context, account.id, context.actor.sessionId);
      context.audit({ kind: "account", id: account.id });
      return { id: account.id };
    });
  },
});

const wrong = (pointer: string, detail: string): Error =>
  unacceptable("password-refused", detail, [{ pointer, detail }]);
