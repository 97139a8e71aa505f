import type { ModuleWords } from "./module-words.ts";
import { HOMES } from "./roles.ts";

const { learner: _learner, ...offices } = HOMES;

export const oversightWords = {
  nouns: { anomaly: "疑点", "audit-sample": "抽样", "audit-finding": "抽查结果", job: "后台任务" },
  messages: {
    "audit-head": { to: { auditor: "/audit/log", security: "/admin/log" }, title: "看审计日志" },
    "daily-digest": {
      to: offices,
      title: "去工作台",
    },
  },
} as const satisfies ModuleWords;
