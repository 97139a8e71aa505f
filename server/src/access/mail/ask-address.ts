import { county } from "@jinengtong/county";
import { randomUuid } from "@jinengtong/standards";
import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem } from "../../kernel/problem.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { MAIL_ROLES } from "./mail-kinds.ts";
import { maskAddress } from "./own-address.ts";

export const CODE_MINUTES = 30;
/** Codes a day for one account, so that nobody is pestered through it. */
const A_DAY = 8;

/** Keyed hash of a code, bound to the address that it was sent to. */
export const mailCodeHash = (context: Context, id: string, code: string): Buffer =>
  context.services.sealer.lookupHash(`${id}:${code}`, "mail-code");

/**
 * `POST /api/v1/me/mail/address`: sends a code to an address; it is written to only after the code was entered. The address in force
 * stays so until then. Keeps no idempotency record, which would hold the address.
 */
export const askAddress = operation({
  method: "POST",
  path: "/api/v1/me/mail/address",
  summary: "登记接收通知的邮箱",
  permission: { roles: MAIL_ROLES },
  perMinute: 6,
  creates: false,
  body: z.strictObject({ address: z.email("请填写完整的邮箱地址，如 name@example.cn").max(200) }),
  output: z.strictObject({ waitingMasked: z.string() }),
  async run(outer, { body }) {
    const { mail } = outer.services;
    if (mail === null)
      throw new Problem(
        409,
        "mail-not-configured",
        "本平台还没有配置发邮件的服务器，请联系系统管理员。通知在平台的“消息”里照常看。",
      );
    const id = randomUuid();
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const masked = maskAddress(body.address);
    await inOwnTransaction(outer, "POST /api/v1/me/mail/address", async (context) => {
      await requireNotTooOften(context);
      await context.db
        .insertInto("mail_address")
        .values({
          id,
          account_id: context.actor.accountId,
          address_sealed: context.services.sealer.seal(body.address, {
            table: "mail_address",
            column: "address",
            row: id,
          }),
          address_masked: masked,
          code_hash: mailCodeHash(context, id, code),
          asked_at: context.now,
          expires_at: new Date(context.now.getTime() + CODE_MINUTES * 60_000),
        })
        .execute();
      context.audit({ kind: "account", id: context.actor.accountId });
    });
    const { name } = county().product;
    try {
      await mail.send({
        to: body.address,
        subject: `【${name}】邮箱验证码`,
        text: `验证码 ${code}，用于确认这个邮箱接收${name}的通知，${CODE_MINUTES} 分钟内有效。\n不是您本人操作的，不用理会，不会再收到邮件。\n`,
      });
    } catch {
      // The server's words may hold the address.
      throw new Problem(503, "mail-not-sent", "验证码没有发出去。请核对邮箱地址，过一分钟再试。");
    }
    return { waitingMasked: masked };
  },
});

async function requireNotTooOften(context: Context): Promise<void> {
  const { db, actor, now } = context;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${actor.accountId}`}, 0))`.execute(db);
  const asked = await sql<{ n: number; last: Date | null }>`
    select count(*)::int as n, max(asked_at) as last from mail_address
    where account_id = ${actor.accountId} and asked_at > ${new Date(now.getTime() - 86_400_000)}`.execute(db);
  const { n, last } = asked.rows[0] ?? { n: 0, last: null };
  if (last !== null && now.getTime() - last.getTime() < 60_000)
    throw new Problem(429, "code-too-soon", "验证码刚刚发出，请一分钟后再获取。");
  if (n >= A_DAY) throw new Problem(429, "codes-used-up", "今天获取验证码的次数已达上限，请明天再试。");
}
