import { adjudicate, benefitName, type Case, type HistoryEntry } from "@jinengtong/policy";
import type { CivilDate } from "@jinengtong/standards";
import { json } from "../../kernel/database.ts";
import { addHistory, type DemoCounty, past } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { notifyDemoPerson } from "../../people/index.ts";
import type { TrainedClass } from "../../training/index.ts";
import { claimStates, type ClaimState } from "../claim-states.ts";
import { claimNumber } from "../claim/claim-number.ts";
import { claimNotice } from "../claim/notices.ts";
import { dueAfter, PUBLICITY_DAYS, REVIEW_DAYS } from "../claim/work-calendar.ts";
import { addObjections, addReviews } from "./claim-rows.ts";
import { type ClaimFate, type ClaimStep, fatedSteps, stepsOf } from "./claim-steps.ts";

/** Claimant and benefit, and how far the claim proceeds. */
export interface DemoClaimSubject {
  /** None for a class as a whole. */
  personId: string | null;
  town: string;
  enrolmentId: string | null;
  certificateId: string | null;
  listId: string | null;
  organisationId: string | null;
  submitter: string;
  payee: { accountId: string; name: string };
  /** The usual day; a fate has its own. */
  appliedOn: CivilDate;
  stage: "advance" | "settlement" | null;
  stated: Record<string, number>;
  /** No planted fault. */
  certain: boolean;
  only: "prepared" | null;
  fate: ClaimFate | null;
  caseFor(number: string, appliedOn: CivilDate): Case;
}

/** Outcome of a claim's money. */
export interface ClaimSettlement {
  sourceId: string;
  paidFen: number | null;
  steps: ClaimStep[];
}

/** An approved claim, whose money a later module reserves and pays. */
export interface ClaimToSettle {
  id: string;
  number: string;
  amountFen: number;
  approvedOn: CivilDate;
  payableOn: CivilDate | null;
  cancelledOn: CivilDate | null;
  payeeAccountId: string;
  payeeName: string;
  benefit: string;
  /** Target state of the story; some of them demand the money back. */
  fate: ClaimFate | null;
}

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Books the claim's money as far as its dates have come. Offered by the fund. */
    settleClaim: (claim: ClaimToSettle) => ClaimSettlement;
    /** Earlier grants of the few people who train twice, and the slots they hold. */
    history: Map<number, HistoryEntry[]>;
    held: Map<string, number>;
  }
}

/** A claim for other parts of the story. */
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
export function writeDemoClaim(county: DemoCounty, made: TrainedClass, subject: DemoClaimSubject): MadeClaim {
  const { submitter, fate } = subject;
  const n = county.sink.next("claim");
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
      : county.settleClaim({
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
  const decisionId = idOf("decision", county.sink.next("claim_decision"));
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
    due_on: submitted ? dueAfter(appliedOn, REVIEW_DAYS) : null,
    publicised_from: publicisedOn,
    publicised_to: publicisedOn === null ? null : dueAfter(publicisedOn, PUBLICITY_DAYS),
    stated: json(subject.stated),
    created_at: past(county, steps[0]?.on ?? made.endsOn, "08:45:00"),
    updated_at: past(county, last?.on ?? made.endsOn, "11:00:00"),
  });
  if (publicisedOn !== null) {
    const round = county.publicised.get(publicisedOn) ?? [];
    round.push({ claimId: id, amountFen });
    county.publicised.set(publicisedOn, round);
  }
  county.sink.add("claim_decision", {
    id: decisionId,
    claim_id: id,
    version: 1,
    facts: json(facts),
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
    claimStates,
    id,
    steps.map((step) => ({
      to: step.to,
      at: past(county, step.on, "10:30:00"),
      by: step.by,
      ...(step.reason ? { reason: step.reason } : {}),
    })),
  );
  if (subject.personId !== null && last)
    notifyDemoPerson(
      county,
      subject.personId,
      last.on,
      `claim-${last.to}`,
      claimNotice(last.to, {
        number,
        benefitName: benefitName([county.policy], made.course.benefit),
        organisation: subject.organisationId === null ? null : subject.payee.name,
        asked_fen: amountFen,
        approved_fen: approvedOn === null ? null : amountFen,
        paid_fen: settlement?.paidFen ?? null,
        publicised_to: publicisedOn === null ? null : dueAfter(publicisedOn, PUBLICITY_DAYS),
      }),
    );
  const { personId } = subject;
  return { id, state, submitter, personId, facts, outcome: decision.outcome, amountFen, approvedOn };
}
