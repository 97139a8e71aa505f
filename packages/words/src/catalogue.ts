import type { ModuleWords } from "./module-words.ts";

const admissions = {
  to: { institution: "/institution/admissions", evaluator: "/evaluation/admissions" },
  title: "看准入",
};

const plans = { to: { reviewer: "/bureau/plans", department: "/bureau/plans" }, title: "看名额" };

export const catalogueWords = {
  nouns: {
    admission: "准入申请",
    "catalogue-draft": "目录草稿",
    "catalogue-version": "目录版本",
    "training-project": "培训项目",
    "plan-quota-change": "名额调整",
  },
  messages: {
    "admission-decided": admissions,
    "admission-ordered": admissions,
    "plan-quotas-waiting": { to: { reviewer: "/bureau/plans" }, title: "去下达" },
    "plan-quota-decided": plans,
    "plan-quota-low": plans,
    "plan-quota-released": { to: { institution: "/institution/classes" }, title: "去开班" },
    "admissions-waiting": { to: { reviewer: "/bureau/admissions" }, title: "去审核" },
  },
  states: {
    "plan-quota-change": {
      proposed: { label: "待下达", kind: "waiting", office: "turn" },
      released: { label: "已下达", kind: "done" },
      refused: { label: "已退回", kind: "refused" },
    },
    admission: {
      draft: { label: "草稿", kind: "turn" },
      submitted: { label: "待审核", kind: "doing", office: "turn" },
      inspecting: { label: "考察中", kind: "doing", office: "turn" },
      returned: { label: "退回补正", kind: "turn", office: "waiting" },
      admitted: { label: "已准入", kind: "done" },
      suspended: { label: "停业整顿", kind: "late" },
      refused: { label: "不予准入", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
      exited: { label: "已退出", kind: "ended" },
    },
  },
} as const satisfies ModuleWords;
