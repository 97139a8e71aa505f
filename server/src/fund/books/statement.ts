import { addDays, civilDate } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Fen, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { CHART, type AccountCode, type Book } from "./chart.ts";
import { balances } from "./ledger.ts";
import { sourceOwner } from "../owners.ts";
import { Period, requirePeriod } from "./period.ts";

const SignedFen = z.number().int();

const AccountLine = z.object({
  book: z.enum(["quota", "cash"]),
  code: z.string(),
  name: z.string(),
  openingFen: SignedFen,
  debitFen: Fen,
  creditFen: Fen,
  closingFen: SignedFen,
});

/** Statement of a source: opening + debits − credits = closing, per account, for any period. */
export const showStatement = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/statement",
  summary: "资金来源期间报表",
  permission: { roles: ["finance", "auditor", "reviewer"], over: sourceOwner },
  params: ById,
  query: Period,
  output: Period.extend({ accounts: z.array(AccountLine) }),
  async run(context, { params, query }) {
    requirePeriod(query);
    return { ...query, accounts: await accountLines(context, params.id, query) };
  },
});

async function accountLines(
  context: Context,
  sourceId: string,
  { from, to }: z.output<typeof Period>,
): Promise<z.output<typeof AccountLine>[]> {
  const opening = await balances(context.db, sourceId, addDays(civilDate(from), -1));
  const moved = await sql<{ book: Book; code: AccountCode; debit: number; credit: number }>`
    select a.book, a.code, sum(d.debit_fen)::bigint as debit, sum(d.credit_fen)::bigint as credit
    from ledger_account a join ledger_day d on d.account_id = a.id
    where a.source_id = ${sourceId} and d.posted_on between ${from}::date and ${to}::date
    group by a.book, a.code`.execute(context.db);
  return Object.entries(CHART).flatMap(([bookName, codes]) =>
    Object.entries(codes).map(([code, { name }]) => {
      const openingFen = opening[bookName as Book][code as AccountCode] ?? 0;
      const row = moved.rows.find((each) => each.book === bookName && each.code === code);
      const debitFen = row?.debit ?? 0;
      const creditFen = row?.credit ?? 0;
      return {
        book: bookName as Book,
        code,
        name,
        openingFen,
        debitFen,
        creditFen,
        closingFen: openingFen + debitFen - creditFen,
      };
    }),
  );
}

/** The statement as a workbook: the accounts of both books. */
export const exportStatement = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/statement/export",
  summary: "导出资金来源期间报表",
  permission: { roles: ["finance", "auditor", "reviewer"], over: sourceOwner },
  params: ById,
  query: Period,
  output: fileOutput,
  async run(context, { params, query }) {
    requirePeriod(query);
    return sheetReply(
      `期间报表 ${query.from} 至 ${query.to}`,
      [
        { header: "账簿", width: 8, value: (row) => (row.book === "quota" ? "额度" : "资金") },
        { header: "科目", width: 28, value: (row) => row.name },
        { header: "期初（元，贷方为负）", width: 20, kind: "yuan", value: (row) => row.openingFen },
        { header: "借方（元）", width: 18, kind: "yuan", value: (row) => row.debitFen },
        { header: "贷方（元）", width: 18, kind: "yuan", value: (row) => row.creditFen },
        { header: "期末（元，贷方为负）", width: 20, kind: "yuan", value: (row) => row.closingFen },
      ],
      await accountLines(context, params.id, query),
      { sheetName: "期间报表" },
    );
  },
});
