import { adjudicate, type Case } from "@jinengtong/policy";
import { addDays, type CivilDate } from "@jinengtong/standards";
import { slotsOf } from "../entitlement/slot-rules.ts";
import type { Learner, TrainedClass } from "./classes.ts";
import { addHistory, at, rowId, type County } from "./county.ts";
import type { Money } from "./money.ts";
import { after, stepsOf, type Step } from "./claim-steps.ts";
import { learnerAccount, payeeOf } from "./people.ts";
import { LOCAL_PARAMETERS, SHORTAGE } from "./plan.ts";
import { idOf } from "./random.ts";

/** Adds the claims of a class that is over, each as far on its way as its dates have come. */
export function addClaims(county: County, money: Money, made: TrainedClass, options: { only?: "prepared" } = {}): void {
  if (made.state !== "completed" && made.state !== "closed") return;
  const claimants = made.learners.filter((learner) => learner.certificateId !== null);
  const viaSchool =
    !options.only &&
    made.course.benefit === "unemployed-training" &&
    made.organisation.lanes.length > 0 &&
    Number.parseInt(made.id.slice(-2), 16) % 2 === 0;
  const appliedOn = addDays(made.endsOn, 3);
  if (appliedOn > county.today && !options.only) return;
  const listId = viaSchool ? rowId(county) : null;
  let total = 0;
  for (const learner of claimants) {
    total += addClaim(county, money, made, learner, { appliedOn, listId, only: options.only ?? null });
  }
  if (listId !== null) {
    county.sink.add("subsidy_list", {
      id: listId,
      class_id: made.id,
      version: 1,
      state: "submitted",
      generated_by: made.organisation.accountId,
      generated_at: at(addDays(appliedOn, -1), "15:00:00"),
      submitted_by: made.organisation.accountId,
      submitted_at: at(appliedOn, "09:30:00"),
      total_fen: total,
    });
    addHistory(county, "subsidy-list", listId, [
      { to: "generated", at: at(addDays(appliedOn, -1), "15:00:00"), by: made.organisation.accountId },
      { to: "submitted", at: at(appliedOn, "09:30:00"), by: made.organisation.accountId },
    ]);
  }
}

/** Returns the amount granted, in fen. */
function addClaim(
  county: County,
  money: Money,
  made: TrainedClass,
  learner: Learner,
  { appliedOn, listId, only }: { appliedOn: CivilDate; listId: string | null; only: "prepared" | null },
): number {
  const n = (county.counters.claim += 1);
  const id = idOf("claim", n);
  const number = `RG${appliedOn.slice(0, 4)}-${String(n).padStart(7, "0")}`;
  const facts = caseOf(county, made, learner, number, appliedOn);
  const decision = adjudicate(county.policy, facts);
  const amountFen = decision.outcome === "granted" ? (decision.amountFen ?? 0) : 0;
  const party = listId === null ? made.enterprise : made.organisation;
  const submitter = party?.accountId ?? learnerAccount(learner.person.index);
  const certain = learner === made.learners[0] && learner.known;
  const steps = stepsOf(county, { granted: decision.outcome === "granted", appliedOn, submitter, certain, only });
  const on = (to: string): CivilDate | null => steps.find((step) => step.to === to)?.on ?? null;
  const approvedOn = on("approved");
  const publicisedOn = on("publicised");
  const settlement =
    approvedOn === null
      ? null
      : money.settle({
          id,
          number,
          amountFen,
          approvedOn,
          payableOn: on("payable"),
          cancelledOn: on("cancelled"),
          payeeAccountId: party ? payeeOfOrganisation(party.id) : payeeOf(learner.person),
          payeeName: party?.name ?? learner.person.name,
          benefit: made.course.benefit,
        });
  steps.push(...(settlement?.steps ?? []));
  const state = steps.at(-1)?.to ?? "prepared";
  const decisionId = idOf("decision", (county.counters.decision += 1));
  const submitted = state !== "prepared";
  county.sink.add("claim", {
    id,
    number,
    policy_id: county.policy.id,
    benefit: made.course.benefit,
    stage: null,
    applied_on: appliedOn,
    person_id: learner.person.id,
    organisation_id: party?.id ?? null,
    class_id: made.id,
    enrolment_id: learner.enrolmentId,
    certificate_id: learner.certificateId,
    subsidy_list_id: listId,
    payee_kind: party ? "organisation" : "person",
    source_id: settlement?.sourceId ?? null,
    region: county.region,
    town: learner.person.town,
    asked_fen: amountFen,
    approved_fen: approvedOn === null ? null : amountFen,
    paid_fen: settlement?.paidFen ?? null,
    state,
    decision_id: decisionId,
    submitted_by: submitted ? submitter : null,
    submitted_at: submitted ? at(appliedOn, "10:05:00") : null,
    due_on: submitted ? after(appliedOn, 10) : null,
    publicised_from: publicisedOn,
    publicised_to: publicisedOn === null ? null : after(publicisedOn, 5),
    created_at: at(made.endsOn, "17:45:00"),
    updated_at: at(steps.at(-1)?.on ?? made.endsOn, "11:00:00"),
  });
  county.sink.add("claim_decision", {
    id: decisionId,
    claim_id: id,
    version: 1,
    facts: facts as unknown as Record<string, unknown>,
    policy_id: county.policy.id,
    policy_digest: decision.policy.digest,
    outcome: decision.outcome,
    amount_fen: amountFen,
    recover_fen: 0,
    at: at(appliedOn, "10:05:00"),
  });
  if (listId !== null) addListRow(county, listId, learner, facts, decision.outcome, amountFen);
  addReviews(county, { id, decisionId, submitter, amountFen }, steps);
  addHistory(
    county,
    "claim",
    id,
    steps.map((step) => ({
      to: step.to,
      at: at(step.on, "10:30:00"),
      by: step.by,
      ...(step.reason ? { reason: step.reason } : {}),
    })),
  );
  if (approvedOn !== null && state !== "cancelled") takeSlots(county, id, made, learner, facts, approvedOn);
  return amountFen;
}

const payeeOfOrganisation = (organisationId: string): string =>
  idOf("row", 800_000_000_000 + Number.parseInt(organisationId.slice(-12), 16));

/** The case as the platform builds it from the records above. */
function caseOf(county: County, made: TrainedClass, learner: Learner, number: string, appliedOn: CivilDate): Case {
  const { course } = made;
  const { person } = learner;
  const employed = person.employer !== null;
  const shortage = SHORTAGE.includes(course.occupation);
  return {
    id: number,
    benefit: course.benefit,
    appliedOn,
    person: {
      birthDate: person.birthDate,
      sex: person.sex,
      groups: [...person.groups],
      monthlyPension: false,
      ...(employed ? {} : { trainingNeed: true, unemploymentBenefit: [] }),
    },
    employment: employed
      ? {
          employed: true,
          employer: person.employer as string,
          local: true,
          ...(person.hiredOn ? { hiredOn: person.hiredOn } : {}),
          contractMonths: 36,
        }
      : { employed: false },
    ...(course.benefit === "skill-upgrade" ? { insurance: { unemploymentMonths: 14 } } : {}),
    training: {
      from: made.startsOn,
      to: made.endsOn,
      institution: { kind: "training-institution", local: true, admitted: true },
      requiredHours: course.hours - 4,
      offlineHours: learner.offlineHours,
      onlineHours: 0,
      inCatalogue: true,
      classSize: made.learners.length,
      finishers: made.learners.filter((each) => each.certificateId !== null).length,
    },
    certificate: {
      kind: course.certificate,
      occupation: course.occupation,
      ...(course.level === 0 ? {} : { level: course.level }),
      issuedOn: made.endsOn,
    },
    standard: { trainingFen: course.trainingYuan * 100, assessmentFen: course.assessmentYuan * 100, shortage },
    history: county.history.get(person.index) ?? [],
    parameters: LOCAL_PARAMETERS,
  };
}

function addReviews(
  county: County,
  claim: { id: string; decisionId: string; submitter: string; amountFen: number },
  steps: readonly Step[],
): void {
  const verdicts: Record<string, ["pass" | "return" | "refuse", 1 | 2]> = {
    "first-passed": ["pass", 1],
    approved: ["pass", 2],
    returned: ["return", 1],
    refused: ["refuse", 1],
  };
  for (const step of steps) {
    const verdict = verdicts[step.to];
    if (!verdict || step.by === null) continue;
    county.sink.add("claim_review", {
      id: (county.counters.review += 1),
      claim_id: claim.id,
      version: 1,
      round: verdict[1],
      verdict: verdict[0],
      officer_id: step.by,
      submitted_by: claim.submitter,
      decision_id: claim.decisionId,
      amount_fen: verdict[0] === "pass" ? claim.amountFen : null,
      sampled: county.random.chance(0.1),
      reason: step.reason ?? "",
      at: at(step.on, "10:30:00"),
    });
  }
}

function addListRow(
  county: County,
  listId: string,
  learner: Learner,
  facts: Case,
  outcome: string,
  amountFen: number,
): void {
  county.sink.add("subsidy_list_row", {
    list_id: listId,
    enrolment_id: learner.enrolmentId,
    person_id: learner.person.id,
    included: outcome === "granted",
    adjusted_because: outcome === "granted" ? null : "判定不符合条件",
    facts: facts as unknown as Record<string, unknown>,
    outcome,
    amount_fen: amountFen,
  });
}

/** The first learner of each class may train again: what they hold is remembered. */
function takeSlots(
  county: County,
  claimId: string,
  made: TrainedClass,
  learner: Learner,
  facts: Case,
  on: CivilDate,
): void {
  const again = learner === made.learners[0];
  for (const want of slotsOf(county.policy, facts)) {
    const name = `${learner.person.index} ${want.rule} ${want.key}`;
    const ordinal = (county.held.get(name) ?? 0) + 1;
    if (again) county.held.set(name, ordinal);
    county.sink.add("benefit_slot", {
      claim_id: claimId,
      person_id: learner.person.id,
      rule: want.rule,
      key: want.key,
      ordinal,
      side: want.side,
      taken_at: at(on, "10:30:00"),
    });
  }
  if (!again) return;
  const { course } = made;
  county.history.set(learner.person.index, [
    {
      benefit: course.benefit,
      occupation: course.occupation,
      level: course.level === 0 ? null : course.level,
      on: facts.appliedOn,
      employer: learner.person.employer,
      months: 0,
    },
  ]);
}
