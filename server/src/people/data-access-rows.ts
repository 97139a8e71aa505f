import { z } from "zod";
import { Role, ROLES } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { decodeCursor, Id, Instant, toPage } from "../kernel/shapes.ts";
import { UNMASKABLE } from "./unmask.ts";

/** One look behind the mask. */
export const DataAccess = z.strictObject({
  id: z.number().int(),
  at: Instant,
  personId: Id,
  accountId: Id,
  by: z.string(),
  role: Role,
  roleLabel: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
  fieldLabels: z.array(z.string()),
});
export type DataAccess = z.output<typeof DataAccess>;
type Raw = Omit<DataAccess, "at" | "roleLabel" | "fieldLabels"> & { at: Date };

const labels: Readonly<Record<string, string>> = UNMASKABLE;

/** One page of looks, the latest first: at one person, or by the accounts of a region. */
export async function dataAccessPage(
  context: Context,
  filter: { personId?: string | undefined; accountId?: string | undefined; region?: string },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: DataAccess[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor, 1);
  const found = await sql<Raw>`
    select d.id, d.at, d.person_id as "personId", d.account_id as "accountId", a.name as by, a.role, d.purpose, d.fields
    from personal_data_access d join account a on a.id = d.account_id
    where a.region like ${`${filter.region ?? ""}%`}
      and (${filter.personId ?? null}::uuid is null or d.person_id = ${filter.personId ?? null})
      and (${filter.accountId ?? null}::uuid is null or d.account_id = ${filter.accountId ?? null})
      and (${after?.[0] ?? null}::bigint is null or d.id < ${after?.[0] ?? null})
    order by d.id desc limit ${page.limit + 1}`.execute(context.db);
  const rows = found.rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    roleLabel: ROLES[row.role],
    fieldLabels: row.fields.map((field) => labels[field] ?? field),
  }));
  return toPage(rows, page.limit, (row) => [row.id]);
}
