import type { ModuleWords } from "./module-words.ts";

export const oversightWords = {
  nouns: { anomaly: "疑点", "audit-sample": "抽样", "audit-finding": "抽查结果", job: "后台任务" },
  messages: {
    "audit-head": { to: { auditor: "/audit/log", security: "/admin/log" }, title: "看审计日志" },
    "daily-digest": {
      to: {
        institution: "/institution",
        enterprise: "/enterprise",
        evaluator: "/evaluation",
        reviewer: "/bureau",
        department: "/bureau",
        finance: "/finance",
        auditor: "/audit",
        security: "/admin",
        admin: "/admin",
      },
      title: "去工作台",
    },
  },
} as const satisfies ModuleWords;
