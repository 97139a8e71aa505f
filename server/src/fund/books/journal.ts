import { Readable } from "node:stream";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "./chart.ts";
import { sourceOwner } from "../owners.ts";

interface Row {
  seq: number;
  on: string;
  book: Book;
  kind: Movement;
  key: string;
  note: string;
  fen: number;
}

/** Books of a source as a plain-text journal for `hledger check`, so that an auditor can add it up without our software. */
export const exportJournal = operation({
  method: "GET",
  path: "/api/v1/fund/sources/:id/journal",
  summary: "导出 hledger 日记账",
  permission: { roles: ["finance", "auditor"], over: sourceOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }: { params: z.output<typeof ById> }) {
    const source = await context.db
      .selectFrom("fund_source")
      .select(["code", "name"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    return new FileReply({
      mediaType: "text/plain; charset=utf-8",
      content: Readable.from(journal(context, params.id, source), { objectMode: false }),
      fileName: `${source.code}.journal`,
    });
  },
});

const account = (book: Book, code: AccountCode): string =>
  `${book === "quota" ? "额度" : "资金"}:${(CHART[book] as Record<string, { name: string }>)[code]?.name ?? code}`;

async function* journal(
  context: Context,
  sourceId: string,
  source: { code: string; name: string },
): AsyncGenerator<string> {
  yield `; ${source.code} ${source.name}，金额单位：元\ncommodity 1000.00 CNY\n\n`;
  for (const [book, codes] of Object.entries(CHART))
    for (const code of Object.keys(codes)) yield `account ${account(book as Book, code as AccountCode)}\n`;
  let after: { on: string; seq: number } = { on: "0001-01-01", seq: 0 };
  for (;;) {
    const { rows } = await sql<Row>`
      select e.seq, e.posted_on as on, e.book, e.kind, e.key, e.note,
        (select sum(amount_fen) from ledger_posting where entry_id = e.id and amount_fen > 0)::bigint as fen
      from ledger_entry e where e.source_id = ${sourceId} and (e.posted_on, e.seq) > (${after.on}::date, ${after.seq})
      order by e.posted_on, e.seq limit 2000`.execute(context.db);
    for (const row of rows) {
      const movement = MOVEMENTS[row.kind];
      const amount = `${Math.floor(row.fen / 100)}.${String(row.fen % 100).padStart(2, "0")} CNY`;
      yield `\n${row.on} (${row.seq}) ${row.note.replaceAll(/[;|\r\n]/g, " ")}\n    ; key: ${row.key.replaceAll(/[;|,\r\n]/g, " ")}\n    ${account(movement.book, movement.debit)}  ${amount}\n    ${account(movement.book, movement.credit)}  -${amount}\n`;
    }
    const last = rows.at(-1);
    if (rows.length < 2_000 || !last) return;
    after = last;
  }
}
