import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { Fen, Id } from "../kernel/shapes.ts";
import { sql } from "../kernel/database.ts";

/** Balances of one source as people read them, in fen. */
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
});

/** Every source of the officer's region with what was issued, is left, promised and spent, and what is in the bank. 十二.1 */
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
        coalesce(sum(t.total_fen) filter (where a.code = 'transit'), 0)::bigint as "transitFen"
      from fund_source s join ledger_account a on a.source_id = s.id join ledger_total t on t.account_id = a.id
      where s.region like ${`${context.actor.region}%`}
      group by s.id order by s.draw_order, s.code`.execute(context.db);
    return { rows: rows.map((row) => ({ ...row, issuedFen: Math.abs(row.issuedFen) })) };
  },
});
