import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { periodLabel } from "../facts/days.ts";
import { benefitLabel } from "../labels.ts";
import { publicPage } from "./public-page.ts";
import { sourceBalances } from "../home/source-balances.ts";

const Amounts = z.object({ reservedFen: z.number(), spentFen: z.number() });

const FundUse = z.object({
  issuedFen: z.number(),
  availableFen: z.number(),
  reservedFen: z.number(),
  spentFen: z.number(),
  sources: z.array(Amounts.extend({ name: z.string(), issuedFen: z.number(), availableFen: z.number() })),
  benefits: z.array(Amounts.extend({ benefit: z.string(), label: z.string() })),
  flows: z.array(Amounts.extend({ source: z.string(), benefit: z.string() })).describe("从哪个来源到哪类补贴"),
  months: z.array(z.object({ month: z.string(), label: z.string(), spentFen: z.number() })),
});

/** Public use of the fund (十二.1, 十四): amounts only, from the days of the ledger. */
export const publicFundUse = operation({
  method: "GET",
  path: "/api/v1/public/fund-use",
  summary: "资金使用公开",
  permission: { public: true },
  carriedBy: { "/": "" },
  output: FundUse,
  run: (context) => publicPage(context, "fund-use", () => fundUse(context)),
});

async function fundUse({ db, services }: Context): Promise<z.output<typeof FundUse>> {
  const [sources, benefits, flows, months] = await Promise.all([
    sourceBalances(db, ""),
    sql<{ benefit: string; reserved: number; spent: number }>`
      select d.benefit, coalesce(sum(d.debit_fen - d.credit_fen) filter (where a.code = 'reserved'), 0)::bigint as reserved,
        coalesce(sum(d.debit_fen - d.credit_fen) filter (where a.code = 'spent'), 0)::bigint as spent
      from ledger_day d join ledger_account a on a.id = d.account_id and a.book = 'quota' and a.code in ('reserved', 'spent')
      group by d.benefit order by spent desc, reserved desc`.execute(db),
    sql<{ source: string; benefit: string; reservedFen: number; spentFen: number }>`
      select s.name as source, d.benefit,
        coalesce(sum(d.debit_fen - d.credit_fen) filter (where a.code = 'reserved'), 0)::bigint as "reservedFen",
        coalesce(sum(d.debit_fen - d.credit_fen) filter (where a.code = 'spent'), 0)::bigint as "spentFen"
      from ledger_day d join ledger_account a on a.id = d.account_id and a.book = 'quota' and a.code in ('reserved', 'spent')
      join fund_source s on s.id = a.source_id
      group by s.id, d.benefit order by s.draw_order, s.code, benefit`.execute(db),
    sql<{ month: string; spent: number }>`
      select to_char(d.posted_on, 'YYYY-MM') as month, sum(d.debit_fen - d.credit_fen)::bigint as spent
      from ledger_day d join ledger_account a on a.id = d.account_id and a.book = 'quota' and a.code = 'spent'
      group by 1 order by 1`.execute(db),
  ]);
  const sum = (of: "issuedFen" | "availableFen" | "reservedFen" | "spentFen") =>
    sources.reduce((total, source) => total + source[of], 0);
  return {
    issuedFen: sum("issuedFen"),
    availableFen: sum("availableFen"),
    reservedFen: sum("reservedFen"),
    spentFen: sum("spentFen"),
    sources: sources.map(({ name, issuedFen, availableFen, reservedFen, spentFen }) => ({
      name,
      issuedFen,
      availableFen,
      reservedFen,
      spentFen,
    })),
    benefits: benefits.rows.map((row) => ({
      benefit: row.benefit,
      label: row.benefit === "" ? "其他" : benefitLabel(services.policies, row.benefit),
      reservedFen: row.reserved,
      spentFen: row.spent,
    })),
    flows: flows.rows,
    months: months.rows.map((row) => ({ month: row.month, label: periodLabel(row.month), spentFen: row.spent })),
  };
}
