import { z } from "zod";
import { Role } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database.ts";
import { sql } from "../../kernel/database.ts";
import { Id } from "../../kernel/shapes.ts";
import "../tables.ts";

/** The signed-in account, as the pages need it. */
export const SignedIn = z.strictObject({
  id: Id,
  username: z.string(),
  name: z.string(),
  role: Role,
  region: z.string(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  personId: Id.nullable(),
  mustChangePassword: z.boolean(),
});
export type SignedIn = z.output<typeof SignedIn>;

/** Answer of every way of signing in. */
export const SessionOpened = z.strictObject({
  csrfToken: z.string().describe("随每个修改请求以 x-csrf-token 头送回"),
  account: SignedIn,
});

/** The columns of `SignedIn`, of an account `a` and its organisation `o`. */
export const SIGNED_IN_COLUMNS = `a.id, a.username, a.name, a.role, a.region, a.organisation_id as "organisationId",
  o.name as "organisationName", a.person_id as "personId", a.must_change_password as "mustChangePassword"`;

/** The account as its own pages show it. */
export async function signedInView(db: Database, accountId: string): Promise<SignedIn> {
  const found = await sql<SignedIn>`
    select ${sql.raw(SIGNED_IN_COLUMNS)}
    from account a left join organisation o on o.id = a.organisation_id where a.id = ${accountId}`.execute(db);
  const row = found.rows[0];
  if (!row) throw new RangeError("No such account.");
  return row;
}
