import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, pageOf } from "../../kernel/shapes.ts";
import { byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { importOwner } from "./import-view.ts";

const OUTCOMES = { add: "新登记", change: "更正", same: "已有，不变", fault: "有错误，不登记" } as const;
const Outcome = z.enum(["add", "change", "same", "fault"]);

const Row = z.strictObject({
  rowNumber: z.number().int(),
  who: z.string().describe("姓名和号码，已脱敏"),
  value: z.record(z.string(), z.unknown()).nullable(),
  outcome: Outcome,
  outcomeLabel: z.string(),
  personId: Id.nullable(),
  findings: z.array(
    z.object({
      column: z.string(),
      value: z.string(),
      code: z.string(),
      sentence: z.string(),
      warning: z.boolean().default(false),
    }),
  ),
});
type Row = z.output<typeof Row>;

const ROW_ORDER = sortable({
  columns: { rowNumber: byNumber("r.row_number"), outcome: byText("r.outcome") },
  unique: byNumber("r.row_number"),
  usual: "rowNumber",
});

/** `GET /api/v1/fact-imports/:id/rows`: every row of the list with its content, its faults and its effect. */
export const listImportRows = operation({
  method: "GET",
  path: "/api/v1/fact-imports/:id/rows",
  summary: "人员信息导入的每一行",
  permission: { roles: ["reviewer", "department", "auditor"], over: importOwner },
  params: ById,
  query: ROW_ORDER.query.extend({
    outcome: Outcome.optional(),
    warned: z.enum(["true"]).optional().describe("只看有提示的行"),
  }),
  output: pageOf(Row),
  async run(context, { params, query }) {
    const page = ROW_ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Omit<Row, "outcomeLabel">>>`
      select r.row_number as "rowNumber", r.who, r.value, r.outcome, r.person_id as "personId", r.findings, ${page.place}
      from fact_import_row r
      where r.import_id = ${params.id} and (${query.outcome ?? null}::text is null or r.outcome = ${query.outcome ?? null})
        and (${query.warned ?? null}::text is null or r.warned) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: cut.rows.map((row) => ({
        ...(row as Omit<Row, "outcomeLabel">),
        outcomeLabel: OUTCOMES[row.outcome],
        findings: row.findings.map((finding) => ({ ...finding, warning: finding.warning ?? false })),
      })),
      nextCursor: cut.nextCursor,
    };
  },
});

/** The same as a workbook: for the office to mend its list by. */
export const exportImportRows = exportOf(listImportRows, {
  title: "人员信息导入结果",
  columns: [
    { header: "行号", kind: "number", width: 8, value: (row) => row.rowNumber },
    { header: "人员", width: 30, value: (row) => row.who },
    { header: "结果", width: 14, value: (row) => row.outcomeLabel },
    {
      header: "说明",
      width: 80,
      value: (row) =>
        row.findings
          .map(
            ({ column, value, sentence }) =>
              [column, value].filter((word) => word !== "").join(" ") + (column + value === "" ? "" : "：") + sentence,
          )
          .join(" "),
    },
  ],
});
