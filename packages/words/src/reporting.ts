import type { ModuleWords } from "./module-words.ts";

export const reportingWords = {
  nouns: { target: "目标", "base-figure": "基础数据", "department-scope": "部门职责" },
} as const satisfies ModuleWords;
