import { addDays, civilDate } from "@jinengtong/standards";
import { z } from "zod";
import { writeSheet, SHEET_MEDIA_TYPES } from "../adapters/spreadsheet/index.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { unacceptable } from "../kernel/problem.ts";
import { ById, CivilDate, Fen, fileOutput, Id } from "../kernel/shapes.ts";
import { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "./chart.ts";
import { balances } from "./ledger.ts";
import { sourceOwner } from "./owners.ts";

const Period = z.object({ from: CivilDate, to: CivilDate });
const SignedFen = z.number().int();

const Line = z.object({
  entryId: Id,
  on: z.string(),
  movement: z.string(),
  book: z.enum(["quota", "cash"]),
  note: z.string(),
  amountFen: Fen,
  claimId: Id.nullable(),
  paymentId: Id.nullable(),
});

const AccountLine = z.object({
  book: z.enum(["quota", "cash"]),
  code: z.string(),
  name: z.string(),
  openingFen: SignedFen,
  debitFen: Fen,
  creditFen: Fen,
  closingFen: SignedFen,
});

/** What a source had, what moved and what it has: opening + debits − credits = closing, per account, for any period. */
export const showStatement = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/statement",
  summary: "资金来源期间报表",
  permission: { roles: ["finance", "auditor", "reviewer"], over: sourceOwner },
  params: ById,
  query: Period,
  output: Period.extend({ accounts: z.array(AccountLine), entries: z.array(Line), more: z.boolean() }),
  async run(context, { params, query }) {
    if (query.to < query.from) throw unacceptable("period-reversed", "结束日期早于开始日期，请调整。");
    const entries = await entriesOf(context, params.id, query, 501);
    return {
      ...query,
      accounts: await accountLines(context, params.id, query),
      entries: entries.slice(0, 500),
      more: entries.length > 500,
    };
  },
});

async function accountLines(
  context: Context,
  sourceId: string,
  { from, to }: z.output<typeof Period>,
): Promise<z.output<typeof AccountLine>[]> {
  const opening = await balances(context.db, sourceId, addDays(civilDate(from), -1));
  const moved = await sql<{ book: Book; code: AccountCode; debit: number; credit: number }>`
    select a.book, a.code, coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0)::bigint as debit,
      coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0)::bigint as credit
    from ledger_account a join ledger_posting p on p.account_id = a.id join ledger_entry e on e.id = p.entry_id
    where a.source_id = ${sourceId} and e.posted_on between ${from}::date and ${to}::date
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

async function entriesOf(
  context: Context,
  sourceId: string,
  { from, to }: z.output<typeof Period>,
  limit: number,
): Promise<z.output<typeof Line>[]> {
  const { rows } = await sql<Omit<z.output<typeof Line>, "movement"> & { kind: Movement }>`
    select e.id as "entryId", e.posted_on as on, e.kind, e.book, e.note, e.claim_id as "claimId", e.payment_id as "paymentId",
      (select sum(amount_fen) from ledger_posting where entry_id = e.id and amount_fen > 0)::bigint as "amountFen"
    from ledger_entry e where e.source_id = ${sourceId} and e.posted_on between ${from}::date and ${to}::date
    order by e.posted_on, e.seq limit ${limit}`.execute(context.db);
  return rows.map(({ kind, ...row }) => ({ ...row, movement: MOVEMENTS[kind].name }));
}

/** The entries of a period as a workbook. */
export const exportStatement = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/statement/export",
  summary: "导出资金明细账",
  permission: { roles: ["finance", "auditor", "reviewer"], over: sourceOwner },
  params: ById,
  query: Period,
  output: fileOutput,
  async run(context, { params, query }) {
    const entries = await entriesOf(context, params.id, query, 200_000);
    const sheet = writeSheet<z.output<typeof Line>>(
      [
        { header: "日期", width: 12, value: (row) => row.on },
        { header: "账簿", width: 8, value: (row) => (row.book === "quota" ? "额度" : "资金") },
        { header: "业务", width: 16, value: (row) => row.movement },
        { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.amountFen },
        { header: "摘要", width: 44, value: (row) => row.note },
        { header: "分录编号", width: 38, value: (row) => row.entryId },
      ],
      entries,
      { format: "xlsx", sheetName: "明细账" },
    );
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      content: sheet,
      fileName: `明细账 ${query.from} 至 ${query.to}.xlsx`,
    });
  },
});
