import type { ModuleWords } from "./module-words.ts";

export const reportingWords = {
  nouns: { target: "目标", "base-figure": "基础数据", "department-scope": "部门职责" },
  messages: {
    "doubles-found": { to: { department: "/bureau/doubles" }, title: "看重复名单" },
  },
} as const satisfies ModuleWords;
