import type { ModuleWords } from "./module-words.ts";

const admissions = {
  to: { institution: "/institution/admissions", evaluator: "/evaluation/admissions" },
  title: "看准入",
};

export const catalogueWords = {
  nouns: {
    admission: "准入申请",
    "catalogue-draft": "目录草稿",
    "catalogue-version": "目录版本",
    "training-project": "培训项目",
  },
  messages: {
    "admission-decided": admissions,
    "admission-ordered": admissions,
    "admissions-waiting": { to: { reviewer: "/bureau/admissions" }, title: "去审核" },
  },
  states: {
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
