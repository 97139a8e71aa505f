import { z } from "zod";
import { Role, ROLES } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { UNMASKABLE } from "./unmask.ts";

/** One unmasking. */
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

/** Sort keys of data accesses. */
export const ACCESS_ORDER = sortable({
  columns: { at: byTime("d.at"), by: byName("a.name"), purpose: byName("d.purpose") },
  unique: byNumber("d.id"),
  usual: "-at",
});

/** One page of unmaskings, newest first: of one person, or by the accounts of a region. */
export async function dataAccessPage(
  context: Context,
  filter: { personId?: string | undefined; accountId?: string | undefined; region?: string },
  request: Parameters<typeof ACCESS_ORDER.page>[0],
): Promise<{ rows: DataAccess[]; nextCursor: string | null }> {
  const page = ACCESS_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw>>`
    select d.id, d.at, d.person_id as "personId", d.account_id as "accountId", a.name as by, a.role, d.purpose, d.fields, ${page.place}
    from personal_data_access d join account a on a.id = d.account_id
    where a.region like ${`${filter.region ?? ""}%`}
      and (${filter.personId ?? null}::uuid is null or d.person_id = ${filter.personId ?? null})
      and (${filter.accountId ?? null}::uuid is null or d.account_id = ${filter.accountId ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    roleLabel: ROLES[row.role],
    fieldLabels: row.fields.map((field) => labels[field] ?? field),
  }));
  return { rows, nextCursor: cut.nextCursor };
}
