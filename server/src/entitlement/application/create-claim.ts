import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { Text } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import type { VersionedDecision } from "../case/claim-decisions.ts";
import { reasonsNamingClaims } from "../case/earlier-claims.ts";
import { Asked, draftOf } from "./claim-draft.ts";
import { adjudicateDrafts, type ClaimDraft, insertClaims } from "./create-claims.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { noLaw } from "../case/law.ts";
import { needConsents, needPayee } from "./submit-claim.ts";
import { Verdict, verdictOf } from "./verdict.ts";

/** `POST /api/v1/claims`: a claim by a person, by an enterprise for its employee or class, or by an institution for its class. */
export const createClaim = operation({
  method: "POST",
  path: "/api/v1/claims",
  summary: "申请补贴",
  permission: { roles: ["learner", "enterprise", "institution"] },
  scope: "claims:write",
  body: Asked.extend({
    because: Text(500, 5).optional().describe("按现有记录不能享受、仍要提交时的理由"),
  }),
  output: Verdict,
  async run(context, { body }) {
    const { draft, programme } = await draftOf(context, body);
    if (draft.organisationId !== null) await requireActive(context, draft.organisationId, "申领补贴");
    await needConsents(context, { person_id: draft.personId });
    needCostPapers(draft);
    await needPayee(context, {
      payee_kind: draft.payeeKind,
      person_id: draft.personId,
      organisation_id: draft.organisationId,
    });
    const [claim] = await adjudicateDrafts(context, programme, [draft]);
    if (!claim) throw noLaw(context.services, programme, draft.appliedOn);
    if (claim.decision.outcome !== "granted" && body.because === undefined)
      throw unacceptable(
        "not-entitled",
        `按现有记录还不能享受：${await reasonsNamingClaims(context.db, { id: claim.id, person_id: draft.personId }, claim)}。如记录有误，请先更正；仍要提交的，请写明理由。`,
      );
    await takePlaceOfPrepared(context, draft);
    await sql`select set_config('app.reason', ${body.because ?? ""}, true)`.execute(context.db);
    await insertClaims(context, [claim], { state: "submitted", by: context.actor.accountId });
    context.audit({ kind: "claim", id: claim.id, detail: { number: claim.number, benefit: draft.benefit } });
    const version: Pick<VersionedDecision, "claimId" | "facts" | "decision"> = { ...claim, claimId: claim.id };
    return verdictOf(version);
  },
});

/** A claim that states what the prepared one couldn't know takes its place; without statements the prepared one is to be confirmed. */
async function takePlaceOfPrepared(context: Context, draft: ClaimDraft): Promise<void> {
  const found = await sql<{ id: string; number: string }>`
    select id, number from claim where benefit = ${draft.benefit} and state = 'prepared'
      and person_id is not distinct from ${draft.personId}::uuid and organisation_id is not distinct from ${draft.organisationId}::uuid
      and (certificate_id = ${draft.certificateId}::uuid or enrolment_id = ${draft.enrolmentId}::uuid)`.execute(
    context.db,
  );
  const [prepared] = found.rows;
  if (prepared !== undefined && Object.keys(draft.stated).length === 0)
    throw conflict(
      "claim-prepared",
      `平台已经备好这项补贴的申请 ${prepared.number}，不必另行申请。请在申请列表中打开它，核对后确认。`,
      { claimId: prepared.id, number: prepared.number },
    );
  for (const { id } of found.rows)
    await moveClaim(context, id, "declined", { from: ["prepared"], reason: "改按申报的费用重新申请" });
}

/** Costs that only the claimant knows (四.3, outside the catalogue) come with their receipts. */
function needCostPapers({ stated, evidenceFileIds = [] }: ClaimDraft): void {
  const isStated = stated.actualCostFen !== undefined || stated.assessmentFeeFen !== undefined;
  if (isStated && evidenceFileIds.length === 0)
    throw unacceptable("cost-papers-missing", "按实际培训成本和考核费申请的，请先上传票据，再提交。", [
      { pointer: "/evidenceFileIds", detail: "请上传培训费、考核费的票据" },
    ]);
}
