import { adjudicate } from "@jinengtong/policy";
import { addDays, type CivilDate } from "@jinengtong/standards";
import { caseOf } from "./claim-case.ts";
import { addListRow, addObjections, addReviews, takeSlots } from "./claim-rows.ts";
import { after, type Fate, fatedSteps, stepsOf } from "./claim-steps.ts";
import type { Learner, TrainedClass } from "./classes.ts";
import { addHistory, at, rowId, type County } from "./county.ts";
import type { Money } from "./money.ts";
import { learnerAccount, payeeOf } from "./people.ts";
import { idOf } from "./random.ts";

/** A claim as other parts of the story take it up. */
export interface MadeClaim {
  id: string;
  state: string;
  submitter: string;
  person: Learner["person"];
  amountFen: number;
  publicisedOn: CivilDate | null;
}

interface ClaimWish {
  /** Nobody has confirmed any of them yet. */
  only?: "prepared";
  /** Where each of the first claims stands, in their order; the others go the usual way. Nobody claims for them but themselves. */
  fates?: readonly Fate[];
}

/** Adds the claims of a class that is over, each as far on its way as its dates have come. */
export function addClaims(county: County, money: Money, made: TrainedClass, options: ClaimWish = {}): MadeClaim[] {
  if (made.state !== "completed" && made.state !== "closed") return [];
  const claimants = made.learners.filter((learner) => learner.certificateId !== null);
  const viaSchool =
    !options.only &&
    !options.fates &&
    made.course.benefit === "unemployed-training" &&
    made.organisation.lanes.length > 0 &&
    Number.parseInt(made.id.slice(-2), 16) % 2 === 0;
  const appliedOn = addDays(made.endsOn, 3);
  if (appliedOn > county.today && !options.only) return [];
  const listId = viaSchool ? rowId(county) : null;
  const claims = claimants.map((learner, index) =>
    addClaim(county, money, made, learner, {
      appliedOn,
      listId,
      only: options.only ?? null,
      fate: options.fates?.[index] ?? null,
    }),
  );
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
      total_fen: claims.reduce((sum, claim) => sum + claim.amountFen, 0),
    });
    addHistory(county, "subsidy-list", listId, [
      { to: "generated", at: at(addDays(appliedOn, -1), "15:00:00"), by: made.organisation.accountId },
      { to: "submitted", at: at(appliedOn, "09:30:00"), by: made.organisation.accountId },
    ]);
  }
  return claims;
}

interface ClaimWay {
  /** The usual day; a fate brings its own. */
  appliedOn: CivilDate;
  listId: string | null;
  only: "prepared" | null;
  fate: Fate | null;
}

function addClaim(
  county: County,
  money: Money,
  made: TrainedClass,
  learner: Learner,
  { appliedOn: usualDay, listId, only, fate }: ClaimWay,
): MadeClaim {
  const n = (county.counters.claim += 1);
  const id = idOf("claim", n);
  const party = listId === null ? made.enterprise : made.organisation;
  const submitter = party?.accountId ?? learnerAccount(learner.person.index);
  const fated = fate && fatedSteps(county, fate, submitter);
  const appliedOn = fated ? (fated[1]?.on ?? usualDay) : usualDay;
  const number = `RG${appliedOn.slice(0, 4)}-${String(n).padStart(7, "0")}`;
  const facts = caseOf(county, made, learner, number, appliedOn);
  const decision = adjudicate(county.policy, facts);
  const amountFen = decision.outcome === "granted" ? (decision.amountFen ?? 0) : 0;
  const certain = learner === made.learners[0] && learner.known;
  const granted = decision.outcome === "granted";
  const steps = fated ?? stepsOf(county, { granted, appliedOn, submitter, certain, only, listed: listId !== null });
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
          recovery: fate?.to === "recovering" || fate?.to === "recovered" ? fate : null,
        });
  steps.push(...(settlement?.steps ?? []));
  const state = steps.at(-1)?.to ?? "prepared";
  const decisionId = idOf("decision", (county.counters.decision += 1));
  const submitted = !["prepared", "declined", "lapsed"].includes(state);
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
  addObjections(county, id, learner.person.id, steps);
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
  if (approvedOn !== null && state !== "cancelled" && state !== "recovered")
    takeSlots(county, id, made, learner, facts, approvedOn);
  return { id, state, submitter, person: learner.person, amountFen, publicisedOn };
}

const payeeOfOrganisation = (organisationId: string): string =>
  idOf("row", 800_000_000_000 + Number.parseInt(organisationId.slice(-12), 16));
