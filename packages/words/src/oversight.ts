import type { ModuleWords } from "./module-words.ts";

export const oversightWords = {
  nouns: { anomaly: "疑点", "audit-sample": "抽样", "audit-finding": "抽查结果", job: "后台任务" },
  messages: { "audit-head": null },
} as const satisfies ModuleWords;
