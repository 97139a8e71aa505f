import { exportOf } from "../../kernel/export-list.ts";
import { listPublicity } from "./list-publicity.ts";

/** `GET /api/v1/publicity/export`: the masked list as a workbook, for notice boards. */
export const exportPublicity = exportOf(listPublicity, {
  title: "补贴公示",
  perMinute: 12,
  columns: [
    { header: "申请编号", value: (row) => row.number, width: 16 },
    { header: "姓名", value: (row) => row.name },
    { header: "补贴项目", value: (row) => row.benefitName, width: 28 },
    { header: "单位", value: (row) => row.institution, width: 28 },
    { header: "班级", value: (row) => row.className, width: 24 },
    { header: "金额（元）", kind: "yuan", value: (row) => row.amountFen },
    { header: "公示批次", value: (row) => row.round ?? "", width: 20 },
    { header: "公示开始", value: (row) => row.from },
    { header: "公示截止", value: (row) => row.to },
  ],
});
