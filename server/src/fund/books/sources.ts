import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Fen, fileOutput, Id } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { sql } from "../../kernel/database.ts";

/** Balances of one source in fen, as people read them. */
export const SourceView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  openedOn: z.string(),
  drawOrder: z.number().int(),
  issuedFen: Fen,
  availableFen: Fen,
  reservedFen: Fen,
  spentFen: Fen,
  bankFen: Fen,
  transitFen: Fen,
  fundedFen: Fen.describe("历年拨入"),
  interestFen: Fen,
  expenseFen: Fen.describe("补贴支出：拨入 + 利息 = 存款 + 在途 + 支出"),
});

/** Sources of the officer's region with issued, available, reserved and spent quota, and bank balance. 十二.1 */
export const listSources = operation({
  method: "GET",
  path: "/api/v1/fund/sources",
  summary: "资金来源与余额",
  permission: { roles: ["finance", "auditor", "reviewer", "department"] },
  scope: "fund:read",
  output: z.object({ rows: z.array(SourceView) }),
  async run(context) {
    const { rows } = await sql<z.output<typeof SourceView>>`
      select s.id, s.code, s.name, s.opened_on as "openedOn", s.draw_order as "drawOrder",
        -coalesce(sum(t.total_fen) filter (where a.code = 'issued'), 0)::bigint as "issuedFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'available'), 0)::bigint as "availableFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'reserved'), 0)::bigint as "reservedFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'spent'), 0)::bigint as "spentFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'bank'), 0)::bigint as "bankFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'transit'), 0)::bigint as "transitFen",
        abs(coalesce(sum(t.total_fen) filter (where a.code = 'funding'), 0))::bigint as "fundedFen",
        abs(coalesce(sum(t.total_fen) filter (where a.code = 'interest'), 0))::bigint as "interestFen",
        coalesce(sum(t.total_fen) filter (where a.code = 'expense'), 0)::bigint as "expenseFen"
      from fund_source s join ledger_account a on a.source_id = s.id join ledger_total t on t.account_id = a.id
      where s.region like ${`${context.actor.region}%`}
      group by s.id order by s.draw_order, s.code`.execute(context.db);
    return { rows: rows.map((row) => ({ ...row, issuedFen: Math.abs(row.issuedFen) })) };
  },
});

/** Sources as a workbook. */
export const exportSources = operation({
  method: "GET",
  path: "/api/v1/fund/sources/export",
  summary: "导出资金来源与余额",
  permission: listSources.permission,
  output: fileOutput,
  async run(context) {
    const { rows } = await listSources.run(context, { params: {}, query: {}, body: {} });
    return sheetReply(
      `资金来源-${context.today}`,
      [
        { header: "列支顺序", kind: "number", width: 10, value: (row) => row.drawOrder },
        { header: "来源", width: 34, value: (row) => row.name },
        { header: "代码", width: 16, value: (row) => row.code },
        { header: "下达额度（元）", width: 18, kind: "yuan", value: (row) => row.issuedFen },
        { header: "可用（元）", width: 18, kind: "yuan", value: (row) => row.availableFen },
        { header: "已核定待付（元）", width: 18, kind: "yuan", value: (row) => row.reservedFen },
        { header: "已支付（元）", width: 18, kind: "yuan", value: (row) => row.spentFen },
        { header: "历年拨入（元）", width: 18, kind: "yuan", value: (row) => row.fundedFen },
        { header: "利息（元）", width: 14, kind: "yuan", value: (row) => row.interestFen },
        { header: "专户存款（元）", width: 18, kind: "yuan", value: (row) => row.bankFen },
        { header: "在途（元）", width: 16, kind: "yuan", value: (row) => row.transitFen },
      ],
      rows,
      { sheetName: "资金来源" },
    );
  },
});
