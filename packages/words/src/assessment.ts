import type { ModuleWords } from "./module-words.ts";

export const assessmentWords = {
  nouns: {
    exam: "考核",
    certificate: "证书",
    "certificate-declaration": "证书申报",
    "attendance-rule": "出勤率规定",
  },
  scopes: { "exams:write": "登成绩", "certificates:write": "发证书" },
  states: {
    "certificate-declaration": {
      declared: { label: "待核验", kind: "doing", office: "turn" },
      confirmed: { label: "已确认", kind: "done" },
      rejected: { label: "未通过", kind: "refused" },
      withdrawn: { label: "已撤回", kind: "ended" },
    },
  },
  messages: {
    "certificate-issued": { to: "/my/file", title: "看技能档案" },
    "certificate-rejected": { to: { learner: "/my/declared" }, title: "看申报的证书" },
    "certificate-revoked": {
      to: { learner: "/my/file", institution: "/institution/certificates", evaluator: "/evaluation/certificates" },
      title: "看证书",
    },
    "exam-soon": {
      to: { learner: "/my/classes", institution: "/institution/exams/:id", evaluator: "/evaluation/exams/:id" },
      title: "看考核",
    },
    "certificate-expiring": { to: { learner: "/my/file" }, title: "看技能档案" },
    "attendance-rules-waiting": { to: { reviewer: "/bureau/attendance-rules" }, title: "去确认" },
    "attendance-rule-decided": {
      to: { reviewer: "/bureau/attendance-rules", institution: "/institution/classes" },
      title: "去看看",
    },
    "declarations-waiting": { to: { reviewer: "/bureau/declarations" }, title: "去核验" },
  },
} as const satisfies ModuleWords;
