import type { ModuleWords } from "./module-words.ts";

const settings = {
  to: { institution: "/institution/settings", enterprise: "/enterprise/settings", evaluator: "/evaluation/settings" },
  title: "看单位设置",
};
const record = { to: "/my/record", title: "看我的信息" };

const returns = {
  enterprise: "/enterprise/returns/:id",
  institution: "/institution/returns/:id",
  department: "/bureau/own-returns/:id",
};

export const organisationsWords = {
  nouns: {
    organisation: "单位",
    teacher: "教师",
    room: "教室",
    "employee-import": "职工名单导入",
    "period-return": "定期报表",
    "period-form": "一期报表",
  },
  scopes: {
    "returns:read": "读本单位定期报表",
    "returns:write": "填报本单位定期报表",
    "organisation:read": "读本单位信息",
    "organisation:write": "改本单位信息",
  },
  states: {
    "period-return": {
      draft: { label: "填写中", kind: "turn", office: "waiting" },
      submitted: { label: "已提交", kind: "doing", office: "turn" },
      agreed: { label: "负责人已同意", kind: "doing", office: "turn" },
      returned: { label: "已退回", kind: "refused", office: "waiting" },
      accepted: { label: "已接受", kind: "done" },
      locked: { label: "已锁定", kind: "ended" },
      reopened: { label: "重新打开", kind: "turn", office: "waiting" },
    },
    organisation: {
      active: { label: "正常", kind: "done" },
      suspended: { label: "暂停", kind: "late" },
      exited: { label: "已退出", kind: "ended" },
    },
  },
  messages: {
    "return-due": { to: returns, title: "去填报" },
    "return-decided": { to: returns, title: "看报表" },
    "return-to-agree": { to: returns, title: "去审核" },
    "returns-waiting": { to: { reviewer: "/bureau/returns" }, title: "去审核" },
    "employment-reported": record,
    "employment-ended": record,
    "organisation-payee-changed": settings,
    "organisation-ordered": settings,
  },
} as const satisfies ModuleWords;
