import type { Role } from "../../kernel/actor.ts";
import { at, type DemoCounty, type DemoPart } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { hashPassword } from "../session/passwords.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    passwordHash: string;
    /** Officers by account id, who review and pay. */
    reviewers: readonly [string, string];
    payers: readonly [string, string];
  }
}

/** Sign-in accounts of the demo county. These credentials exist in demo data only, and the start page says so. */
export interface DemoAccount {
  role: Role;
  name: string;
  username: string;
  password: string;
  /** Organisation it acts for; the generator fills in its name. */
  at: "institution" | "enterprise" | "evaluator" | "bureau" | "finance" | "department" | "audit" | "platform" | "self";
  id: string;
}

export const DEMO_PASSWORD = "Shili-2026-peixun";

const account = (n: number, role: Role, username: string, name: string, place: DemoAccount["at"]): DemoAccount => ({
  role,
  name,
  username,
  password: DEMO_PASSWORD,
  at: place,
  id: idOf("account", n),
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(1, "learner", "learner", "李春梅", "self"),
  account(2, "institution", "institution", "王建国", "institution"),
  account(3, "enterprise", "enterprise", "徐丽", "enterprise"),
  account(4, "evaluator", "evaluator", "沈桂英", "evaluator"),
  account(5, "reviewer", "reviewer1", "周敏", "bureau"),
  account(6, "reviewer", "reviewer2", "顾永明", "bureau"),
  // Objections need an officer who reviewed nothing of the claim: the two above reviewed them all.
  account(13, "reviewer", "reviewer3", "缪建华", "bureau"),
  account(7, "department", "department", "朱国平", "department"),
  account(8, "finance", "finance1", "吴秀兰", "finance"),
  account(9, "finance", "finance2", "钱大海", "finance"),
  account(10, "auditor", "auditor", "陈志强", "audit"),
  account(11, "security", "security", "马俊", "platform"),
  account(12, "admin", "admin", "孙小燕", "platform"),
];

export const demoAccount = (username: string): DemoAccount => {
  const found = DEMO_ACCOUNTS.find((each) => each.username === username);
  if (!found) throw new RangeError(username);
  return found;
};

/** Inserts an account of the demo county; without a password it signs in by phone code, or not at all. */
export const addDemoAccount = (
  county: DemoCounty,
  given: {
    id: string;
    username: string;
    name: string;
    role: Role;
    passwordHash: string | null;
    personId?: string;
    organisationId?: string | null;
    createdAt?: Timestamp;
  },
): void =>
  county.sink.add("account", {
    id: given.id,
    username: given.username,
    name: given.name,
    role: given.role,
    password_hash: given.passwordHash,
    person_id: given.personId ?? null,
    organisation_id: given.organisationId ?? null,
    region: county.region,
    state: "active",
    demo: true,
    created_at: given.createdAt ?? at(county.firstDay, "08:00:00"),
  });

export const accessDemo: DemoPart = {
  async begin(county) {
    county.passwordHash = await hashPassword(DEMO_PASSWORD);
    county.reviewers = [demoAccount("reviewer1").id, demoAccount("reviewer2").id];
    county.payers = [demoAccount("finance1").id, demoAccount("finance2").id];
  },
};
