import { addDays } from "@jinengtong/standards";
import { demoAccount } from "../../access/index.ts";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { ANSWER_DAYS, dueAfter } from "../claim/work-calendar.ts";
import type { MadeClaim } from "./claim-writer.ts";

const DOUBTS = [
  "复核发现学员培训期间在外地参保，建议撤销核定",
  "考勤设备记录与签到地点不符，建议撤销后重新核查",
  "收款人账户与他人共用，核实前建议撤销",
  "学员来电说明未参加考核，证书待查",
] as const;

/** Approvals that one officer contests and another decides. */
export function addDemoCancellations(county: DemoCounty, claims: readonly MadeClaim[]): void {
  const askers = [county.reviewers[1], demoAccount("reviewer3").id, county.reviewers[0]];
  const doubted = claims.filter(({ state }) => state === "publicised" || state === "objected").slice(0, 9);
  for (const [index, claim] of doubted.entries()) {
    county.sink.add("claim_cancellation", {
      id: rowId(county),
      claim_id: claim.id,
      reason: DOUBTS[index % DOUBTS.length] ?? DOUBTS[0],
      asked_by: askers[index % askers.length] ?? county.reviewers[0],
      asked_at: at(addDays(county.today, -1 - (index % 3)), "16:10:00"),
      decided_by: null,
      decided_at: null,
      agreed: null,
    });
  }
}

/** People who object because their name was used, or so they think. */
export function addDemoObjections(county: DemoCounty, claims: readonly MadeClaim[]): void {
  for (const [index, claim] of claims
    .filter(({ state }) => state === "submitted")
    .slice(4, 7)
    .entries()) {
    const raisedOn = addDays(county.today, -2 - 4 * index);
    county.sink.add("objection", {
      id: rowId(county),
      claim_id: claim.id,
      kind: "own",
      text: "这笔补贴写的课时比我实际上的多，请核对后再办。",
      contact_sealed: null,
      person_id: claim.personId,
      raised_at: at(raisedOn, "20:15:00"),
      due_on: dueAfter(raisedOn, ANSWER_DAYS),
      answer: null,
      upheld: null,
      answered_by: null,
      answered_at: null,
    });
  }
}
