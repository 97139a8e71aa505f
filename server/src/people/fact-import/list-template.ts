import { county } from "@jinengtong/county";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { SubjectCode, subjectLabel } from "../keeper/subjects.ts";
import { columnsOf } from "./read-list.ts";

/** An example for each column of the lists. */
const EXAMPLES: Readonly<Record<string, string>> = {
  name: "示例（请删去本行）",
  from: "2020-01-01",
  employed: "否",
  monthlyPension: "否",
  trainingNeed: "是",
  asOf: "2020-01-31",
  obtainedOn: "2018-06-30",
  grantedOn: "2020-01-15",
  level: "本科",
  relation: "配偶",
  groups: "残疾人",
  occupation: "6-31-01-03",
};

/** `GET /api/v1/fact-imports/template`: an empty list of one register with its columns and a labelled example. */
export const listTemplate = operation({
  method: "GET",
  path: "/api/v1/fact-imports/template",
  summary: "下载部门名册模板",
  permission: { roles: ["reviewer", "department"] },
  query: z.object({ subject: SubjectCode }),
  output: fileOutput,
  run: (_context, { query }) =>
    sheetReply(
      `${subjectLabel(query.subject)}名册模板`,
      Object.entries(columnsOf(query.subject)).map(([key, column]) => ({
        header: column.required === true ? `${column.header}（必填）` : column.header,
        width: key === "citizenId" ? 22 : 18,
        value: (row: Readonly<Record<string, string>>) =>
          key === "level" && query.subject === "fact:provincial-subsidy" ? "三级" : (row[key] ?? ""),
      })),
      [{ ...EXAMPLES, citizenId: `${county().region.code}XXXXXXXXXXXX` }],
    ),
});
