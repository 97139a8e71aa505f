import type { ModuleWords } from "./module-words.ts";

const settings = {
  to: { institution: "/institution/settings", enterprise: "/enterprise/settings", evaluator: "/evaluation/settings" },
  title: "看单位设置",
};
const record = { to: "/my/record", title: "看我的信息" };

export const organisationsWords = {
  nouns: { organisation: "单位", teacher: "教师", room: "教室", "employee-import": "职工名单导入" },
  scopes: { "organisation:read": "读本单位信息", "organisation:write": "改本单位信息" },
  states: {
    organisation: {
      active: { label: "正常", kind: "done" },
      suspended: { label: "暂停", kind: "late" },
      exited: { label: "已退出", kind: "ended" },
    },
  },
  messages: {
    "employment-reported": record,
    "employment-ended": record,
    "organisation-payee-changed": settings,
    "organisation-ordered": settings,
  },
} as const satisfies ModuleWords;
