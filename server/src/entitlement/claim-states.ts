import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a claim, from preparation to payment and recovery. */
export const claimStates = defineStates({
  machine: "claim",
  noun: WORDS.entitlement.nouns.claim,
  table: "claim",
  birth: ["prepared", "submitted"],
  words: WORDS.entitlement.states.claim,
  moves: {
    prepared: ["submitted", "declined", "lapsed"],
    declined: [],
    lapsed: [],
    submitted: ["first-passed", "returned", "refused", "withdrawn"],
    returned: ["submitted", "withdrawn"],
    withdrawn: [],
    "first-passed": ["approved", "returned", "refused", "submitted"],
    refused: ["appealed"],
    appealed: ["submitted", "refused"],
    approved: ["publicised", "cancelled"],
    publicised: ["objected", "payable", "cancelled"],
    objected: ["publicised", "cancelled"],
    payable: ["batched", "cancelled"],
    batched: ["paid", "payable"],
    paid: ["payable", "recovering"],
    recovering: ["recovered", "paid"],
    recovered: [],
    cancelled: [],
  },
});

export type ClaimState = keyof typeof claimStates.states;

/** States that count as granted: a claim in one of them is part of its person's history and holds its slots. */
export const GRANTED: readonly ClaimState[] = [
  "approved",
  "publicised",
  "objected",
  "payable",
  "batched",
  "paid",
  "recovering",
];

/** States in which a claim has ended without money: the same certificate may be claimed for again. */
export const DEAD: readonly ClaimState[] = ["declined", "lapsed", "withdrawn", "refused", "cancelled"];

/** Ended by the claimant alone: they may change their mind within the claim's period. */
export const MAY_ASK_AGAIN: readonly ClaimState[] = ["withdrawn", "declined"];

/** Office that must act in each state, in the person's words. */
export const OFFICE: Readonly<Record<ClaimState, string>> = {
  prepared: "申请人",
  declined: "已办结",
  lapsed: "已办结",
  submitted: "人社部门（初审）",
  returned: "申请人",
  withdrawn: "已办结",
  "first-passed": "人社部门（复审）",
  refused: "已办结（可申诉）",
  appealed: "人社部门（申诉）",
  approved: "人社部门（公示）",
  publicised: "社会公示",
  objected: "人社部门（异议核查）",
  payable: "财政部门",
  batched: "财政部门与银行",
  paid: "已办结",
  recovering: "财政部门",
  recovered: "已办结",
  cancelled: "已办结",
};

/** Rule of the slots that keep a day of an allowance from being paid twice; their key ends with the day. */
export const DAY_SLOT = "allowance-day";
