import { exportOf } from "../../kernel/export-list.ts";
import { classQueue } from "../filing/class-queue.ts";
import { listChanges } from "../change/list-changes.ts";
import { listClasses } from "../class/list-classes.ts";
import { searchClasses } from "./search-classes.ts";

/** Lists of classes and of what is asked about them as workbooks. */
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

export const exportChanges = exportOf(listChanges, {
  title: "变更申请",
  columns: [
    { header: "班级编号", width: 16, value: (row) => row.classNumber },
    { header: "班级名称", width: 30, value: (row) => row.className },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "变更", value: (row) => (row.kind === "timetable" ? "课表" : "学员") },
    { header: "学员", value: (row) => row.learnerName },
    { header: "理由", width: 36, value: (row) => row.reason },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "提交时间（UTC）", width: 24, value: (row) => row.submittedAt },
    { header: "办理期限", value: (row) => row.dueOn },
    { header: "审核意见", width: 36, value: (row) => row.decisionReason },
  ],
});

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
    { header: "剩余名额", kind: "number", value: (row) => row.placesLeft },
    { header: "状态", value: (row) => row.stateLabel },
  ],
});
