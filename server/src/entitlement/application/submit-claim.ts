import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { requireActive } from "../../organisations/index.ts";
import { requireConsents } from "../../people/index.ts";
import type { ClaimState } from "../claim-states.ts";
import { reasonsNamingClaims } from "../case/earlier-claims.ts";
import type { VersionedDecision } from "../case/claim-decisions.ts";
import { type ClaimRow, lockClaim, mustBe, newVersion, stateOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { dueAfter, REVIEW_DAYS } from "../claim/work-calendar.ts";

/**
 * Submits a claim: decides it anew on current facts, due in ten working days. A verdict other than "granted" proceeds only if the
 * claimant says why the records are wrong (`because`); then only an officer can refuse it.
 */
export async function submitClaim(
  context: Context,
  id: string,
  given: { from: readonly ClaimState[]; because?: string | undefined },
): Promise<VersionedDecision> {
  const row = await lockClaim(context.db, id);
  mustBe(row, given.from);
  if (stateOf(row) === "prepared" && row.organisation_id !== null)
    await requireActive(context, row.organisation_id, "申领补贴");
  if (stateOf(row) === "prepared") await needConsents(context, row);
  await needPayee(context, row);
  await needCertificate(context, row);
  // A claim that follows from a redecision stays one of its first day, by whose law it was decided again.
  const version = await newVersion(context, row, row.redecision_id === null ? context.today : undefined);
  if (version.decision.outcome !== "granted" && given.because === undefined) {
    throw unacceptable(
      "not-entitled",
      `按现有记录还不能享受：${await reasonsNamingClaims(context.db, row, version)}。如记录有误，请先更正；仍要提交的，请写明理由。`,
    );
  }
  await context.db
    .updateTable("claim")
    .set({
      // A reviewed claim keeps its first submitter, since the reviews refer to both.
      submitted_by: row.submitted_by ?? context.actor.accountId,
      submitted_at: context.now,
      due_on: dueAfter(context.today, REVIEW_DAYS),
    })
    .where("id", "=", id)
    .execute();
  await moveClaim(context, id, "submitted", {
    from: given.from,
    ...(given.because === undefined ? {} : { reason: given.because }),
  });
  return version;
}

/** A new claim about a person who withdrew what claims rest on is refused; resubmitting one under way is not new business. */
export async function needConsents(context: Context, claim: { person_id: string | null }): Promise<void> {
  if (claim.person_id !== null) await requireConsents(context, claim.person_id, ["real-name", "publication"]);
}

/** Deciding without the certificate would only name the facts that went with it, as if they could be supplied. */
async function needCertificate(context: Context, claim: Pick<ClaimRow, "certificate_id">): Promise<void> {
  if (claim.certificate_id === null) return;
  const revoked = await context.db
    .selectFrom("certificate_revocation")
    .select("reason")
    .where("certificate_id", "=", claim.certificate_id)
    .executeTakeFirst();
  if (revoked)
    throw conflict(
      "certificate-revoked",
      "这笔申请所凭的证书已被撤销，不能再提交。请撤回这笔申请；对撤销有疑问的，请联系发证机构。",
    );
}

type Payee = Pick<ClaimRow, "payee_kind" | "person_id" | "organisation_id">;

/** Whether the payee's account is known. */
export async function hasPayee(context: Context, claim: Payee): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select from payee_account a where a.replaced_at is null
      and ${claim.payee_kind === "person" ? sql`a.person_id = ${claim.person_id}` : sql`a.organisation_id = ${claim.organisation_id}`}) as ok`.execute(
    context.db,
  );
  return found.rows[0]?.ok ?? false;
}

/** A payee account must exist before the claim. */
export async function needPayee(context: Context, claim: Payee): Promise<void> {
  if (await hasPayee(context, claim)) return;
  throw conflict(
    "payee-account-missing",
    "还没有登记收款账户，补贴无处可发。请先登记社会保障卡或单位银行账户，再提交。",
  );
}
