import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { importOwner, ImportShown, showImport } from "./import-view.ts";

/** `GET /api/v1/fact-imports/:id`: progress, counts, unread columns and remarks. */
export const showList = operation({
  method: "GET",
  path: "/api/v1/fact-imports/:id",
  summary: "查看人员信息导入",
  permission: { roles: ["reviewer", "department", "auditor"], over: importOwner },
  params: ById,
  output: ImportShown,
  run: (context, { params }) => showImport(context, params.id),
});
