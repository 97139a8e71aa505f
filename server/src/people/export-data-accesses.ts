import { z } from "zod";
import { everyRow, sheetReply } from "../kernel/sheets.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput, Id } from "../kernel/shapes.ts";
import { type DataAccess, dataAccessPage } from "./data-access-rows.ts";

/** `GET /api/v1/personal-data-accesses/export`: the same as a workbook. */
export const exportDataAccesses = operation({
  method: "GET",
  path: "/api/v1/personal-data-accesses/export",
  summary: "导出个人信息查看记录",
  permission: { roles: ["security", "auditor"] },
  query: z.object({ accountId: Id.optional(), personId: Id.optional() }),
  output: fileOutput,
  async run(context, { query }) {
    const filter = { ...query, region: context.actor.region };
    return sheetReply<DataAccess>(
      "个人信息查看记录",
      [
        { header: "时间", width: 24, value: (row) => row.at },
        { header: "查看人", value: (row) => row.by },
        { header: "角色", value: (row) => row.roleLabel },
        { header: "目的", width: 40, value: (row) => row.purpose },
        { header: "项目", width: 24, value: (row) => row.fieldLabels.join("、") },
        { header: "人员编号", width: 38, value: (row) => row.personId },
      ],
      everyRow((cursor) => dataAccessPage(context, filter, { cursor, limit: 200 })),
    );
  },
});
