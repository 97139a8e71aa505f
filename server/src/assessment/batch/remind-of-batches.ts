import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { dueReminders, dueWords } from "../../kernel/due-days.ts";
import type { Services } from "../../kernel/services.ts";
import { DUE } from "./batch.ts";

/** Reminds evaluators of the nodes of their batches, before and after they fall due; the bureau of those that are overdue. */
export async function remindOfBatches(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    for (const due of await dueReminders(context, DUE)) {
      const { number } = await context.db
        .selectFrom("evaluation_batch")
        .select("number")
        .where("id", "=", due.subject)
        .executeTakeFirstOrThrow();
      const text = `认定批次 ${number}：${dueWords(due)}。`;
      if (due.organisationId !== null)
        await notifyOrganisation(context, due.organisationId, {
          template: "evaluation-due",
          subject: due.subject,
          text,
        });
      if (due.past > 0)
        await notifyOffice(context, "reviewer", due.region, {
          template: "evaluation-plans-waiting",
          text: "有 {n} 个认定批次的节点超期。",
        });
    }
  });
}
