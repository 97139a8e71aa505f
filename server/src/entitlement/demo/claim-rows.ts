import { json } from "../../kernel/database.ts";
import { type DemoCounty, past, rowId } from "../../kernel/demo/county.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import { ANSWER_DAYS, dueAfter } from "../claim/work-calendar.ts";
import { slotsOf } from "../grant/slot-rules.ts";
import type { ClaimStep } from "./claim-steps.ts";
import type { MadeClaim } from "./claim-writer.ts";

export function addReviews(
  county: DemoCounty,
  claim: { id: string; decisionId: string; submitter: string; amountFen: number },
  steps: readonly ClaimStep[],
): void {
  const verdicts: Record<string, ["pass" | "return" | "refuse", 1 | 2]> = {
    "first-passed": ["pass", 1],
    approved: ["pass", 2],
    returned: ["return", 1],
    refused: ["refuse", 1],
  };
  for (const [index, step] of steps.entries()) {
    const verdict = verdicts[step.to];
    // The answer to an appeal isn't a review.
    if (!verdict || step.by === null || steps[index - 1]?.to === "appealed") continue;
    county.sink.add("claim_review", {
      id: county.sink.next("claim_review"),
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
      at: past(county, step.on, "10:30:00"),
    });
  }
}

/** Objections and appeals against a claim; the following step is the answer. */
export function addObjections(
  county: DemoCounty,
  claimId: string,
  personId: string | null,
  steps: readonly ClaimStep[],
): void {
  for (const [index, step] of steps.entries()) {
    if (step.to !== "objected" && step.to !== "appealed") continue;
    const answer = steps[index + 1];
    const appeal = step.to === "appealed";
    county.sink.add("objection", {
      id: rowId(county),
      claim_id: claimId,
      kind: appeal ? "appeal" : "public",
      text: step.reason ?? "",
      contact_sealed: null,
      person_id: appeal ? personId : null,
      raised_at: past(county, step.on, "10:30:00"),
      due_on: dueAfter(step.on, ANSWER_DAYS),
      answer: answer?.reason ?? null,
      upheld: answer ? answer.to === "cancelled" : null,
      answered_by: answer?.by ?? null,
      answered_at: answer ? past(county, answer.on, "10:30:00") : null,
    });
  }
}

export function addListRow(county: DemoCounty, listId: string, learner: Learner, claim: MadeClaim): void {
  county.sink.add("subsidy_list_row", {
    list_id: listId,
    enrolment_id: learner.enrolmentId,
    person_id: learner.person.id,
    included: claim.outcome === "granted",
    adjusted_because: claim.outcome === "granted" ? null : "判定不符合条件",
    facts: json(claim.facts),
    policy_digest: county.policy.digest,
    outcome: claim.outcome,
    amount_fen: claim.amountFen,
  });
}

/** The first learner of each class may train again, so their grants are remembered. */
export function takeSlots(county: DemoCounty, made: TrainedClass, learner: Learner, claim: MadeClaim): void {
  const { facts } = claim;
  const again = learner === made.learners[0];
  for (const want of slotsOf(county.policy, facts)) {
    const name = `${learner.person.index} ${want.rule} ${want.key}`;
    const ordinal = (county.held.get(name) ?? 0) + 1;
    if (again) county.held.set(name, ordinal);
    county.sink.add("benefit_slot", {
      claim_id: claim.id,
      person_id: learner.person.id,
      rule: want.rule,
      key: want.key,
      ordinal,
      side: want.side,
      taken_at: past(county, claim.approvedOn ?? county.today, "10:30:00"),
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
