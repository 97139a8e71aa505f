/** Roles. An account has one role; a person with two offices has two accounts. */
export const ROLES = {
  learner: "学员",
  institution: "培训机构",
  enterprise: "企业",
  evaluator: "评价机构",
  reviewer: "人社审核",
  department: "行业主管部门",
  finance: "财政",
  auditor: "审计",
  security: "安全管理员",
  admin: "系统管理员",
} as const;

export type Role = keyof typeof ROLES;

/** First page of each role. */
export const HOMES: Readonly<Record<Role, string>> = {
  learner: "/my",
  institution: "/institution",
  enterprise: "/enterprise",
  evaluator: "/evaluation",
  reviewer: "/bureau",
  department: "/bureau",
  finance: "/finance",
  auditor: "/audit",
  security: "/admin",
  admin: "/admin",
};
