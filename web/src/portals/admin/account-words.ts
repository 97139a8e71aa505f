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

/** Consequences of disabling an account. */
export const disabledAccount = [
  "不能再登录，现在登录的设备立即退出。",
  "用这个账号签发的接口令牌同时停用。",
  "办过的事不受影响，可以随时恢复。",
];
