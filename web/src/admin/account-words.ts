import type { Output } from "../api/client.ts";
import { roles, type Role } from "../shell/roles.ts";

export type Account = Output<"GET /api/v1/accounts">["rows"][number];

/** The roles an administrator gives; learners register themselves. */
export const roleChoices = (Object.keys(roles) as Role[])
  .filter((role): role is Exclude<Role, "learner"> => role !== "learner")
  .map((value) => ({ value, label: roles[value].title }));

/** Roles that belong to an organisation, and the kind of it. */
export const organisationOf: Partial<Record<Role, string>> = {
  institution: "training-institution",
  enterprise: "enterprise",
  evaluator: "evaluator",
  department: "department",
};
