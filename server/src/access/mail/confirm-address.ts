import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { mailCodeHash } from "./ask-address.ts";
import { MAIL_ROLES } from "./mail-kinds.ts";
import { addressInForce } from "./own-address.ts";

const TRIES = 5;

/** `POST /api/v1/me/mail/confirmation`: the code that was sent to the address; it replaces the one in force and keeps its choices. */
export const confirmAddress = operation({
  method: "POST",
  path: "/api/v1/me/mail/confirmation",
  summary: "确认接收通知的邮箱",
  permission: { roles: MAIL_ROLES },
  perMinute: 20,
  creates: false,
  body: z.strictObject({ code: z.string().trim().min(1, "此项必填").max(10) }),
  output: z.strictObject({ addressMasked: z.string() }),
  async run(outer, { body }) {
    // Each try counts, whatever becomes of it.
    const tried = await sql<{ id: string; code_hash: Buffer; masked: string }>`
      update mail_address set attempts = attempts + 1
      where id = (select id from mail_address where account_id = ${outer.actor.accountId} order by asked_at desc limit 1)
        and attempts < ${TRIES} and confirmed_at is null and removed_at is null and expires_at > ${outer.now}
      returning id, code_hash, address_masked as masked`.execute(outer.services.database);
    const row = tried.rows[0];
    if (!row || !timingSafeEqual(row.code_hash, mailCodeHash(outer, row.id, body.code))) {
      const detail = "验证码不正确或已失效，请核对邮件，或重新获取。";
      throw unacceptable("mail-code-wrong", detail, [{ pointer: "/code", detail }]);
    }
    return inOwnTransaction(outer, "POST /api/v1/me/mail/confirmation", async (context) => {
      const before = await addressInForce(context);
      if (before)
        await context.db
          .updateTable("mail_address")
          .set({ removed_at: context.now })
          .where("id", "=", before.id)
          .execute();
      await context.db
        .updateTable("mail_address")
        .set({ confirmed_at: context.now, choices: json(before?.choices ?? {}) })
        .where("id", "=", row.id)
        .execute();
      context.audit({ kind: "account", id: context.actor.accountId });
      return { addressMasked: row.masked };
    });
  },
});
