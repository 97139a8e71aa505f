import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { weekdayOf } from "../../../kit/today.ts";
import { QueryView } from "../../../kit/QueryView.tsx";

type Session = Output<Api["timetable"]["list"]>["sessions"][number];

/** The timetable day by day; cancelled meetings are struck through with their reason. */
export function TimetableList({ classId }: { classId: string }): ReactElement {
  const query = useApi(api.timetable.list, { params: { id: classId } });
  return (
    <QueryView
      query={query}
      lines={6}
      isEmpty={(data) => data.sessions.length === 0}
      empty={<Empty title="没有排课">计划里没有线下课。</Empty>}
    >
      {(data) => {
        const days = Map.groupBy(data.sessions, (session) => dateOf(session.startsAt));
        const held = data.sessions.filter((session) => !session.cancelled);
        return (
          <div className="grid gap-3">
            <p className="num text-ink-2">
              {held.length} 节，共 {sum(held)} 课时，其中实操 {sum(held.filter((one) => one.practice))} 课时、通用素质{" "}
              {sum(held.filter((one) => one.qualityModule))} 课时
            </p>
            <ol className="divide-y divide-line border-y border-line">
              {[...days].map(([date, sessions]) => (
                <li key={date} className="grid gap-x-4 py-2 sm:grid-cols-[7.5rem_1fr]">
                  <p className="num">
                    {date.slice(5)} <span className="text-ink-3">{weekdayOf(date)}</span>
                  </p>
                  <ul className="grid gap-1">
                    {sessions.map((session) => (
                      <SessionRow key={session.id} session={session} />
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          </div>
        );
      }}
    </QueryView>
  );
}

function SessionRow({ session }: { session: Session }): ReactElement {
  return (
    <li className={cx("grid gap-x-4 sm:grid-cols-[7.5rem_1fr]", session.cancelled && "text-ink-3 line-through")}>
      <span className="num">
        {timeOf(session.startsAt)}–{timeOf(session.endsAt)}
      </span>
      <span>
        {session.topic}
        <span className="text-ink-2">
          {" "}
          · {session.hours} 课时 · {session.teacherName} · {session.roomName}
          {session.practice && " · 实操"}
          {session.qualityModule && " · 通用素质"}
          {session.cancelledBecause !== null && `（${session.cancelledBecause}）`}
        </span>
      </span>
    </li>
  );
}

const sum = (rows: readonly Session[]): number => rows.reduce((total, one) => total + one.hours, 0);
