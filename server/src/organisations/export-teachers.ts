import { everyRow, sheetReply } from "../kernel/sheets.ts";
import { operation } from "../kernel/operation.ts";
import { ById, fileOutput } from "../kernel/shapes.ts";
import { organisationOwner } from "./organisation-view.ts";
import { type TeacherRow, teacherPage } from "./teacher-view.ts";

/** `GET /api/v1/organisations/:id/teachers/export`: the teachers as a workbook, numbers masked. */
export const exportTeachers = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/teachers/export",
  summary: "导出机构教师",
  permission: {
    roles: ["institution", "enterprise", "evaluator", "reviewer", "department", "auditor"],
    over: organisationOwner,
  },
  params: ById,
  output: fileOutput,
  async run({ db }, { params }) {
    return sheetReply<TeacherRow>(
      "教师名单",
      [
        { header: "姓名", value: (row) => row.name },
        { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
        { header: "用工形式", value: (row) => row.employmentLabel },
        { header: "职业", width: 40, value: (row) => row.occupations.join("、") },
        { header: "资格", width: 30, value: (row) => row.qualification },
        { header: "状态", value: (row) => (row.state === "active" ? "在岗" : "离职") },
      ],
      everyRow((cursor) => teacherPage(db, params.id, {}, { cursor, limit: 200 })),
    );
  },
});
