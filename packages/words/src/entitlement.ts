import type { MessagePlace, ModuleWords, StateWord } from "./module-words.ts";

const claim = {
  prepared: { label: "待确认", kind: "turn" },
  submitted: { label: "待初审", kind: "doing" },
  returned: { label: "已退回补正", kind: "turn" },
  "first-passed": { label: "待复审", kind: "doing" },
  approved: { label: "待公示", kind: "waiting" },
  publicised: { label: "公示中", kind: "waiting" },
  objected: { label: "异议处理中", kind: "doing", office: "late" },
  payable: { label: "待拨付", kind: "waiting" },
  batched: { label: "拨付中", kind: "doing" },
  paid: { label: "已到账", kind: "done" },
  refused: { label: "不予补贴", kind: "refused" },
  appealed: { label: "申诉处理中", kind: "doing" },
  recovering: { label: "追回中", kind: "late" },
  recovered: { label: "已追回", kind: "ended" },
  declined: { label: "已放弃", kind: "ended" },
  lapsed: { label: "已失效", kind: "ended" },
  withdrawn: { label: "已撤回", kind: "ended" },
  cancelled: { label: "已撤销", kind: "ended" },
} as const satisfies Record<string, StateWord>;

const ownClaims = {
  to: { learner: "/my/claims", institution: "/institution/claims", enterprise: "/enterprise/claims" },
  title: "看补贴申请",
};

/** Messages to a claim's person and organisation for every state it enters, and when a newer version of the policy has decided it again. */
type ClaimMessages = Readonly<Record<`claim-${keyof typeof claim | "redecided"}`, MessagePlace>>;
const claimMessages = Object.fromEntries(
  [...Object.keys(claim), "redecided"].map((state) => [
    `claim-${state}`,
    {
      to: { learner: "/my/claims", institution: "/institution/claims/:id", enterprise: "/enterprise/claims/:id" },
      title: "看补贴申请",
    },
  ]),
) as ClaimMessages;

export const entitlementWords = {
  nouns: {
    claim: "补贴申请",
    objection: "异议",
    publicity: "公示",
    "review-batch": "批量审核",
    "subsidy-list": "班级补贴名单",
    "policy-parameter": "本地参数",
    "policy-draft": "政策草案",
    "policy-reading": "读法确认",
    redecision: "追溯裁定",
  },
  scopes: { "claims:read": "读补贴申请", "claims:write": "办补贴申请" },
  states: {
    claim,
    "policy-draft": {
      open: { label: "编辑中", kind: "turn" },
      submitted: { label: "待签发", kind: "doing" },
      published: { label: "已签发", kind: "done" },
      withdrawn: { label: "已作废", kind: "ended" },
    },
    redecision: {
      deciding: { label: "正在逐笔裁定", kind: "doing" },
      listed: { label: "待第一人签字", kind: "turn" },
      signed: { label: "待第二人签字", kind: "turn" },
      "carrying-out": { label: "正在办理", kind: "doing" },
      done: { label: "已办完", kind: "done" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
    "subsidy-list": {
      generated: { label: "待提交", kind: "turn" },
      superseded: { label: "已被新名单取代", kind: "ended" },
      submitted: { label: "已提交", kind: "done" },
    },
  },
  messages: {
    ...claimMessages,
    "claim-unconfirmed": ownClaims,
    "claim-limit": ownClaims,
    "first-reviews-waiting": { to: { reviewer: "/bureau/first-review" }, title: "去初审" },
    "second-reviews-waiting": { to: { reviewer: "/bureau/second-review" }, title: "去复审" },
    "objections-waiting": { to: { reviewer: "/bureau/objections" }, title: "去答复" },
    "cancellation-decided": { to: { reviewer: "/bureau/claims/:id" }, title: "看这笔申请" },
    "parameter-decided": { to: { reviewer: "/bureau/parameters" }, title: "看本地参数" },
    "cancellations-waiting": { to: { reviewer: "/bureau/cancellations" }, title: "去确认" },
    "parameters-waiting": { to: { reviewer: "/bureau/parameters" }, title: "去确认" },
  },
} as const satisfies ModuleWords;
