import { exportOf } from "../../kernel/export-list.ts";
import { listTeachers } from "./list-teachers.ts";

/** `GET /api/v1/organisations/:id/teachers/export`: the teachers as a workbook, numbers masked. */
export const exportTeachers = exportOf(listTeachers, {
  title: "教师名单",
  columns: [
    { header: "姓名", value: (row) => row.name },
    { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
    { header: "用工形式", value: (row) => row.employmentLabel },
    { header: "职业", width: 40, value: (row) => row.occupations.join("、") },
    { header: "资格", width: 30, value: (row) => row.qualification },
    { header: "状态", value: (row) => (row.state === "active" ? "在岗" : "离职") },
  ],
});
