import { county } from "@jinengtong/county";
import { randomInt, timingSafeEqual } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { queueTexts } from "../../kernel/outbox.ts";
import { Problem, unacceptable } from "../../kernel/problem.ts";
import "../tables.ts";

/** Purpose of a code; a code for one purpose isn't valid for another. */
export const CODE_PURPOSES = {
  "sign-in": "登录",
  register: "实名注册",
  "change-phone": "更换手机号",
  window: "同意窗口代办",
} as const;
export type CodePurpose = keyof typeof CODE_PURPOSES;

export const CODE_MINUTES = 10;
const TRIES = 5;
/** Codes a day for one phone: for one address that asks, and for all. A stranger can't use up the owner's share. */
const A_DAY = { address: 10, phone: 30 };

const codeHash = (context: Context, phone: string, code: string): Buffer =>
  context.services.sealer.lookupHash(`${phone}:${code}`, "phone-code");
const phoneHash = (context: Context, phone: string): Buffer => context.services.sealer.lookupHash(phone, "phone");

/** Sends a code of six digits to a phone, known or not: at most one a minute for one purpose, and so many a day. */
export async function sendPhoneCode(context: Context, phone: string, purpose: CodePurpose): Promise<void> {
  const { db, now } = context;
  const hash = phoneHash(context, phone);
  const from = context.services.sealer.lookupHash(context.request.ip, "phone-code-address");
  // One request for a phone at a time, over all processes: what is counted here is still true when the code is written.
  await sql`select pg_advisory_xact_lock(hashtextextended(encode(${hash}, 'hex'), 0))`.execute(db);
  const sent = await sql<{ today: number; mine: number; last: Date | null }>`
    select count(*)::int as today, count(*) filter (where asked_from = ${from})::int as mine, max(created_at) filter (where purpose = ${purpose}) as last from phone_code
    where phone_hash = ${hash} and created_at > ${new Date(now.getTime() - 86_400_000)}`.execute(db);
  const { today, mine, last } = sent.rows[0] ?? { today: 0, mine: 0, last: null };
  if (last && now.getTime() - last.getTime() < 60_000)
    throw new Problem(429, "code-too-soon", "验证码刚刚发出，请一分钟后再获取。");
  if (mine >= A_DAY.address || today >= A_DAY.phone)
    throw new Problem(429, "codes-used-up", "今天获取验证码的次数已达上限，请明天再试，或到所在镇（街道）窗口办理。");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await db
    .insertInto("phone_code")
    .values({
      phone_hash: hash,
      asked_from: from,
      code_hash: codeHash(context, phone, code),
      purpose,
      created_at: now,
      expires_at: new Date(now.getTime() + CODE_MINUTES * 60_000),
      used_at: null,
    })
    .execute();
  const text = `【${county().product.name}】验证码 ${code}，用于${CODE_PURPOSES[purpose]}，${CODE_MINUTES} 分钟内有效。请勿告诉他人。`;
  await queueTexts(context, [{ phone, template: "phone-code", text }], { urgent: true });
}

/**
 * Verifies a code against the newest one sent. Each try is counted and committed at once, whatever happens to the caller's
 * transaction, so call this before it. Returns the input of `usePhoneCode`.
 */
export async function checkPhoneCode(
  context: Context,
  phone: string,
  code: string,
  purpose: CodePurpose,
): Promise<number> {
  const tried = await sql<{ id: number; code_hash: Buffer }>`
    update phone_code set attempts = attempts + 1
    where id = (select id from phone_code where phone_hash = ${phoneHash(context, phone)} and purpose = ${purpose} order by id desc limit 1)
      and attempts < ${TRIES} and used_at is null and expires_at > ${context.now}
    returning id, code_hash`.execute(context.services.database);
  const row = tried.rows[0];
  if (!row || !timingSafeEqual(row.code_hash, codeHash(context, phone, code))) throw wrongCode();
  return row.id;
}

/** Uses up a verified code, in the transaction of the act it allows. */
export async function usePhoneCode(context: Context, id: number): Promise<void> {
  const used = await context.db
    .updateTable("phone_code")
    .set({ used_at: context.now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) throw wrongCode();
}

const wrongCode = (): Problem => {
  const detail = "验证码不正确或已失效，请核对短信，或重新获取。";
  return unacceptable("phone-code-wrong", detail, [{ pointer: "/code", detail }]);
};
