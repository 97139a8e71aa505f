import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notify } from "../../people/index.ts";
import type { ClaimRow } from "./claim-record.ts";

/** Tells whose claim was decided again what follows: its person, and the organisation that made it. */
export async function tellRedecided(context: Context, claim: ClaimRow, what: string): Promise<void> {
  const text = `${context.services.policies.benefitName(claim.policy_id, claim.benefit)}申请 ${claim.number}：${what}。`;
  if (claim.person_id !== null) await notify(context, claim.person_id, "claim-redecided", text);
  if (claim.organisation_id !== null)
    await notifyOrganisation(context, claim.organisation_id, { template: "claim-redecided", subject: claim.id, text });
}
