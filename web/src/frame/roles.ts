import { ROLES, type Role } from "@jinengtong/words";

export type { Role };

const homes: Record<Role, string> = {
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

/** Label and start page of each role. */
export const roles = Object.fromEntries(
  (Object.keys(ROLES) as Role[]).map((role) => [role, { title: ROLES[role], home: homes[role] }]),
) as Record<Role, { title: string; home: string }>;
