import { isRegionCode } from "@jinengtong/standards";
import type { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import type { Database } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { unlinkIdentitiesOf } from "../oidc/identities.ts";
import { hashPassword } from "../session/passwords.ts";
import { revokeSessionsOf } from "../session/start-session.ts";
import "../tables.ts";

const OF_AN_ORGANISATION: readonly Role[] = ["institution", "enterprise", "evaluator"];

export interface NewAccount {
  username: string;
  name: string;
  role: Role;
  /** 6-digit county or 9-digit town. */
  region: string;
  /** Without a password the account signs in by phone code or an identity service only. */
  password?: string | null;
  organisationId?: string | null;
  personId?: string | null;
  /** The person must set a new password before anything else. */
  mustChangePassword?: boolean;
  demo?: boolean;
  createdBy?: string | null;
}

/**
 * Creates an account and returns its id. The caller has checked the strength of a password chosen by a person. Refuses a role
 * without the organisation or person it acts for.
 */
export async function createAccount(db: Database, given: NewAccount): Promise<string> {
  if (!isRegionCode(given.region)) throw unacceptable("region-unknown", "辖区代码应为 6 位县级或 9 位镇级代码。");
  if (OF_AN_ORGANISATION.includes(given.role) && !given.organisationId)
    throw unacceptable("organisation-missing", "机构、企业和评价机构的账号须指定所属单位。");
  if (given.role === "learner" && !given.personId) throw unacceptable("person-missing", "学员账号须对应一份实名档案。");
  const row = await db
    .insertInto("account")
    .values({
      username: given.username,
      name: given.name,
      role: given.role,
      password_hash: given.password ? await hashPassword(given.password) : null,
      person_id: given.personId ?? null,
      organisation_id: given.organisationId ?? null,
      region: given.region,
      must_change_password: given.mustChangePassword ?? false,
      locked_until: null,
      demo: given.demo ?? false,
      created_by: given.createdBy ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Copies name and town of a person's record to their account. */
export async function describeAccountOf(
  context: Context,
  personId: string,
  change: { name?: string; region?: string },
): Promise<void> {
  await context.db.updateTable("account").set(change).where("person_id", "=", personId).execute();
}

/** Ends the account of a record that was joined into another with an account of its own: its sessions and identity links end. */
export async function closeAccountOf(context: Context, personId: string): Promise<void> {
  const closed = await context.db
    .updateTable("account")
    .set({ state: "disabled" })
    .where("person_id", "=", personId)
    .where("state", "=", "active")
    .returning("id")
    .executeTakeFirst();
  if (!closed) return;
  await revokeSessionsOf(context, closed.id, null);
  await unlinkIdentitiesOf(context, closed.id);
}

/** Opens it again, once the records are parted. */
export async function reopenAccountOf(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable("account")
    .set({ state: "active" })
    .where("person_id", "=", personId)
    .where("state", "=", "disabled")
    .execute();
}
