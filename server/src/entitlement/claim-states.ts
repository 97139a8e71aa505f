import { defineStates } from "../kernel/states.ts";

/** A claim's way from what the facts yield to money paid, and back. */
export const claimStates = defineStates({
  machine: "claim",
  noun: "补贴申请",
  table: "claim",
  birth: ["prepared", "submitted"],
  states: {
    prepared: { label: "待确认", to: ["submitted", "declined", "lapsed"] },
    declined: { label: "已放弃", to: [] },
    lapsed: { label: "已失效", to: [] },
    submitted: { label: "待初审", to: ["first-passed", "returned", "refused", "withdrawn"] },
    returned: { label: "已退回补正", to: ["submitted", "withdrawn"] },
    withdrawn: { label: "已撤回", to: [] },
    "first-passed": { label: "待复审", to: ["approved", "returned", "refused", "submitted"] },
    refused: { label: "不予补贴", to: ["appealed"] },
    appealed: { label: "申诉处理中", to: ["submitted", "refused"] },
    approved: { label: "待公示", to: ["publicised", "cancelled"] },
    publicised: { label: "公示中", to: ["objected", "payable", "cancelled"] },
    objected: { label: "异议处理中", to: ["publicised", "cancelled"] },
    payable: { label: "待拨付", to: ["batched", "cancelled"] },
    batched: { label: "拨付中", to: ["paid", "payable"] },
    paid: { label: "已到账", to: ["payable", "recovering"] },
    recovering: { label: "追回中", to: ["recovered", "paid"] },
    recovered: { label: "已追回", to: [] },
    cancelled: { label: "已撤销", to: [] },
  },
});

export type ClaimState = keyof typeof claimStates.states;

/** What counts as granted before: a claim in one of these is part of its person's history and holds its slots. */
export const GRANTED: readonly ClaimState[] = [
  "approved",
  "publicised",
  "objected",
  "payable",
  "batched",
  "paid",
  "recovering",
];

/** Where a claim is finished without money: the same certificate may be claimed for again. */
export const DEAD: readonly ClaimState[] = ["declined", "lapsed", "withdrawn", "refused", "cancelled"];

/** Which office has the next move in each state, as its person reads it. */
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
