import type { Account } from "../api/session.ts";

export type Role = Account["role"];

/** What each role is called, and where its pages begin. */
export const roles: Record<Role, { title: string; home: string }> = {
  learner: { title: "学员", home: "/my" },
  institution: { title: "培训机构", home: "/institution" },
  enterprise: { title: "企业", home: "/enterprise" },
  evaluator: { title: "评价机构", home: "/evaluation" },
  reviewer: { title: "人社审核", home: "/bureau" },
  department: { title: "行业主管部门", home: "/bureau" },
  finance: { title: "财政", home: "/finance" },
  auditor: { title: "审计", home: "/audit" },
  security: { title: "安全管理员", home: "/admin" },
  admin: { title: "系统管理员", home: "/admin" },
};
