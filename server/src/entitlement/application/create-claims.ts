import { adjudicate, type Decision } from "@jinengtong/policy";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import type { Subject } from "../case/build-cases.ts";
import { insertDecisions, versioned } from "../case/claim-decisions.ts";
import { nextClaimNumbers } from "../claim/claim-number.ts";
import { announce } from "../claim/move-claims.ts";
import { casesByLaw } from "../case/law.ts";
import type { LawfulCase } from "../programme/policies.ts";
import { dueAfter, REVIEW_DAYS } from "../claim/work-calendar.ts";

/** A claim to be created: input of its case, and the payee. */
export interface ClaimDraft extends Omit<Subject, "id" | "claimId"> {
  organisationId: string | null;
  payeeKind: "person" | "organisation";
  region: string;
  subsidyListId?: string | null;
  /** The granted claim that this one follows up. */
  followsId?: string | null;
  evidenceFileIds?: readonly string[];
  /** The redecision that it follows from, the claim before it, and for a supplement the amount that that one has. */
  redecision?: { id: string; from: string; alreadyFen: number | null };
}

export interface CreatedClaim extends LawfulCase {
  id: string;
  number: string;
  draft: ClaimDraft;
  decision: Decision;
}

/**
 * Builds and decides each draft's case under the version of its day, before anything is written. A draft without a version in force is
 * left out: nothing may be decided.
 */
export async function adjudicateDrafts(
  context: Context,
  programme: string,
  drafts: readonly ClaimDraft[],
): Promise<CreatedClaim[]> {
  const numbers = await nextClaimNumbers(
    context,
    drafts.map((draft) => draft.appliedOn),
  );
  const named = drafts.map((draft, at) => ({ draft, id: randomUUID(), number: numbers[at] ?? "" }));
  const cases = await casesByLaw(
    context,
    programme,
    named.map(({ draft, id, number }) => ({ ...draft, id: number, claimId: id })),
  );
  return named.flatMap((one, at) => {
    const found = cases[at];
    return found ? [{ ...one, ...found, decision: adjudicate(found.policy, found.facts) }] : [];
  });
}

/** Writes adjudicated claims with their first decision, waiting for confirmation or submitted at once. */
export async function insertClaims(
  context: Context,
  claims: readonly CreatedClaim[],
  birth: { state: "prepared" } | { state: "submitted"; by: string },
): Promise<void> {
  if (claims.length === 0) return;
  const decisions = claims.map(({ id, facts, decision }) => versioned(id, 1, facts, decision));
  const submitted = birth.state === "submitted";
  const document = json(
    claims.map(({ id, number, policy, draft, decision }, at) => ({
      id,
      number,
      policy_id: policy.id,
      benefit: draft.benefit,
      stage: draft.stage,
      applied_on: draft.appliedOn,
      person_id: draft.personId,
      organisation_id: draft.organisationId,
      class_id: draft.classId,
      enrolment_id: draft.enrolmentId,
      certificate_id: draft.certificateId,
      subsidy_list_id: draft.subsidyListId ?? null,
      payee_kind: draft.payeeKind,
      region: draft.region,
      town: draft.town,
      asked_fen: Math.max(0, (decision.amountFen ?? 0) - (draft.redecision?.alreadyFen ?? 0)),
      redecision_id: draft.redecision?.id ?? null,
      redecided_from: draft.redecision?.from ?? null,
      supplements: draft.redecision?.alreadyFen == null ? null : draft.redecision.from,
      already_fen: draft.redecision?.alreadyFen ?? 0,
      decision_id: decisions[at]?.id,
      stated: draft.stated,
      evidence_file_ids: draft.evidenceFileIds ?? [],
      follows_id: draft.followsId ?? null,
    })),
  );
  await sql`
    insert into claim (id, number, policy_id, benefit, stage, applied_on, person_id, organisation_id, class_id, enrolment_id,
      certificate_id, subsidy_list_id, payee_kind, region, town, asked_fen, redecision_id, redecided_from, supplements, already_fen, decision_id,
      stated, evidence_file_ids, follows_id,
      state, submitted_by, submitted_at, due_on, created_at, updated_at)
    select r.*, ${birth.state}, ${submitted ? birth.by : null}::uuid, ${submitted ? context.now : null}::timestamptz,
      ${submitted ? dueAfter(context.today, REVIEW_DAYS) : null}::date, ${context.now}, ${context.now}
    from jsonb_to_recordset(${document}::jsonb) as r(
      id uuid, number text, policy_id text, benefit text, stage text, applied_on date, person_id uuid, organisation_id uuid,
      class_id uuid, enrolment_id uuid, certificate_id uuid, subsidy_list_id uuid, payee_kind text, region text, town text,
      asked_fen bigint, redecision_id uuid, redecided_from uuid, supplements uuid, already_fen bigint, decision_id uuid, stated jsonb,
      evidence_file_ids uuid[], follows_id uuid)`.execute(context.db);
  await insertDecisions(context.db, decisions);
  await announce(
    context,
    claims.map(({ id }) => id),
    birth.state,
  );
}
