import { type Column, figureKind, periodTitle, type ReturnForm, showValue, type Value } from "@jinengtong/returns";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { wholeList } from "../../kernel/whole-list.ts";
import {
  OfPeriod,
  OVERSEEING,
  type Reporter,
  REPORTER_ORDER,
  ReporterFilter,
  reporterPage,
} from "./period-reporters.ts";
import { publishedForm } from "./return-record.ts";

/** `GET /api/v1/period-forms/:code/periods/:period/reporters/export`: the whole form as a table, one line for each reporter. */
export const exportReporters = operation({
  method: "GET",
  path: "/api/v1/period-forms/:code/periods/:period/reporters/export",
  summary: "导出一期报表",
  permission: { roles: OVERSEEING },
  params: OfPeriod,
  query: ReporterFilter.extend(REPORTER_ORDER.shape),
  output: fileOutput,
  run(context, { params, query }) {
    const { form } = publishedForm(context, params.code, params.period);
    return sheetReply<Reporter>(
      `${form.title}-${periodTitle(params.period)}`,
      columnsOf(form),
      wholeList(context, (inside, page) => reporterPage(inside, params, query, { ...query, ...page })),
      { sheetName: form.title },
    );
  },
});

function columnsOf(form: ReturnForm): WriteColumn<Reporter>[] {
  return [
    { header: "单位", width: 34, value: (row) => row.name },
    { header: "镇（街道）", width: 18, value: (row) => row.townLabel },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "是否逾期", value: (row) => (row.late ? "是" : "否") },
    ...form.figures.map((column) => figureColumn(column, (row) => row.figures[column.code])),
    ...(form.derived ?? []).map(({ code, title, formula }) =>
      figureColumn(
        { code, title: formula.kind === "share" ? `${title}（%）` : title, kind: figureKind(form, code) ?? "count" },
        (row) => row.reckoned[code],
      ),
    ),
    { header: "明细行数", kind: "number", value: (row) => row.rowCount },
    { header: "提示", width: 60, value: (row) => row.warnings.join("；") },
    { header: "提交时间", width: 22, value: (row) => row.submittedAt },
  ];
}

function figureColumn(column: Column, of: (row: Reporter) => Value | undefined): WriteColumn<Reporter> {
  const { title, kind } = column;
  if (kind === "yuan") return { header: `${title}（元）`, kind, width: 18, value: of };
  if (kind === "count") return { header: title, kind: "number", value: of };
  return {
    header: title,
    value: (row) => {
      const value = of(row);
      return value === undefined ? null : showValue(column, value);
    },
  };
}
