import type { Api } from "../../api/api.ts";
import { attendanceMarks } from "@jinengtong/standards";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { dateOf, formatNumber, timeOf } from "../../kit/format.ts";
import { AttendanceGrid, type AttendanceRow, type AttendanceSession } from "./AttendanceGrid.tsx";
import type { AttendanceMark } from "./attendance-marks.ts";

/** Attendance of a class, from the server. */
export type ClassAttendance = Output<Api["attendance"]["ofClass"]>;

interface ClassGridProps {
  grid: ClassAttendance;
  caption: string;
  /** Learner in focus: first and highlighted. */
  enrolmentId?: string;
  /** The whole class, or only that learner. */
  all?: boolean;
  /** Makes each cell a button. */
  onCell?: (row: AttendanceRow, session: AttendanceSession) => void;
}

/** Attendance of a class by learner and session. */
export function ClassGrid({ grid, caption, enrolmentId, all = true, onCell }: ClassGridProps): ReactElement {
  const rank = (learner: ClassAttendance["learners"][number]) => (learner.enrolmentId === enrolmentId ? 0 : 1);
  const learners = grid.learners
    .filter((learner) => all || learner.enrolmentId === enrolmentId)
    .toSorted((a, b) => rank(a) - rank(b));
  return (
    <AttendanceGrid
      caption={caption}
      {...(enrolmentId === undefined ? {} : { highlight: enrolmentId })}
      {...(onCell === undefined ? {} : { onCell })}
      sessions={grid.sessions.map((session) => ({
        id: session.id,
        date: dateOf(session.startsAt),
        time: timeOf(session.startsAt),
      }))}
      rows={learners.map((learner) => ({
        id: learner.enrolmentId,
        name: learner.name,
        marks: Object.fromEntries(
          grid.sessions.map((session, index) => [session.id, markOf(learner.marks[index]?.mark)]),
        ),
        total: `${formatNumber(learner.hours)} 课时${learner.rate === null ? "" : `　${Math.floor(learner.rate * 100)}%`}`,
      }))}
    />
  );
}

const markOf = (mark: string | undefined): AttendanceMark | undefined =>
  mark !== undefined && attendanceMarks.has(mark) ? mark : undefined;
