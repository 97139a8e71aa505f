import { exportOf } from "../../kernel/export-list.ts";
import { classQueue } from "./class-queue.ts";

/** The filing queue as a workbook. */
export const exportClassQueue = exportOf(classQueue, {
  title: "开班审核待办",
  columns: [
    { header: "班级编号", width: 16, value: (row) => row.number },
    { header: "班级名称", width: 30, value: (row) => row.name },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "开班日期", value: (row) => row.startsOn },
    { header: "名额", kind: "number", width: 8, value: (row) => row.capacity },
    { header: "提交时间（UTC）", width: 24, value: (row) => row.submittedAt },
    { header: "办理期限", value: (row) => row.dueOn },
    { header: "是否超期", value: (row) => (row.overdue ? "超期" : "") },
  ],
});
