import { exportOf } from "../../kernel/export-list.ts";
import { searchClasses } from "./search-classes.ts";

/** Open classes as a workbook. */
export const exportOpenClasses = exportOf(searchClasses, {
  title: "可报名的培训班",
  perMinute: 20,
  columns: [
    { header: "班级编号", width: 16, value: (row) => row.number },
    { header: "班级名称", width: 30, value: (row) => row.name },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "职业（工种）", width: 20, value: (row) => row.occupationName },
    { header: "地址", width: 36, value: (row) => row.address },
    { header: "开班日期", value: (row) => row.startsOn },
    { header: "结束日期", value: (row) => row.endsOn },
    { header: "收费（元）", kind: "yuan", value: (row) => row.priceFen },
    { header: "补贴标准（元）", kind: "yuan", value: (row) => row.subsidyFen },
    { header: "联系电话", width: 16, value: (row) => row.phone },
    { header: "剩余名额", kind: "number", value: (row) => row.placesLeft },
    { header: "状态", value: (row) => row.stateLabel },
  ],
});
