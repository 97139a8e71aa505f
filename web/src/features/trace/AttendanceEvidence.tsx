import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf, formatNumber, timeOf } from "../../kit/format.ts";
import { pageOf } from "../../lists/pages.ts";
import { Pager } from "../../kit/Pager.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { attendanceMarks, type AttendanceMark } from "../classes/attendance-marks.ts";
import { AttendanceGrid } from "../classes/AttendanceGrid.tsx";
import { MarkTable, type Mark } from "./MarkTable.tsx";

const markOf = (mark: Mark): AttendanceMark | undefined =>
  mark.mark in attendanceMarks ? (mark.mark as AttendanceMark) : undefined;

/** A person's attendance: the grid, and below it every mark ever made. A cell links to its mark. */
export function AttendanceEvidence({ enrolmentId, name }: { enrolmentId: string; name: string }): ReactElement {
  const marks = useApiPages(api.trace.marks, { params: { id: enrolmentId }, query: { limit: 200 } }, pageOf);
  const [chosen, setChosen] = useState<string | null>(null);
  if (marks.error) return <ErrorNotice error={marks.error} onRetry={marks.onRetry} />;
  if (marks.isPending) return <Skeleton lines={4} />;
  const inForce = marks.rows.filter((mark) => mark.inForce).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  const hours = inForce.reduce((sum, mark) => sum + mark.creditedHours, 0);
  return (
    <div className="grid grid-cols-1 gap-4">
      <AttendanceGrid
        caption={`${name}的考勤`}
        sessions={inForce.map((mark) => ({
          id: mark.sessionId,
          date: dateOf(mark.startsAt),
          time: timeOf(mark.startsAt),
        }))}
        rows={[
          {
            id: enrolmentId,
            name,
            marks: Object.fromEntries(inForce.map((mark) => [mark.sessionId, markOf(mark)])),
            total: `${formatNumber(hours)} 课时`,
          },
        ]}
        onCell={(_row, session) => {
          setChosen(session.id);
          const mark = inForce.find((each) => each.sessionId === session.id);
          document.getElementById(`mark-${mark?.id}`)?.scrollIntoView({ block: "center", behavior: "smooth" });
        }}
      />
      <MarkTable marks={marks.rows} chosen={chosen} />
      {marks.hasMore && (
        <Pager shown={marks.rows.length} unit="条" hasMore busy={marks.isLoadingMore} onMore={marks.onMore} />
      )}
    </div>
  );
}
