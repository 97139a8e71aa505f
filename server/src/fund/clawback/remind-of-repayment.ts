import { formatYuan } from "@jinengtong/standards";
import { notifyOrganisation } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { onceEach, reminderSpan } from "../../kernel/reminders.ts";
import type { Services } from "../../kernel/services.ts";
import { notify } from "../../people/index.ts";

/** Reminds payees of demanded money before its day. */
export async function remindOfRepayment(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const span = reminderSpan(context, "repayment");
    if (span === null) return;
    const found = await sql<{
      subject: string;
      recipient: string;
      dueOn: string;
      organisation: boolean;
      claimId: string;
      number: string;
      fen: number;
    }>`
      select k.id as subject, coalesce(c.organisation_id, c.person_id) as recipient, k.due_on as "dueOn",
        c.organisation_id is not null as organisation, c.id as "claimId", c.number, k.amount_fen as fen
      from clawback k join claim c on c.id = k.claim_id
      where k.state = 'demanded' and k.due_on between ${span.from}::date and ${span.to}::date
        and coalesce(c.organisation_id, c.person_id) is not null order by 1`.execute(context.db);
    for (const row of await onceEach(context, "repayment", found.rows)) {
      const text = `补贴申请 ${row.number} 须退回的 ${formatYuan(row.fen)} 元最迟 ${row.dueOn} 退回，请尽快办理。`;
      await (row.organisation
        ? notifyOrganisation(context, row.recipient, { template: "repayment-due", subject: row.claimId, text })
        : notify(context, row.recipient, "repayment-due", text));
    }
  });
}
