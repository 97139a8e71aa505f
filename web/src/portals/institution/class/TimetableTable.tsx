import type { ReactElement } from "react";
import { Link } from "react-router";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { weekdayOf } from "../../../kit/today.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import type { SessionLine } from "./session-values.ts";
import type { DataColumn } from "../../../lists/column.ts";

interface TimetableTableProps {
  classId: string;
  sessions: readonly SessionLine[];
  running: boolean;
  onEdit: ((session: SessionLine) => void) | undefined;
}

/** Every meeting in one table, cancelled ones with their reason. */
export function TimetableTable({ classId, sessions, running, onEdit }: TimetableTableProps): ReactElement {
  const columns: DataColumn<SessionLine>[] = [
    {
      key: "date",
      title: "日期",
      render: (row) => (
        <span className="num">
          {dateOf(row.startsAt)} {weekdayOf(dateOf(row.startsAt))}
        </span>
      ),
    },
    {
      key: "time",
      title: "时间",
      render: (row) => (
        <span className="num">
          {timeOf(row.startsAt)}–{timeOf(row.endsAt)}
        </span>
      ),
    },
    { key: "hours", title: "课时", align: "right", render: (row) => row.hours },
    { key: "topic", title: "内容", render: (row) => row.topic },
    {
      key: "kind",
      title: "性质",
      render: (row) => [row.practice && "实操", row.qualityModule && "通用素质"].filter(Boolean).join("、") || "理论",
    },
    { key: "teacher", title: "教师", render: (row) => row.teacherName },
    { key: "room", title: "教室", render: (row) => row.roomName },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        row.cancelled ? (
          <span className="inline-flex items-center gap-2">
            <StatusMark kind="ended">已取消</StatusMark>
            <span className="text-sm text-ink-2">{row.cancelledBecause}</span>
          </span>
        ) : onEdit !== undefined ? (
          <RowAct label={`修改 ${dateOf(row.startsAt)} ${timeOf(row.startsAt)} 的课`} onClick={() => onEdit(row)}>
            修改
          </RowAct>
        ) : running ? (
          <Link
            to={`/institution/sessions/${classId}/${row.id}/roll-call`}
            className="text-accent underline underline-offset-3"
          >
            出勤
          </Link>
        ) : (
          ""
        ),
    },
  ];
  return (
    <DataTable
      id="class-timetable"
      caption="课表"
      unit="节"
      columns={columns}
      rows={sessions}
      rowKey={(row) => row.id}
      exportTo={{ path: `/api/v1/classes/${classId}/timetable`, name: "课表.xlsx" }}
      filters={<h2 className="font-semibold">全部课次</h2>}
    />
  );
}
