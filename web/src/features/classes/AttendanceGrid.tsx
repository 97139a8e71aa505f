import type { ReactElement } from "react";
import { cx } from "../../kit/cx.ts";
import { attendanceMarks, type AttendanceMark } from "./attendance-marks.ts";

export interface AttendanceSession {
  id: string;
  /** `2020-03-02` */
  date: string;
  /** `上午`, `14:00` … */
  time: string;
}

export interface AttendanceRow {
  id: string;
  name: string;
  /** Session id → mark. A session without one hasn't been called yet. */
  marks: Readonly<Record<string, AttendanceMark | undefined>>;
  /** On the right: hours or the share attended. */
  total: string;
}

interface AttendanceGridProps {
  sessions: readonly AttendanceSession[];
  rows: readonly AttendanceRow[];
  caption: string;
  /** Makes each cell a button: opens the mark's evidence, or sets it. */
  onCell?: (row: AttendanceRow, session: AttendanceSession) => void;
  /** Highlights a person, for a case beside it. */
  highlight?: string;
}

/** Attendance grid: people by sessions, one of six signs in each cell. */
export function AttendanceGrid({ sessions, rows, caption, onCell, highlight }: AttendanceGridProps): ReactElement {
  return (
    <figure>
      <div role="region" aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
        <table data-print="grid" className="border-collapse text-center">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-ink text-xs text-ink-2">
              <th scope="col" className="sticky left-0 bg-sheet py-1 pr-4 text-left font-medium">
                姓名
              </th>
              {sessions.map((session) => (
                <th key={session.id} scope="col" className="num px-0.5 py-1 font-medium whitespace-nowrap">
                  {session.date.slice(5)}
                  <span className="block font-normal text-ink-3">{session.time}</span>
                </th>
              ))}
              <th scope="col" className="sticky right-0 bg-sheet py-1 pl-3 text-right font-medium">
                合计
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={cx("border-b border-line", row.id === highlight && "bg-accent-soft")}>
                <th
                  scope="row"
                  className={cx(
                    "sticky left-0 py-0.5 pr-4 text-left font-normal whitespace-nowrap",
                    row.id === highlight ? "bg-accent-soft font-semibold" : "bg-sheet",
                  )}
                >
                  {row.name}
                </th>
                {sessions.map((session) => (
                  <td key={session.id} className="p-0.5">
                    <Cell
                      mark={row.marks[session.id]}
                      label={`${row.name} ${session.date} ${session.time}`}
                      onPress={onCell && (() => onCell(row, session))}
                    />
                  </td>
                ))}
                <td
                  className={cx(
                    "num sticky right-0 py-0.5 pl-3 text-right whitespace-nowrap",
                    row.id === highlight ? "bg-accent-soft" : "bg-sheet",
                  )}
                >
                  {row.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {Object.values(attendanceMarks).map((mark) => (
          <span key={mark.word} className="inline-flex items-center gap-1">
            <span aria-hidden className={cx("grid size-5 place-items-center rounded-sm", mark.tone)}>
              {mark.sign}
            </span>
            {mark.word}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Cell({
  mark,
  label,
  onPress,
}: {
  mark: AttendanceMark | undefined;
  label: string;
  onPress: (() => void) | undefined;
}): ReactElement {
  const look = mark === undefined ? { word: "未点名", sign: "·", tone: "text-ink-3" } : attendanceMarks[mark];
  const className = cx("grid h-7 w-full min-w-7 print:min-w-0 place-items-center rounded-sm text-sm", look.tone);
  const title = `${label}：${look.word}`;
  if (onPress === undefined) {
    return (
      <span className={className} title={title}>
        <span aria-hidden>{look.sign}</span>
        <span className="sr-only">{look.word}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      data-print="show"
      className={cx(className, "hover:outline-2 hover:outline-accent")}
      title={title}
      aria-label={title}
      onClick={onPress}
    >
      {look.sign}
    </button>
  );
}
