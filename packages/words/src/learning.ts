import type { ModuleWords } from "./module-words.ts";

export const learningWords = {
  nouns: { course: "网上课程", lesson: "课件", "watch-lease": "网上学习", "quiz-grant": "测验次数" },
  scopes: { "courses:write": "传课件" },
  messages: { "quiz-attempts-granted": { to: "/my/classes", title: "看我的班级" } },
} as const satisfies ModuleWords;
