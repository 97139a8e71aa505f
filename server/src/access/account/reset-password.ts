import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { generatePassword, hashPassword } from "../session/passwords.ts";
import { revokeSessionsOf } from "../session/start-session.ts";

/** `POST /api/v1/accounts/:id/password-reset`: sets a new initial password, shown once; all sessions end. */
export const resetPassword = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/password-reset",
  summary: "重置密码",
  permission: { roles: ["admin"], over: accountOwner },
  creates: false,
  params: ById,
  output: z.strictObject({ initialPassword: z.string() }),
  async run(outer, { params }) {
    const initialPassword = generatePassword();
    const hash = await hashPassword(initialPassword);
    return inOwnTransaction(outer, "POST /api/v1/accounts/:id/password-reset", async (context) => {
      await context.db
        .updateTable("account")
        .set({ password_hash: hash, must_change_password: true, failed_attempts: 0, locked_until: null })
        .where("id", "=", params.id)
        .execute();
      await revokeSessionsOf(context, params.id, null);
      context.audit({ kind: "account", id: params.id });
      return { initialPassword };
    });
  },
});
