import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { templateReply } from "../../kernel/sheets.ts";
import { rosterColumns } from "./roster-sheet.ts";

/** An empty roster with the import's columns, and towns and groups to choose from. */
export const rosterTemplate = operation({
  method: "GET",
  path: "/api/v1/roster-imports/template",
  summary: "下载花名册模板",
  permission: { roles: ["institution"] },
  scope: "classes:read",
  output: fileOutput,
  run: () => templateReply("花名册模板", rosterColumns()),
});
