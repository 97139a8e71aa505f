import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { roles, type Role } from "../../frame/roles.ts";

export type Account = Output<Api["accounts"]["list"]>["rows"][number];

/** Roles that an administrator assigns; learners register themselves. */
export const roleChoices = (Object.keys(roles) as Role[])
  .filter((role): role is Exclude<Role, "learner"> => role !== "learner")
  .map((value) => ({ value, label: roles[value].title }));

/** Roles that belong to an organisation, and the kinds of it; others belong to none. */
export const organisationKindsOf: Partial<Record<Role, readonly string[]>> = {
  institution: ["training-institution", "vocational-school", "hr-service", "industry-association", "enterprise"],
  enterprise: ["enterprise"],
  evaluator: ["evaluation-institution"],
  department: ["department", "town"],
};
