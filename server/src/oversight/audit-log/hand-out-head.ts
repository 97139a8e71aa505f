import { handOutHead } from "../../kernel/hand-out-head.ts";
import { inTransaction } from "../../kernel/context.ts";
import { putIntoInboxes } from "../../kernel/outbox.ts";
import type { Schedule } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";

/** Signs the head of the audit chain each hour and keeps it in the database and beside it. */
export const keepHead: Schedule = {
  name: "audit-head",
  title: "签发审计链头",
  cron: "7 * * * *",
  run: async (services) => void (await handOutHead(services)),
};

/** Each day the auditors and the security officers get the head of the audit chain, so that it is kept by people and not only here. */
export async function tellHead(services: Services): Promise<void> {
  const head = await handOutHead(services);
  if (head === null) return;
  await inTransaction(services, async (context) => {
    const accounts = await context.db
      .selectFrom("account")
      .select("id")
      .where("role", "in", ["auditor", "security"])
      .where("state", "=", "active")
      .execute();
    await putIntoInboxes(
      context,
      accounts.map(({ id }) => ({
        accountId: id,
        template: "audit-head",
        text: `今天的审计链头，请抄存到平台之外，日后可在“审计日志”里核对末尾有没有被截去：${head}`,
      })),
    );
  });
}

export const tellHeadDaily: Schedule = {
  name: "tell-audit-head",
  title: "向审计和安全人员交出审计链头",
  // 08:30 in China.
  cron: "30 0 * * *",
  run: tellHead,
};
