import type { ModuleWords } from "./module-words.ts";

export const fundWords = {
  nouns: {
    "fund-source": "资金来源",
    "payment-batch": "拨付批次",
    payment: "付款",
    "bank-return": "银行回单",
    "ledger-entry": "账目",
    clawback: "追回通知",
  },
  scopes: { "fund:read": "读资金账目", "bank-returns:write": "送银行回单" },
  messages: {
    "payables-waiting": { to: { finance: "/finance/payables" }, title: "去编批" },
    "batches-waiting": { to: { finance: "/finance/batches" }, title: "去复核" },
    "batch-decided": { to: { finance: "/finance/batches/:id" }, title: "看批次" },
    "payments-returned": { to: { finance: "/finance/payments" }, title: "看退回的付款" },
    "clawback-demanded": {
      to: { learner: "/my/claims", institution: "/institution/claims/:id", enterprise: "/enterprise/claims/:id" },
      title: "看补贴申请",
    },
    "repayment-due": {
      to: { learner: "/my/claims", institution: "/institution/claims/:id", enterprise: "/enterprise/claims/:id" },
      title: "看补贴申请",
    },
    "payment-day": {
      to: { learner: "/my/claims", institution: "/institution/claims/:id", enterprise: "/enterprise/claims/:id" },
      title: "看补贴申请",
    },
    "clawback-ends-waiting": {
      to: { finance: "/finance/clawbacks", reviewer: "/bureau/clawbacks" },
      title: "去决定",
    },
    "clawbacks-waiting": {
      to: { finance: "/finance/clawbacks", reviewer: "/bureau/clawbacks" },
      title: "看追回",
    },
    "clawback-end-decided": { to: { finance: "/finance/clawbacks", reviewer: "/bureau/clawbacks" }, title: "看追回" },
    "entry-correction-decided": { to: { finance: "/finance/sources" }, title: "看更正" },
    "entry-corrections-waiting": { to: { finance: "/finance/sources" }, title: "去决定" },
  },
  states: {
    "payment-batch": {
      draft: { label: "待提交", kind: "turn" },
      submitted: { label: "待复核放款", kind: "turn" },
      released: { label: "已放款", kind: "doing" },
      sent: { label: "已送银行", kind: "waiting" },
      settled: { label: "已结清", kind: "done" },
      cancelled: { label: "已作废", kind: "ended" },
    },
    payment: {
      batched: { label: "已入批", kind: "waiting" },
      sent: { label: "已送银行", kind: "doing" },
      paid: { label: "已到账", kind: "done" },
      returned: { label: "银行退回", kind: "late" },
      cancelled: { label: "已移出", kind: "ended" },
    },
    clawback: {
      demanded: { label: "追回中", kind: "doing" },
      repaid: { label: "已追回", kind: "done" },
      cancelled: { label: "已撤销", kind: "ended" },
      "written-off": { label: "已核销", kind: "ended" },
    },
  },
} as const satisfies ModuleWords;
