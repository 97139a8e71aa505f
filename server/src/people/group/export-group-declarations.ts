import { regionName } from "@jinengtong/county";
import { exportOf } from "../../kernel/export-list.ts";
import { listGroupDeclarations } from "./list-group-declarations.ts";

/** `GET /api/v1/person-groups/export`: the declarations as a workbook, numbers masked. */
export const exportGroupDeclarations = exportOf(listGroupDeclarations, {
  title: "人群类别申报",
  columns: [
    { header: "姓名", value: (row) => row.person.name },
    { header: "身份号码", width: 22, value: (row) => row.person.citizenIdMasked },
    { header: "镇（街道）", value: (row) => regionName(row.person.town) },
    { header: "人群类别", width: 22, value: (row) => row.label },
    { header: "起", value: (row) => row.validFrom },
    { header: "止", value: (row) => row.validTo },
    { header: "说明", width: 40, value: (row) => row.note },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "等待天数", kind: "number", value: (row) => row.waitingDays },
  ],
});
