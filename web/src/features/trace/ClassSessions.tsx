import type { ReactElement } from "react";
import { dateOf, formatNumber, timeOf } from "../../kit/format.ts";
import type { ClassTrace } from "./trace-types.ts";
import { ScrollArea } from "../../kit/ScrollArea.tsx";

/** Session by session: how many were there, partly there, away. */
export function ClassSessions({
  sessions,
  learners,
}: {
  sessions: ClassTrace["sessions"];
  learners: number;
}): ReactElement {
  return (
    <ScrollArea label="课次" className="rounded-md border border-line bg-sheet">
      <table className="w-full text-left max-md:min-w-[40rem]">
        <caption className="px-4 pt-3 pb-1 text-left text-lg font-semibold">
          课次 <span className="num text-sm font-normal text-ink-3">{sessions.length} 节</span>
        </caption>
        <thead>
          <tr className="border-b border-ink text-sm text-ink-2">
            <th scope="col" className="py-1 pl-4 font-medium">
              时间
            </th>
            <th scope="col" className="py-1 pl-4 font-medium">
              内容
            </th>
            <th scope="col" className="w-56 py-1 pl-4 font-medium">
              到课
            </th>
            <th scope="col" className="py-1 pr-4 pl-4 text-right font-medium">
              计入课时
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id} className="border-b border-line last:border-0">
              <th scope="row" className="num py-1 pl-4 font-normal whitespace-nowrap">
                {dateOf(session.startsAt)} {timeOf(session.startsAt)}
              </th>
              <td className="py-1 pl-4">
                {session.cancelled ? <s className="text-ink-3">{session.topic}</s> : session.topic}
                {session.cancelled && <span className="ml-2 text-sm text-ink-3">已取消</span>}
              </td>
              <td className="py-1 pl-4">
                <Presence session={session} learners={learners} />
              </td>
              <td className="num py-1 pr-4 pl-4 text-right">{formatNumber(session.creditedHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Presence({ session, learners }: { session: ClassTrace["sessions"][number]; learners: number }): ReactElement {
  const share = (count: number) => `${(count / Math.max(1, learners)) * 100}%`;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="flex h-2.5 w-28 shrink-0 bg-paper-deep">
        <span className="bg-accent" style={{ width: share(session.present) }} />
        <span style={{ width: share(session.partly), background: "var(--color-series-2)" }} />
      </span>
      <span className="num text-sm whitespace-nowrap text-ink-2">
        {session.present} 到{session.partly > 0 && `，${session.partly} 迟到早退`}
        {session.away > 0 && `，${session.away} 未到`}
      </span>
    </span>
  );
}
