import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { ByList, levelWords, LISTS, rowName, rowWords, type List, type ListRow } from "./lists.ts";
import { WhichVersion } from "./read-list.ts";
import { findVersion, rowsOf } from "./versions.ts";

/** A list as a workbook. The list of occupations can be imported again. */
export const exportList = operation({
  method: "GET",
  path: "/api/v1/catalogue/:list/export",
  summary: "导出目录",
  permission: { public: true },
  params: ByList,
  query: WhichVersion,
  output: fileOutput,
  async run(context, { params, query }) {
    const version = await findVersion(context, params.list, query.region, query);
    const rows = await rowsOf(context.db, params.list, version.id);
    return sheetReply(`${LISTS[params.list]}第${version.version}版`, columnsOf(params.list, rows), rows);
  },
});

type Standard = Extract<ListRow["data"], { trainingFen: number }>;

/** A cell of the list of occupations. */
const of = (read: (data: Standard) => string | number) => (row: ListRow) =>
  "trainingFen" in row.data ? read(row.data) : null;

function columnsOf(list: List, rows: readonly ListRow[]): WriteColumn<ListRow>[] {
  if (list !== "occupations") {
    const labels = rows[0] ? rowWords(rows[0].data).map(([label]) => label) : ["名称"];
    return [
      { header: "编号", width: 24, value: (row) => row.key },
      ...labels.map((label): WriteColumn<ListRow> => ({
        header: label,
        width: 30,
        value: (row) => rowWords(row.data).find(([each]) => each === label)?.[1] ?? rowName(row.data),
      })),
    ];
  }
  return [
    { header: "职业编码", value: of((data) => data.occupation) },
    { header: "职业（工种）名称", width: 24, value: of((data) => data.occupationName) },
    { header: "等级", value: of((data) => (data.level === 0 ? "无等级" : levelWords(data.level).slice(1, -1))) },
    { header: "培训补贴标准（元）", kind: "yuan", value: of((data) => data.trainingFen) },
    { header: "鉴定补贴标准（元）", kind: "yuan", value: of((data) => data.assessmentFen) },
    { header: "规定课时", kind: "number", value: of((data) => data.requiredHours) },
  ];
}
