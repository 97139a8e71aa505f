import { exportOf } from "../../kernel/export-list.ts";
import { listDataAccesses } from "./list-data-accesses.ts";

/** `GET /api/v1/personal-data-accesses/export`: the unmaskings as a workbook. */
export const exportDataAccesses = exportOf(listDataAccesses, {
  title: "个人信息查看记录",
  columns: [
    { header: "时间", width: 24, value: (row) => row.at },
    { header: "查看人", value: (row) => row.by },
    { header: "角色", value: (row) => row.roleLabel },
    { header: "目的", width: 40, value: (row) => row.purpose },
    { header: "项目", width: 24, value: (row) => row.fieldLabels.join("、") },
    { header: "人员编号", width: 38, value: (row) => row.personId },
  ],
});
