import { formatYuan } from "@jinengtong/standards";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notify } from "../../people/index.ts";

/** Notifies the payee of a demand: how much, until when and why; and the finance office that money is to come back. */
export async function tellPayee(
  context: Context,
  claimId: string,
  demand: { amountFen: number; dueOn: string; reason: string },
): Promise<void> {
  const claim = await context.db
    .selectFrom("claim")
    .select(["number", "organisation_id", "person_id", "region"])
    .where("id", "=", claimId)
    .executeTakeFirstOrThrow();
  const text = `补贴申请 ${claim.number} 须在 ${demand.dueOn} 前退回 ${formatYuan(demand.amountFen)} 元。理由：${demand.reason}`;
  if (claim.organisation_id !== null)
    await notifyOrganisation(context, claim.organisation_id, { template: "clawback-demanded", subject: claimId, text });
  else if (claim.person_id !== null) await notify(context, claim.person_id, "clawback-demanded", text);
  await notifyOffice(context, "finance", claim.region, {
    template: "clawbacks-waiting",
    text: "新发出 {n} 件追回，等待款项退回。",
  });
}
