import { createHmac } from "node:crypto";
import { canonical } from "./audit.ts";
import type { Context } from "./context.ts";
import { json } from "./database.ts";
import { Problem, unacceptable } from "./problem.ts";
import type { Schedule } from "./queue.ts";

/**
 * Claims the key inside the call's own transaction. A second call with the same key waits for the first to commit and gets its
 * answer; the same key with another request is refused. Returns the stored answer, or null if the work is to be done.
 */
export async function takeKey(
  context: Context,
  key: string,
  operation: string,
  request: unknown,
): Promise<{ response: unknown } | null> {
  if (key.length > 200) throw unacceptable("idempotency-key-too-long", "幂等键过长，请使用不超过 200 个字符的键。");
  const owner = context.maybeActor?.accountId ?? `ip:${context.request.ip}`;
  // Keyed: a plain digest of a request with an identity number could be reversed by guessing.
  const hash = createHmac("sm3", context.services.auditKey).update(operation).update(canonical(request)).digest();
  const taken = await context.db
    .insertInto("idempotency_key")
    .values({ owner, key, operation, request_hash: hash, status: null, response: null, created_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (taken) return null;
  const stored = await context.db
    .selectFrom("idempotency_key")
    .select(["request_hash", "response", "status"])
    .where("owner", "=", owner)
    .where("key", "=", key)
    .executeTakeFirst();
  // The first call was rolled back between the two statements; the caller may retry.
  if (!stored) throw new Problem(409, "idempotency-in-progress", "同一操作正在处理，请稍候再试。");
  if (!stored.request_hash.equals(hash)) {
    throw unacceptable("idempotency-mismatch", "同一幂等键已用于另一个请求，请更换幂等键后重试。");
  }
  return { response: stored.response };
}

/** Stores the answer under the key, in the transaction of the work. */
export async function keepAnswer(context: Context, key: string, response: unknown): Promise<void> {
  await context.db
    .updateTable("idempotency_key")
    .set({ status: 200, response: json(response) })
    .where("owner", "=", context.maybeActor?.accountId ?? `ip:${context.request.ip}`)
    .where("key", "=", key)
    .execute();
}

/** Deletes records after a month: nobody repeats a call that late. 02:50 in China. */
export const forgetKeys: Schedule = {
  name: "forget-idempotency-keys",
  title: "清理防重键",
  cron: "50 18 * * *",
  async run(services) {
    await services.database
      .deleteFrom("idempotency_key")
      .where("created_at", "<", new Date(services.clock.now().getTime() - 30 * 86_400_000))
      .execute();
  },
};
