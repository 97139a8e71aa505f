import { exportOf } from "../../kernel/export-list.ts";
import { listAdmissions } from "./list-admissions.ts";
import { levelWords } from "../list/lists.ts";

/** The filtered list of admissions as a workbook. */
export const exportAdmissions = exportOf(listAdmissions, {
  title: "准入名单",
  columns: [
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "业务", value: (row) => (row.activity === "training" ? "培训" : "评价") },
    { header: "职业编码", value: (row) => row.occupation },
    { header: "职业（工种）", width: 24, value: (row) => row.occupationName },
    { header: "等级", value: (row) => levelWords(row.level) },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "有效期起", value: (row) => row.validFrom },
    { header: "有效期止", value: (row) => row.validTo },
    { header: "办理期限", value: (row) => row.dueOn },
  ],
});
