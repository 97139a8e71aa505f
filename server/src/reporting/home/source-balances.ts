import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { Id } from "../../kernel/shapes.ts";

/** A fund source's quota: issued = available + reserved + spent. Fen. */
export const SourceBalance = z.object({
  sourceId: Id,
  code: z.string(),
  name: z.string(),
  issuedFen: z.number(),
  availableFen: z.number(),
  reservedFen: z.number(),
  spentFen: z.number(),
  bankFen: z.number(),
});

/** Allocated, spent and remaining money of each source that serves a region. */
export async function sourceBalances(db: Database, region: string): Promise<z.output<typeof SourceBalance>[]> {
  const found = await sql<z.output<typeof SourceBalance>>`
    select s.id as "sourceId", s.code, s.name,
      coalesce(-sum(t.total_fen) filter (where a.book = 'quota' and a.code = 'issued'), 0)::bigint as "issuedFen",
      coalesce(sum(t.total_fen) filter (where a.book = 'quota' and a.code = 'available'), 0)::bigint as "availableFen",
      coalesce(sum(t.total_fen) filter (where a.book = 'quota' and a.code = 'reserved'), 0)::bigint as "reservedFen",
      coalesce(sum(t.total_fen) filter (where a.book = 'quota' and a.code = 'spent'), 0)::bigint as "spentFen",
      coalesce(sum(t.total_fen) filter (where a.book = 'cash' and a.code = 'bank'), 0)::bigint as "bankFen"
    from fund_source s join ledger_account a on a.source_id = s.id join ledger_total t on t.account_id = a.id
    where starts_with(s.region, ${region}) or starts_with(${region}, s.region)
    group by s.id order by s.draw_order, s.code`.execute(db);
  return found.rows;
}
