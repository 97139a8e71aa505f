import { county } from "@jinengtong/county";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";

/** An empty roster with the import's columns and one labelled example. */
export const rosterTemplate = operation({
  method: "GET",
  path: "/api/v1/roster-imports/template",
  summary: "下载花名册模板",
  permission: { roles: ["institution"] },
  scope: "classes:read",
  output: fileOutput,
  run: () =>
    sheetReply(
      "花名册模板",
      [
        { header: "班级编号", width: 16, value: (row) => row.classNumber },
        { header: "姓名", value: (row) => row.name },
        { header: "身份证号", width: 22, value: (row) => row.citizenId },
        { header: "手机号", width: 16, value: (row) => row.phone },
        { header: "镇街", width: 16, value: (row) => row.town },
        { header: "人员类别", width: 20, value: (row) => row.group },
      ],
      [
        {
          classNumber: `${county().numbers.class}2020000001`,
          name: "示例（请删去本行）",
          citizenId: `${county().region.code}XXXXXXXXXXXX`,
          phone: "13900000000",
          town: county().towns[0]?.name,
          group: "登记失业人员",
        },
      ],
    ),
});
