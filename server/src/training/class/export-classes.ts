import { exportOf } from "../../kernel/export-list.ts";
import { listClasses } from "./list-classes.ts";

/** The list of classes as a workbook. */
export const exportClasses = exportOf(listClasses, {
  title: "培训班",
  columns: [
    { header: "班级编号", width: 16, value: (row) => row.number },
    { header: "班级名称", width: 30, value: (row) => row.name },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "职业（工种）", width: 20, value: (row) => row.occupationName },
    { header: "等级", kind: "number", width: 8, value: (row) => row.level },
    { header: "开班日期", value: (row) => row.startsOn },
    { header: "结束日期", value: (row) => row.endsOn },
    { header: "名额", kind: "number", width: 8, value: (row) => row.capacity },
    { header: "已占名额", kind: "number", width: 10, value: (row) => row.seatsTaken },
    { header: "状态", value: (row) => row.stateLabel },
  ],
});
