import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import { MAY_ASK_AGAIN } from "../claim-states.ts";
import { lastDayToAsk, sameThing } from "../claim/claim-period.ts";
import { claimantOf, lockClaim, mustBe, subjectOf } from "../claim/claim-record.ts";
import { noLaw } from "../case/law.ts";
import { adjudicateDrafts, insertClaims } from "./create-claims.ts";
import { lockPeople } from "./prepare-claims.ts";
import { needConsents } from "./submit-claim.ts";

/**
 * `POST /api/v1/claims/:id/renewal`: asks again for what was withdrawn or declined, on the same evidence. Makes a new prepared claim,
 * decided on today's records; its claimant confirms it like any other. Refused after the claim's period, and while another claim for
 * the same thing is open.
 */
export const askAgain = operation({
  method: "POST",
  path: "/api/v1/claims/:id/renewal",
  summary: "重新申请已撤回或已放弃的补贴",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  scope: "claims:write",
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const ended = await lockClaim(context.db, params.id);
    mustBe(ended, MAY_ASK_AGAIN);
    if (ended.organisation_id !== null) await requireActive(context, ended.organisation_id, "申领补贴");
    await needConsents(context, ended);
    if (ended.person_id !== null) await lockPeople(context, [ended.person_id]);
    const found = await sql<{ issued_on: string | null; revoked: boolean; open: string | null }>`
      select f.issued_on, exists (select from certificate_revocation r where r.certificate_id = f.id) as revoked,
        (select k.number from claim k where ${sameThing("k", "c")} limit 1) as open
      from claim c left join certificate f on f.id = c.certificate_id where c.id = ${params.id}`.execute(context.db);
    const { issued_on: issuedOn, revoked, open } = found.rows[0] ?? { issued_on: null, revoked: false, open: null };
    if (open !== null)
      throw conflict("claim-asked-already", `这项补贴已有一笔申请（${open}）在办，请到“我的补贴”中查看。`);
    if (revoked) throw conflict("certificate-revoked", "这张证书已被撤销，不能再凭它申请补贴。有疑问请联系发证机构。");
    if (issuedOn !== null && context.today > lastDayToAsk(issuedOn))
      throw unacceptable(
        "claim-period-over",
        `取得证书满 12 个月，申请期限已在 ${lastDayToAsk(issuedOn)} 结束，不能再申请。有特殊情况请到人社服务窗口说明。`,
      );
    const [claim] = await adjudicateDrafts(context, ended.policy_id, [
      {
        ...subjectOf(ended, context.today),
        organisationId: ended.organisation_id,
        payeeKind: ended.payee_kind,
        region: ended.region,
        subsidyListId: ended.subsidy_list_id,
        evidenceFileIds: ended.evidence_file_ids,
        followsId: ended.follows_id,
      },
    ]);
    if (claim === undefined) throw noLaw(context.services, ended.policy_id, context.today);
    await insertClaims(context, [claim], { state: "prepared" });
    context.audit({ kind: "claim", id: claim.id, detail: { number: claim.number, instead: ended.number } });
    return { id: claim.id };
  },
});
