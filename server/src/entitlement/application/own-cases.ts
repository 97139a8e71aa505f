import { adjudicate, type Case, type Decision, type Entitlement, type Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { buildCases, type Subject } from "../case/build-cases.ts";
import { type ClaimRow, stateOf, subjectOf } from "../claim/claim-record.ts";
import { lawsOf } from "../case/law.ts";
import { claimStates, DEAD, type ClaimState } from "../claim-states.ts";

/** More pieces of evidence than anybody holds; the newest count. */
const MOST = 20;
/** Claims that are over, with or without money: the benefit's rules speak again. */
const OVER: readonly ClaimState[] = [...DEAD, "paid", "recovering", "recovered"];

/** A claim under way for a benefit. */
export interface OpenClaim {
  id: string;
  state: ClaimState;
  stateLabel: string;
  amountFen: number | null;
}

/** A benefit decided on the evidence that speaks best for it. */
export interface OwnCase {
  /** The version that decided. */
  policy: Policy;
  facts: Case;
  decision: Decision;
  status: Entitlement["status"];
  claim: OpenClaim | null;
}

/**
 * Decides benefits for a person on their evidence: a claim under way as it stands, else the certificate, or the class attended now, that
 * speaks best for the benefit. Benefits for which there is no evidence of the kind are absent. `only`: one benefit.
 */
export async function ownCases(
  context: Context,
  policy: Policy,
  personId: string,
  only?: string,
): Promise<Map<string, OwnCase>> {
  const claims = await openClaims(context, policy, personId);
  const evidence = await evidenceOf(context, personId);
  const benefits = only === undefined ? [...policy.benefits.keys()] : [only];
  const asked = benefits.flatMap((benefit): { subject: Subject; claim: OpenClaim | null }[] => {
    const own = claims.filter((claim) => claim.benefit === benefit);
    if (own.length > 0) return own.map((row) => ({ subject: subjectOf(row, context.today), claim: openClaim(row) }));
    if (policy.claiming.get(benefit)?.evidence !== "certificate") return [];
    return evidence.map((one) => ({
      subject: { ...one, id: benefit, claimId: null, benefit, appliedOn: context.today, stage: null, stated: {} },
      claim: null,
    }));
  });
  const laws = await lawsOf(context, claims);
  const best = new Map<string, OwnCase>();
  // A claim under way is decided by its own version, as beside it; what could be asked for now, by today's.
  for (const [law, group] of Map.groupBy(asked, ({ claim }) => laws.get(claim?.id ?? "") ?? policy)) {
    const cases = await buildCases(
      context.db,
      law,
      group.map(({ subject }) => subject),
    );
    for (const [at, { subject, claim }] of group.entries()) {
      const found = judged(law, cases[at], claim);
      const before = best.get(subject.benefit);
      if (found !== null && (before === undefined || worth(found) > worth(before))) best.set(subject.benefit, found);
    }
  }
  return best;
}

function judged(policy: Policy, facts: Case | undefined, claim: OpenClaim | null): OwnCase | null {
  if (facts === undefined) return null;
  const decision = adjudicate(policy, facts);
  const isMet = decision.findings.every((finding) => finding.met === true);
  return {
    policy,
    facts,
    decision,
    claim,
    status: decision.outcome === "refused" ? "ineligible" : isMet ? "eligible" : "missing",
  };
}

const RANK = { ineligible: 0, missing: 1, eligible: 2 } as const;
const worth = ({ status, decision }: OwnCase): number => RANK[status] * 1e12 + (decision.amountFen ?? 0);

const openClaim = (row: ClaimRow): OpenClaim => ({
  id: row.id,
  state: stateOf(row),
  stateLabel: claimStates.states[stateOf(row)].label,
  amountFen: row.approved_fen ?? row.asked_fen,
});

/** The person's own claims under way; an organisation's are its own matter. */
const openClaims = (context: Context, policy: Policy, personId: string): Promise<ClaimRow[]> =>
  context.db
    .selectFrom("claim")
    .selectAll()
    .where("person_id", "=", personId)
    .where("organisation_id", "is", null)
    .where("policy_id", "=", policy.id)
    .where("state", "not in", [...OVER])
    .orderBy("created_at", "desc")
    .execute();

/** Valid certificates, and classes attended now, as subjects without a benefit. */
async function evidenceOf(
  context: Context,
  personId: string,
): Promise<Pick<Subject, "personId" | "classId" | "enrolmentId" | "certificateId" | "town">[]> {
  const found = await sql<{
    certificateId: string | null;
    classId: string | null;
    enrolmentId: string | null;
    town: string;
  }>`
    select f.id as "certificateId", f.class_id as "classId", f.enrolment_id as "enrolmentId", coalesce(c.town, p.town) as town, f.issued_on as day
    from certificate f join person p on p.id = f.person_id left join training_class c on c.id = f.class_id
    where f.person_id = ${personId} and not exists (select from certificate_revocation r where r.certificate_id = f.id)
    union all
    select null, c.id, e.id, c.town, c.starts_on
    from enrolment e join training_class c on c.id = e.class_id
    where e.person_id = ${personId} and e.state in ('applied', 'enrolled')
    order by day desc limit ${MOST}`.execute(context.db);
  return found.rows.map(({ certificateId, classId, enrolmentId, town }) => ({
    personId,
    certificateId,
    classId,
    enrolmentId,
    town,
  }));
}
