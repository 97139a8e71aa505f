import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";

export interface Meeting {
  id: string;
  startsAt: string;
  endsAt: string;
  hours: number;
  topic: string;
  practice: boolean;
  roomName: string;
}

const weekday = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", weekday: "short" });
const FIRST = 6;

/** Sessions of a class by day; a long timetable is collapsed. */
export function Timetable({ meetings }: { meetings: readonly Meeting[] }): ReactElement {
  const [all, setAll] = useState(false);
  const days = Object.entries(Object.groupBy(meetings, (meeting) => dateOf(meeting.startsAt)));
  const shown = all ? days : days.slice(0, FIRST);
  return (
    <>
      <ol className="border-t border-line">
        {shown.map(([day, list = []]) => (
          <li key={day} className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[8em_1fr]">
            <p className="num font-medium">
              {day} <span className="font-normal text-ink-2">{weekday.format(new Date(`${day}T04:00:00Z`))}</span>
            </p>
            <ul className="grid gap-2">
              {list.map((meeting) => (
                <li key={meeting.id} className="grid grid-cols-[6.6em_1fr] gap-x-3">
                  <span className="num text-ink-2">
                    {timeOf(meeting.startsAt)}–{timeOf(meeting.endsAt)}
                  </span>
                  <span>
                    {meeting.topic}
                    {meeting.practice && <span className="ml-1.5 text-sm text-accent">实操</span>}
                    <span className="block text-sm text-ink-3">{meeting.roomName}</span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {days.length > FIRST && (
        <div className="mt-2">
          <Button variant="quiet" icon={all ? "up" : "down"} onClick={() => setAll(!all)}>
            {all ? "收起" : `看全部 ${days.length} 天`}
          </Button>
        </div>
      )}
    </>
  );
}
