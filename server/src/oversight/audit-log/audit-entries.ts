import { z } from "zod";
import { ROLES } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { summaryOf } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { byNumber, type Placed, sortable } from "../../kernel/sorting.ts";

/** One act of one account. Rows carry ids and codes only, so nothing in them needs a mask. */
export const Entry = z.object({
  id: z.number().int(),
  at: Instant,
  accountId: Id.nullable(),
  account: z.string().nullable(),
  role: z.string().nullable(),
  roleLabel: z.string(),
  operation: z.string(),
  summary: z.string().describe("操作的名称"),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  region: z.string().nullable(),
  detail: z.unknown(),
  requestId: z.string().nullable(),
  /** Position in the chain; null for the second before it is chained. */
  sealedAs: z.number().int().nullable(),
});
export type Line = z.output<typeof Entry>;

export const Filter = z.object({
  operation: z.string().max(120).optional().describe("如 POST /api/v1/claims，可只写开头"),
  accountId: Id.optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(60).optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});

export const READERS = ["auditor", "security"] as const;

/** The log is long and in order of time: it can be read from either end. */
export const AUDIT_ORDER = sortable({
  columns: { id: byNumber("l.id") },
  unique: byNumber("l.id"),
  usual: "-id",
  large: "audit_log l",
});

export async function auditPage(
  { db, actor }: Context,
  filter: z.output<typeof Filter>,
  request: Parameters<typeof AUDIT_ORDER.page>[0],
): Promise<{ rows: Line[]; nextCursor: string | null }> {
  const page = AUDIT_ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    db,
    sql<Placed<Omit<Line, "at" | "roleLabel" | "summary"> & { at: Date; role: keyof typeof ROLES | null }>>`
    select l.id, l.at, l.account_id as "accountId", a.name as account, l.role, l.operation, l.subject_kind as "subjectKind",
      l.subject_id as "subjectId", l.region, l.detail, l.request_id as "requestId", s.seq as "sealedAs", ${page.place}
    from audit_log l left join account a on a.id = l.account_id left join audit_seal s on s.audit_id = l.id
    where (l.region is null or starts_with(l.region, ${actor.region}))
      and ${page.beyond}
      ${filter.operation === undefined ? sql`` : sql`and starts_with(l.operation, ${filter.operation})`}
      ${filter.accountId === undefined ? sql`` : sql`and l.account_id = ${filter.accountId}`}
      ${filter.subjectKind === undefined ? sql`` : sql`and l.subject_kind = ${filter.subjectKind}`}
      ${filter.subjectId === undefined ? sql`` : sql`and l.subject_id = ${filter.subjectId}`}
      ${filter.from === undefined ? sql`` : sql`and l.at >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`}
      ${filter.to === undefined ? sql`` : sql`and l.at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`}
    order by ${page.order} limit ${page.limit}`,
  );
  return {
    nextCursor,
    rows: rows.map((row) => ({
      ...row,
      summary: summaryOf(row.operation),
      at: row.at.toISOString(),
      roleLabel: row.role === null ? "系统" : ROLES[row.role],
    })),
  };
}
