import { exportOf } from "../../kernel/export-list.ts";
import { listChanges } from "./list-changes.ts";

const KINDS = { timetable: "课表", joiner: "学员", attendance: "补记出勤" } as const;

/** Requested changes as a workbook. */
export const exportChanges = exportOf(listChanges, {
  title: "变更申请",
  columns: [
    { header: "班级编号", width: 16, value: (row) => row.classNumber },
    { header: "班级名称", width: 30, value: (row) => row.className },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "变更", value: (row) => KINDS[row.kind] },
    { header: "学员", value: (row) => row.learnerName },
    { header: "理由", width: 36, value: (row) => row.reason },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "提交时间（UTC）", width: 24, value: (row) => row.submittedAt },
    { header: "办理期限", value: (row) => row.dueOn },
    { header: "审核意见", width: 36, value: (row) => row.decisionReason },
  ],
});
