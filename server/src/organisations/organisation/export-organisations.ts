import { regionName } from "@jinengtong/county";
import { stateWord } from "@jinengtong/words";
import { exportOf } from "../../kernel/export-list.ts";
import { listOrganisations } from "./list-organisations.ts";

/** `GET /api/v1/organisations/export`: the public list as a workbook. */
export const exportOrganisations = exportOf(listOrganisations, {
  title: "机构名单",
  perMinute: 20,
  columns: [
    { header: "名称", width: 36, value: (row) => row.name },
    { header: "统一社会信用代码", width: 24, value: (row) => row.uscc },
    { header: "类型", width: 24, value: (row) => row.kindLabel },
    { header: "性质", value: (row) => (row.ownership === "public" ? "公办" : "民办") },
    { header: "镇（街道）", width: 20, value: (row) => regionName(row.town) },
    { header: "地址", width: 36, value: (row) => row.address },
    { header: "状态", value: (row) => stateWord("organisation", row.state).label },
  ],
});
