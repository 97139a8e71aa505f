import { notifyAccount } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";

/** Notifies the officer who made a batch of what another did with it. */
export async function tellMaker(context: Context, batchId: string, text: (number: string) => string): Promise<void> {
  const batch = await context.db
    .selectFrom("payment_batch")
    .select(["number", "made_by"])
    .where("id", "=", batchId)
    .executeTakeFirstOrThrow();
  if (batch.made_by === context.actor.accountId) return;
  await notifyAccount(context, batch.made_by, {
    template: "batch-decided",
    subject: batchId,
    text: text(batch.number),
  });
}
