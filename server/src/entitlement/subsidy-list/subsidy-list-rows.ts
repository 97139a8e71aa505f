import { adjudicate, type Decision } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { claimingOf } from "../programme/claiming.ts";
import type { Subject } from "../case/build-cases.ts";
import { casesByLaw, noLaw } from "../case/law.ts";
import type { ClaimDraft } from "../application/create-claims.ts";
import { policyOn } from "../programme/policies.ts";

export interface ListClass {
  id: string;
  number: string;
  organisation_id: string;
  policy_id: string;
  benefit: string;
  region: string;
  town: string;
  state: string;
}

/** A learner of the class as the list sees them. */
export interface Candidate {
  enrolmentId: string;
  personId: string;
  /** Certificate of the class; without one the case lacks it and says so. */
  certificateId: string | null;
  /** Their claim that blocks the list, or a prepared one that gives way. */
  claimState: string | null;
  draft: ClaimDraft;
  decision: Decision;
  facts: unknown;
}

/** Class of the list: the institution's own benefit, claimed per person. */
export async function listClass(
  { db, services, today }: Pick<Context, "db" | "services" | "today">,
  classId: string,
): Promise<ListClass> {
  const row = await db
    .selectFrom("training_class")
    .select(["id", "number", "organisation_id", "policy_id", "benefit", "region", "town", "state"])
    .where("id", "=", classId)
    .executeTakeFirst();
  if (!row) throw notFound("班级");
  const { per, by } = claimingOf(policyOn(services, row.policy_id, today), row.benefit);
  if (per === "class" || !by.includes("institution"))
    throw conflict("no-list-for-benefit", "这个班的补贴不由培训机构按学员名单申请，请按政策说明的申请主体办理。");
  if (row.state !== "completed" && row.state !== "closed")
    throw conflict("class-not-completed", "结业并发证后才能生成补贴名单。请先完成结业考核和发证。", {
      state: row.state,
    });
  return row;
}

/** Decides every learner of the class on current facts. */
export async function candidatesOf(context: Context, training: ListClass): Promise<Candidate[]> {
  const { benefit } = training;
  const found = await sql<{ id: string; person_id: string; certificate_id: string | null; claim_state: string | null }>`
    select e.id, e.person_id,
      (select f.id from certificate f where f.enrolment_id = e.id
        and not exists (select from certificate_revocation r where r.certificate_id = f.id)
        order by f.issued_on desc, f.id limit 1) as certificate_id,
      (select c.state from claim c where c.enrolment_id = e.id and c.benefit = ${benefit}
        and c.state not in ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled')) as claim_state
    from enrolment e where e.class_id = ${training.id} and e.state in ('enrolled', 'completed', 'failed')
    order by e.seat`.execute(context.db);
  const drafts = found.rows.map((row): ClaimDraft => ({
    benefit,
    appliedOn: context.today,
    stage: null,
    personId: row.person_id,
    organisationId: training.organisation_id,
    classId: training.id,
    enrolmentId: row.id,
    certificateId: row.certificate_id,
    payeeKind: "organisation",
    region: training.region,
    town: training.town,
    stated: {},
  }));
  const cases = await casesByLaw(
    context,
    training.policy_id,
    drafts.map((draft, at): Subject => ({ ...draft, id: `${training.number}-${at + 1}`, claimId: null })),
  );
  return found.rows.flatMap((row, at) => {
    const lawful = cases[at];
    const draft = drafts[at];
    if (lawful === null) throw noLaw(context.services, training.policy_id, context.today);
    return lawful && draft
      ? [
          {
            enrolmentId: row.id,
            personId: row.person_id,
            certificateId: row.certificate_id,
            claimState: row.claim_state,
            draft,
            facts: lawful.facts,
            decision: adjudicate(lawful.policy, lawful.facts),
          },
        ]
      : [];
  });
}

/** A claim in progress keeps its learner off the list; an unconfirmed one doesn't. */
export const claimedAlready = (candidate: Candidate): boolean =>
  candidate.claimState !== null && candidate.claimState !== "prepared";
