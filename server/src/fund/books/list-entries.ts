import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { countWithFirstPage } from "../../kernel/list-count.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { MOVEMENTS, type Movement } from "./chart.ts";
import { isCorrectable } from "./correct-entry.ts";
import { sourceOwner } from "../owners.ts";
import { Period, requirePeriod } from "./period.ts";

const Entry = z.object({
  entryId: Id,
  on: z.string(),
  movement: z.string(),
  book: z.enum(["quota", "cash"]),
  note: z.string(),
  amountFen: Fen,
  claimId: Id.nullable(),
  paymentId: Id.nullable(),
  correctable: z.boolean().describe("登记的额度或资金，可以提出更正"),
  corrected: z.string().nullable().describe("更正的情况：等待决定、已更正"),
});

interface Row extends Omit<z.output<typeof Entry>, "movement" | "correctable" | "corrected"> {
  kind: Movement;
  key: string;
  agreed: boolean | null;
  asked: boolean;
}

const ORDER = sortable({
  columns: { on: byDate("e.posted_on") },
  unique: byNumber("e.seq"),
  usual: "on",
});

/** Movements of a source in a period, in booking order: the details behind the statement. */
export const listEntries = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/entries",
  summary: "资金来源明细账",
  permission: { roles: ["finance", "auditor", "reviewer"], over: sourceOwner },
  params: ById,
  query: ORDER.query.extend({ ...Period.shape, book: z.enum(["quota", "cash"]).optional() }),
  output: pageOf(Entry),
  async run(context, { params, query }) {
    requirePeriod(query);
    const page = ORDER.page(query);
    const where = sql`e.source_id = ${params.id} and e.posted_on between ${query.from}::date and ${query.to}::date
      and (${query.book ?? null}::text is null or e.book = ${query.book ?? null})`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select e.id as "entryId", e.posted_on as on, e.kind, e.book, e.note, e.claim_id as "claimId", e.payment_id as "paymentId",
        (select sum(amount_fen) from ledger_posting where entry_id = e.id and amount_fen > 0)::bigint as "amountFen", e.key, k.agreed, k.id is not null as asked,
        ${page.place}
      from ledger_entry e left join ledger_correction k on k.entry_id = e.id and k.agreed is not false
      where ${where} and ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return {
      nextCursor: cut.nextCursor,
      rows: cut.rows.map((row) => {
        const { kind, key, agreed, asked, ...entry } = row;
        return {
          ...entry,
          movement: MOVEMENTS[kind].name,
          correctable: !asked && isCorrectable({ kind, key }),
          corrected: asked ? (agreed === true ? "已更正" : "更正等待决定") : null,
        };
      }),
      ...(await countWithFirstPage(context.db, query, sql`ledger_entry e where ${where}`)),
    };
  },
});

export const exportEntries = exportOf(listEntries, {
  title: "明细账",
  columns: [
    { header: "日期", width: 12, value: (row) => row.on },
    { header: "账簿", width: 8, value: (row) => (row.book === "quota" ? "额度" : "资金") },
    { header: "业务", width: 16, value: (row) => row.movement },
    { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.amountFen },
    { header: "摘要", width: 44, value: (row) => row.note },
    { header: "分录编号", width: 38, value: (row) => row.entryId },
  ],
});
