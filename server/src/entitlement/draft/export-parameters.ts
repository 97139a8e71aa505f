import type { Parameter } from "@jinengtong/policy";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { draftParameters } from "./draft-parameters.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";

interface Row {
  parameter: Parameter;
  value: string;
  from: string;
  to: string;
  source: string;
}

/** Values as a person writes them: yuan, per cent, the label of a reading. */
function written({ type }: Parameter, value: unknown): string {
  if (type.kind === "choice") return type.options.find((one) => one.value === value)?.label ?? String(value);
  if (type.kind === "money" && typeof value === "number") return (value / 100).toFixed(2);
  if (type.kind === "ratio" && typeof value === "number") return String(Math.round(value * 1e6) / 1e4);
  return String(value);
}

const UNITS: Readonly<Record<Parameter["type"]["kind"], string>> = {
  money: "元",
  ratio: "%",
  percent: "%",
  count: "",
  day: "日期",
  choice: "读法",
};

/** `GET /api/v1/policy-drafts/:id/parameters/export`: the parameters of a draft with their dated values, a row each. */
export const exportDraftParameters = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/parameters/export",
  summary: "导出政策草案的参数",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const rows = draftParameters(await filesOfDraft(context.db, params.id)).flatMap((parameter): Row[] =>
      (parameter.values.length === 0 ? [undefined] : parameter.values).map((one) => ({
        parameter,
        value: one === undefined ? "" : written(parameter, one.value),
        from: one?.from ?? "",
        to: one?.to ?? "",
        source: one?.source ?? "",
      })),
    );
    return sheetReply(`${draft.title}-参数-${context.today}`, COLUMNS, rows, { sheetName: "参数" });
  },
});

const COLUMNS = [
  { header: "参数", width: 28, value: (row: Row) => row.parameter.label },
  { header: "编号", width: 30, value: (row: Row) => row.parameter.name },
  { header: "单位", width: 8, value: (row: Row) => UNITS[row.parameter.type.kind] },
  { header: "值", width: 24, value: (row: Row) => row.value },
  { header: "从哪日起", width: 14, value: (row: Row) => row.from },
  { header: "到哪日止", width: 14, value: (row: Row) => row.to },
  { header: "出处", width: 50, value: (row: Row) => row.source },
];
