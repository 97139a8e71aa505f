import { HOMES, ROLES, type Role } from "@jinengtong/words/roles";

export type { Role };

/** Label and start page of each role. */
export const roles = Object.fromEntries(
  (Object.keys(ROLES) as Role[]).map((role) => [role, { title: ROLES[role], home: HOMES[role] }]),
) as Record<Role, { title: string; home: string }>;
