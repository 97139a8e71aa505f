import { z } from "zod";
import { Role, ROLES } from "../../kernel/actor.ts";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant, SearchText } from "../../kernel/shapes.ts";
import { byName, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import "../tables.ts";

/** An account as its administrators see it. Learners manage their own. */
export const AccountRow = z.strictObject({
  id: Id,
  username: z.string(),
  name: z.string(),
  role: Role,
  roleLabel: z.string(),
  region: z.string(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  state: z.enum(["active", "disabled"]),
  lockedUntil: Instant.nullable(),
  failedAttempts: z.number().int(),
  mustChangePassword: z.boolean(),
  identities: z.number().int().describe("已绑定的统一身份认证用户数"),
  createdAt: Instant,
  lastSeenAt: Instant.nullable(),
});
export type AccountRow = z.output<typeof AccountRow>;

export const AccountFilter = z.object({
  role: Role.optional(),
  state: z.enum(["active", "disabled"]).optional(),
  locked: z.enum(["true", "false"]).optional().describe("true：正被锁定或有输错记录的账号"),
  organisationId: Id.optional(),
  q: SearchText(50).optional().describe("用户名或姓名开头"),
});
export type AccountFilter = z.output<typeof AccountFilter>;

type Row = Omit<AccountRow, "roleLabel" | "lockedUntil" | "createdAt" | "lastSeenAt"> & {
  lockedUntil: Date | null;
  createdAt: Date;
  lastSeenAt: Date | null;
};

export const ACCOUNT_ORDER = sortable({
  columns: {
    username: byText("a.username"),
    name: byName("a.name"),
    organisationName: byName("o.name", "first"),
    createdAt: byTime("a.created_at"),
    lastSeenAt: byTime("(select max(s.last_seen_at) from session s where s.account_id = a.id)", "first"),
  },
  unique: byText("a.username"),
  usual: "username",
});

/** One page of the accounts of the actor's region. */
export async function accountPage(
  context: Context,
  filter: AccountFilter,
  request: Parameters<typeof ACCOUNT_ORDER.page>[0],
): Promise<{ rows: AccountRow[]; nextCursor: string | null }> {
  const page = ACCOUNT_ORDER.page(request);
  const prefix = `${filter.q?.replace(/[\\%_]/g, "\\$&") ?? ""}%`;
  const locked = filter.locked === undefined ? null : filter.locked === "true";
  const cut = await page.read(
    context.db,
    sql<Placed<Row>>`
    select a.id, a.username, a.name, a.role, a.region, a.organisation_id as "organisationId", o.name as "organisationName", a.state,
      case when a.locked_until > ${context.now}::timestamptz then a.locked_until end as "lockedUntil",
      a.failed_attempts as "failedAttempts", a.must_change_password as "mustChangePassword", a.created_at as "createdAt",
      (select count(*)::int from federated_identity f where f.account_id = a.id and f.unlinked_at is null) as identities,
      (select max(s.last_seen_at) from session s where s.account_id = a.id) as "lastSeenAt", ${page.place}
    from account a left join organisation o on o.id = a.organisation_id
    where a.role <> 'learner' and a.region like ${`${context.actor.region}%`}
      and (${filter.role ?? null}::text is null or a.role = ${filter.role ?? null})
      and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
      and (${filter.organisationId ?? null}::uuid is null or a.organisation_id = ${filter.organisationId ?? null})
      and (${locked}::boolean is null or (a.failed_attempts > 0) = ${locked})
      and (a.username like ${prefix} or a.name like ${prefix})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map((row) => ({
    ...row,
    roleLabel: ROLES[row.role],
    lockedUntil: row.lockedUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  }));
  return { rows, nextCursor: cut.nextCursor };
}

/**
 * Owner of an account of staff or of an organisation, for `over`: the administrators of its region. A learner's account is nobody's
 * but the learner's: whoever may set its password or link an identity to it receives the subsidy.
 */
export async function accountOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("account")
    .select(["region", "organisation_id", "person_id"])
    .where("id", "=", input.params.id)
    .where("role", "<>", "learner")
    .executeTakeFirst();
  return row ? { region: row.region, organisationId: row.organisation_id, personId: row.person_id } : null;
}
