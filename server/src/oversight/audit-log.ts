import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet } from "../adapters/spreadsheet/index.ts";
import { ROLES } from "../kernel/actor.ts";
import { verifyAudit } from "../kernel/audit.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, decodeCursor, fileOutput, Id, Instant, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";

/** One act of one account. Rows carry ids and codes only, so nothing in them needs a mask. */
const Entry = z.object({
  id: z.number().int(),
  at: Instant,
  accountId: Id.nullable(),
  account: z.string().nullable(),
  role: z.string().nullable(),
  roleLabel: z.string(),
  operation: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  region: z.string().nullable(),
  detail: z.unknown(),
  requestId: z.string().nullable(),
  /** Its place in the chain; null for the second before it is chained. */
  sealedAs: z.number().int().nullable(),
});
type Line = z.output<typeof Entry>;

const Filter = z.object({
  operation: z.string().max(120).optional().describe("如 POST /api/v1/claims，可只写开头"),
  accountId: Id.optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(60).optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
});

const READERS = ["auditor", "security"] as const;

async function entries(
  { db, actor }: Context,
  filter: z.output<typeof Filter>,
  page: { before: number | null; limit: number },
): Promise<Line[]> {
  const found = await sql<Omit<Line, "at" | "roleLabel"> & { at: Date; role: keyof typeof ROLES | null }>`
    select l.id, l.at, l.account_id as "accountId", a.name as account, l.role, l.operation, l.subject_kind as "subjectKind",
      l.subject_id as "subjectId", l.region, l.detail, l.request_id as "requestId", s.seq as "sealedAs"
    from audit_log l left join account a on a.id = l.account_id left join audit_seal s on s.audit_id = l.id
    where (l.region is null or starts_with(l.region, ${actor.region}))
      ${page.before === null ? sql`` : sql`and l.id < ${page.before}`}
      ${filter.operation === undefined ? sql`` : sql`and starts_with(l.operation, ${filter.operation})`}
      ${filter.accountId === undefined ? sql`` : sql`and l.account_id = ${filter.accountId}`}
      ${filter.subjectKind === undefined ? sql`` : sql`and l.subject_kind = ${filter.subjectKind}`}
      ${filter.subjectId === undefined ? sql`` : sql`and l.subject_id = ${filter.subjectId}`}
      ${filter.from === undefined ? sql`` : sql`and l.at >= ${filter.from}::date::timestamp at time zone 'Asia/Shanghai'`}
      ${filter.to === undefined ? sql`` : sql`and l.at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`}
    order by l.id desc limit ${page.limit}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    roleLabel: row.role === null ? "系统" : ROLES[row.role],
  }));
}

/** Who did what, newest first. */
export const listAudit = operation({
  method: "GET",
  path: "/api/v1/audit-log",
  summary: "查看审计日志",
  permission: { roles: READERS },
  query: PageQuery.extend(Filter.shape),
  output: pageOf(Entry),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 1);
    const rows = await entries(context, query, { before: after ? Number(after[0]) : null, limit: query.limit + 1 });
    return toPage(rows, query.limit, (row) => [row.id]);
  },
});

/** The same as a workbook, written while it is read. */
export const exportAudit = operation({
  method: "GET",
  path: "/api/v1/audit-log/export",
  summary: "导出审计日志",
  permission: { roles: READERS },
  query: Filter,
  output: fileOutput,
  run: async (context, { query }) =>
    new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `审计日志-${context.today}.xlsx`,
      content: writeSheet<Line>(
        [
          { header: "序号", kind: "number", value: (row) => row.id },
          { header: "时间（UTC）", width: 24, value: (row) => row.at },
          { header: "账号", width: 16, value: (row) => row.account },
          { header: "角色", value: (row) => row.roleLabel },
          { header: "操作", width: 48, value: (row) => row.operation },
          { header: "对象", width: 18, value: (row) => row.subjectKind },
          { header: "对象编号", width: 38, value: (row) => row.subjectId },
          { header: "说明", width: 40, value: (row) => JSON.stringify(row.detail) },
          { header: "链上序号", kind: "number", value: (row) => row.sealedAs },
        ],
        everyEntry(context, query),
        { format: "xlsx", sheetName: "审计日志" },
      ),
    }),
});

const BATCH = 2_000;

async function* everyEntry(context: Context, filter: z.output<typeof Filter>): AsyncGenerator<Line> {
  for (let before: number | null = null; ;) {
    const rows: Line[] = await entries(context, filter, { before, limit: BATCH });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return;
    before = last.id;
  }
}

/** Recomputes the whole chain: an altered, missing or re-ordered row shows. */
export const verifyAuditLog = operation({
  method: "POST",
  path: "/api/v1/audit-log/verification",
  summary: "校验审计日志完整性",
  permission: { roles: READERS },
  creates: false,
  output: z.object({ ok: z.boolean(), checked: z.number().int(), differences: z.array(z.string()), at: Instant }),
  async run({ services, now }) {
    const { checked, differences } = await verifyAudit(services);
    return { ok: differences.length === 0, checked, differences: differences.slice(0, 100), at: now.toISOString() };
  },
});
