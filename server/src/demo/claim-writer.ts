import { adjudicate, type Case } from "@jinengtong/policy";
import type { CivilDate } from "@jinengtong/standards";
import { claimNumber, type ClaimState } from "../entitlement/index.ts";
import { tellClaimant } from "./messages.ts";
import { addObjections, addReviews } from "./claim-rows.ts";
import { after, type Fate, fatedSteps, stepsOf } from "./claim-steps.ts";
import type { TrainedClass } from "./class-types.ts";
import { addHistory, type County, past } from "./county.ts";
import type { Money } from "./money.ts";
import { idOf } from "./random.ts";

/** Who claims what, and how far it is to go. */
export interface ClaimSubject {
  /** None where a class as a whole is claimed for. */
  personId: string | null;
  town: string;
  enrolmentId: string | null;
  certificateId: string | null;
  listId: string | null;
  organisationId: string | null;
  submitter: string;
  payee: { accountId: string; name: string };
  /** The usual day; a fate brings its own. */
  appliedOn: CivilDate;
  stage: "advance" | "settlement" | null;
  stated: Record<string, number>;
  /** Nothing goes wrong with it. */
  certain: boolean;
  only: "prepared" | null;
  fate: Fate | null;
  caseFor(number: string, appliedOn: CivilDate): Case;
}

/** A claim as other parts of the story take it up. */
export interface MadeClaim {
  id: string;
  state: ClaimState;
  submitter: string;
  personId: string | null;
  facts: Case;
  outcome: string;
  amountFen: number;
  approvedOn: CivilDate | null;
}

const UNSENT: readonly ClaimState[] = ["prepared", "declined", "lapsed"];

/** Writes a claim with its decision, reviews, objections, money and history. */
export function writeClaim(county: County, money: Money, made: TrainedClass, subject: ClaimSubject): MadeClaim {
  const { submitter, fate } = subject;
  const n = (county.counters.claim += 1);
  const id = idOf("claim", n);
  const fated = fate && fatedSteps(county, fate, submitter);
  const first = fated && (fated.find(({ to }) => to === "submitted") ?? fated[0]);
  const appliedOn = first?.on ?? subject.appliedOn;
  const number = claimNumber(appliedOn, n);
  const facts = subject.caseFor(number, appliedOn);
  const decision = adjudicate(county.policy, facts);
  const granted = decision.outcome === "granted";
  const amountFen = granted ? (decision.amountFen ?? 0) : 0;
  const steps = fated ?? stepsOf(county, { ...subject, granted, appliedOn, listed: subject.listId !== null });
  const on = (to: ClaimState): CivilDate | null => steps.find((step) => step.to === to)?.on ?? null;
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
          payeeAccountId: subject.payee.accountId,
          payeeName: subject.payee.name,
          benefit: made.course.benefit,
          fate,
        });
  steps.push(...(settlement?.steps ?? []));
  const last = steps.at(-1);
  const state = last?.to ?? "prepared";
  const decisionId = idOf("decision", (county.counters.decision += 1));
  const submitted = !UNSENT.includes(state);
  county.sink.add("claim", {
    id,
    number,
    policy_id: county.policy.id,
    benefit: made.course.benefit,
    stage: subject.stage,
    applied_on: appliedOn,
    person_id: subject.personId,
    organisation_id: subject.organisationId,
    class_id: made.id,
    enrolment_id: subject.enrolmentId,
    certificate_id: subject.certificateId,
    subsidy_list_id: subject.listId,
    payee_kind: subject.organisationId === null ? "person" : "organisation",
    source_id: settlement?.sourceId ?? null,
    region: county.region,
    town: subject.town,
    asked_fen: amountFen,
    approved_fen: approvedOn === null ? null : amountFen,
    paid_fen: settlement?.paidFen ?? null,
    state,
    decision_id: decisionId,
    submitted_by: submitted ? submitter : null,
    submitted_at: submitted ? past(county, appliedOn, "10:05:00") : null,
    due_on: submitted ? after(appliedOn, 10) : null,
    publicised_from: publicisedOn,
    publicised_to: publicisedOn === null ? null : after(publicisedOn, 5),
    stated: subject.stated,
    created_at: past(county, steps[0]?.on ?? made.endsOn, "08:45:00"),
    updated_at: past(county, last?.on ?? made.endsOn, "11:00:00"),
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
    recover_fen: decision.recoverFen ?? 0,
    at: past(county, appliedOn, "10:05:00"),
  });
  addReviews(county, { id, decisionId, submitter, amountFen }, steps);
  addObjections(county, id, subject.personId, steps);
  addHistory(
    county,
    "claim",
    id,
    steps.map((step) => ({
      to: step.to,
      at: past(county, step.on, "10:30:00"),
      by: step.by,
      ...(step.reason ? { reason: step.reason } : {}),
    })),
  );
  if (subject.personId !== null && last)
    tellClaimant(county, subject.personId, last, {
      number,
      benefit: made.course.benefit,
      organisation: subject.organisationId === null ? null : subject.payee.name,
      asked_fen: amountFen,
      approved_fen: approvedOn === null ? null : amountFen,
      paid_fen: settlement?.paidFen ?? null,
      publicised_to: publicisedOn === null ? null : after(publicisedOn, 5),
    });
  const { personId } = subject;
  return { id, state, submitter, personId, facts, outcome: decision.outcome, amountFen, approvedOn };
}

export const payeeOfOrganisation = (organisationId: string): string =>
  idOf("row", 800_000_000_000 + Number.parseInt(organisationId.slice(-12), 16));
