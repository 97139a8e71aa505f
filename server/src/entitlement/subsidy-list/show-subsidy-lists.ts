import { z } from "zod";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { classOwner } from "../../training/index.ts";
import { ListRow, listOwner, listsOfClass, oneList, rowsOf, SubsidyList } from "./subsidy-list-view.ts";

const READERS = ["institution", "reviewer", "finance", "auditor"] as const;

/** `GET /api/v1/classes/:id/subsidy-lists`: every generation of a class's list, newest first. */
export const classSubsidyLists = operation({
  method: "GET",
  path: "/api/v1/classes/:id/subsidy-lists",
  summary: "班级补贴名单的各次生成",
  permission: { roles: READERS, over: classOwner },
  scope: "claims:read",
  params: ById,
  output: z.strictObject({ rows: z.array(SubsidyList) }),
  async run(context, { params }) {
    return { rows: await listsOfClass(context, params.id) };
  },
});

/** `GET /api/v1/subsidy-lists/:id`: one list with its learners. */
export const showSubsidyList = operation({
  method: "GET",
  path: "/api/v1/subsidy-lists/:id",
  summary: "班级补贴名单",
  permission: { roles: READERS, over: listOwner },
  scope: "claims:read",
  params: ById,
  output: z.strictObject({ list: SubsidyList, rows: z.array(ListRow) }),
  async run(context, { params }) {
    return { list: await oneList(context, params.id), rows: await rowsOf(context, params.id) };
  },
});

const COLUMNS: WriteColumn<z.output<typeof ListRow> & { n: number }>[] = [
  { header: "序号", kind: "number", value: (row) => row.n, width: 6 },
  { header: "姓名", value: (row) => row.personName },
  { header: "身份证号（部分）", value: (row) => row.citizenIdMasked, width: 22 },
  { header: "补贴金额（元）", kind: "yuan", value: (row) => row.amountFen },
  { header: "学员签名", value: () => "", width: 16 },
];

/** `GET /api/v1/subsidy-lists/:id/export`: the listed learners with a place to sign. */
export const exportSubsidyList = operation({
  method: "GET",
  path: "/api/v1/subsidy-lists/:id/export",
  summary: "导出班级补贴签字名单",
  permission: { roles: READERS, over: listOwner },
  scope: "claims:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const list = await oneList(context, params.id);
    const rows = (await rowsOf(context, params.id)).filter((row) => row.included);
    return sheetReply(
      `补贴名单-第${list.version}次`,
      COLUMNS,
      rows.map((row, at) => ({ ...row, n: at + 1 })),
    );
  },
});
