import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput } from "../kernel/shapes.ts";
import { sheetReply } from "../kernel/sheets.ts";
import {
  ADMISSION_COLUMNS,
  ADMISSION_READERS,
  toAdmissionLine,
  visibleAdmissions,
  type AdmissionRow,
} from "./admission-view.ts";
import { AdmissionFilter, filterAdmissions } from "./list-admissions.ts";
import { levelWords } from "./lists.ts";

/** The filtered list of admissions as a workbook. */
export const exportAdmissions = operation({
  method: "GET",
  path: "/api/v1/admissions/export",
  summary: "导出准入名单",
  permission: { roles: ADMISSION_READERS },
  query: AdmissionFilter,
  output: fileOutput,
  async run(context, { query }) {
    const found = await sql<AdmissionRow>`
      select ${ADMISSION_COLUMNS} from admission a join organisation o on o.id = a.organisation_id
      where ${visibleAdmissions(context.actor)} and ${filterAdmissions(query)}
      order by o.name, a.activity, a.occupation, a.level desc limit 50000`.execute(context.db);
    return sheetReply(
      "准入名单",
      [
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
      found.rows.map((row) => toAdmissionLine(row, context.today)),
    );
  },
});
