import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Empty } from "../../kit/Empty.tsx";
import { dateOf, timeOf } from "../../kit/format.ts";
import { mondayOf, today } from "../../kit/today.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekPicker } from "./WeekPicker.tsx";

/** 课程周历: all sessions of a week, with teacher and room. */
export default function CalendarPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [search, setSearch] = useSearchParams();
  const from = search.get("from") ?? mondayOf(today());
  const navigate = useNavigate();
  const calendar = useApi(api.timetable.calendar, { params: { id }, query: { from } }, { enabled: id !== "" });
  return (
    <StaffPage title="课程周历" intro="全校一周的课，谁在哪间教室上。点一节课看出勤。">
      <WeekPicker from={from} onChange={(monday) => setSearch({ from: monday }, { replace: true })} />
      <QueryView
        query={calendar}
        lines={10}
        isEmpty={(data) => data.sessions.length === 0}
        empty={<Empty title="这一周没有课">换一周看看，或到培训班里排课。</Empty>}
      >
        {(data) => (
          <WeekGrid
            label="全校一周的课"
            from={from}
            entries={data.sessions.map((session) => ({
              id: session.sessionId,
              date: dateOf(session.startsAt),
              from: timeOf(session.startsAt),
              to: timeOf(session.endsAt),
              title: session.className,
              lines: [session.topic, `${session.teacherName} · ${session.roomName}`],
              tone: session.classState === "running" ? "plain" : "strong",
            }))}
            onOpen={(entry) => {
              const found = data.sessions.find((session) => session.sessionId === entry.id);
              if (found === undefined) return;
              void navigate(
                found.classState === "running"
                  ? `/institution/sessions/${found.classId}/${found.sessionId}/roll-call`
                  : `/institution/classes/${found.classId}/timetable`,
              );
            }}
          />
        )}
      </QueryView>
      <p className="flex flex-wrap gap-x-5 text-sm text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-4 w-5 border-l-3 border-l-accent bg-accent-soft" />
          正在进行的班
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-4 w-5 border-l-3 border-l-line-strong bg-paper-deep" />
          未开班或已结束的班
        </span>
      </p>
    </StaffPage>
  );
}
