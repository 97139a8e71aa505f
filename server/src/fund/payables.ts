import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { sql } from "../kernel/database.ts";
import { decodeCursor, Fen, Id, pageOf, PageQuery, toPage } from "../kernel/shapes.ts";

const Payable = z.object({
  claimId: Id,
  number: z.string(),
  benefit: z.string(),
  sourceId: Id.nullable(),
  payeeKind: z.enum(["person", "organisation"]),
  payeeName: z.string(),
  accountMasked: z.string().nullable(),
  amountFen: Fen,
  approvedOn: z.string().nullable(),
});

/** Claims that may be paid now, oldest first, with the payee's account where there is one. */
export const listPayables = operation({
  method: "GET",
  path: "/api/v1/fund/payables",
  summary: "待拨付的补贴申请",
  permission: { roles: ["finance", "auditor"] },
  query: PageQuery.extend({ sourceId: Id.optional(), benefit: z.string().max(40).optional() }),
  output: pageOf(Payable).extend({ totalFen: Fen }),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const where = sql`c.state = 'payable' and c.approved_fen > 0 and c.region like ${`${context.actor.region}%`}
      and (${query.sourceId ?? null}::uuid is null or c.source_id = ${query.sourceId ?? null}::uuid)
      and (${query.benefit ?? null}::text is null or c.benefit = ${query.benefit ?? null})`;
    const rows = await sql<z.output<typeof Payable> & { at: string }>`
      select c.id as "claimId", c.number, c.benefit, c.source_id as "sourceId", c.payee_kind as "payeeKind",
        coalesce(o.name, p.name) as "payeeName", pa.number_masked as "accountMasked", c.approved_fen as "amountFen",
        to_char(c.publicised_from, 'YYYY-MM-DD') as "approvedOn", to_char(c.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.US') as at
      from claim c
      left join person p on p.id = c.person_id and c.payee_kind = 'person'
      left join organisation o on o.id = c.organisation_id and c.payee_kind = 'organisation'
      left join payee_account pa on pa.replaced_at is null and (pa.person_id = p.id or pa.organisation_id = o.id)
      where ${where} ${after ? sql`and (c.created_at, c.id) > (${String(after[0])}::timestamp at time zone 'Asia/Shanghai', ${String(after[1])}::uuid)` : sql``}
      order by c.created_at, c.id limit ${query.limit + 1}`.execute(context.db);
    const sum = await sql<{ total: number; fen: number }>`
      select count(*)::int as total, coalesce(sum(c.approved_fen), 0)::bigint as fen from claim c where ${where}`.execute(
      context.db,
    );
    const page = toPage(rows.rows, query.limit, (row) => [row.at, row.claimId]);
    return {
      rows: page.rows.map(({ at: _at, ...row }) => row),
      nextCursor: page.nextCursor,
      total: sum.rows[0]?.total ?? 0,
      totalFen: sum.rows[0]?.fen ?? 0,
    };
  },
});
