import type { Api } from "../../api/api.ts";
import type { ComponentType, ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../api/client.ts";
import { cx } from "../../kit/cx.ts";
import { Empty } from "../../kit/Empty.tsx";
import { timeOf } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useNow } from "../../kit/use-now.ts";

export type TodaySession = Output<Api["homes"]["institution"]>["sessions"][number];

interface TodaySessionsProps {
  sessions: readonly TodaySession[];
  classHref: (classId: string) => string;
  /** Actions on a session now. */
  Actions?: ComponentType<{ session: TodaySession; phase: Phase }>;
}

export type Phase = "before" | "now" | "after";

/** Timeline of the day's sessions: time, class, place, teacher, and attendance. */
export function TodaySessions({ sessions, classHref, Actions }: TodaySessionsProps): ReactElement {
  const now = useNow();
  if (sessions.length === 0) {
    return <Empty title="今天没有课">开班中的班今天有课时，按时间排在这里；上课前 30 分钟开始签到。</Empty>;
  }
  return (
    <ol className="divide-y divide-line border-y border-line">
      {sessions.map((session) => {
        const phase = phaseOf(session, now);
        return (
          <li key={session.sessionId} className="grid gap-x-5 gap-y-2 py-3 sm:grid-cols-[5.5rem_1fr_auto]">
            <p className="num leading-tight">
              <span className={cx("text-xl font-semibold", phase === "after" && "text-ink-3")}>
                {timeOf(session.startsAt)}
              </span>
              <span className="ml-2 text-ink-3 sm:ml-0 sm:block">至 {timeOf(session.endsAt)}</span>
            </p>
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <Link
                  to={classHref(session.classId)}
                  className="text-lg font-semibold underline-offset-4 hover:text-accent hover:underline"
                >
                  {session.className}
                </Link>
                <PhaseMark phase={phase} />
              </p>
              <p className="text-ink-2">
                {session.topic} · {session.teacher} · {session.room}
              </p>
              <Attendance session={session} />
            </div>
            {Actions !== undefined && (
              <div className="flex flex-wrap items-start gap-2">
                <Actions session={session} phase={phase} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Before it opens for sign-in, open or under way, or over. */
export function phaseOf(session: { startsAt: string; endsAt: string }, now: number): Phase {
  if (now >= Date.parse(session.endsAt)) return "after";
  return now >= Date.parse(session.startsAt) - 30 * 60_000 ? "now" : "before";
}

function PhaseMark({ phase }: { phase: Phase }): ReactElement {
  if (phase === "now") return <StatusMark kind="turn">正在签到</StatusMark>;
  return phase === "before" ? (
    <StatusMark kind="waiting">未到时间</StatusMark>
  ) : (
    <StatusMark kind="ended">已下课</StatusMark>
  );
}

/** One stroke per learner; filled for those who signed in. */
function Attendance({ session }: { session: TodaySession }): ReactElement {
  const { expected, present, marked } = session;
  return (
    <p className="num mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <svg
        viewBox={`0 0 ${Math.max(1, expected) * 5} 12`}
        width={Math.min(200, Math.max(1, expected) * 5)}
        height="12"
        preserveAspectRatio="none"
        aria-hidden
      >
        {Array.from({ length: expected }, (_, index) => (
          <rect
            key={index}
            x={index * 5}
            width="3.4"
            height="12"
            fill={index < present ? "var(--color-accent)" : "var(--color-line)"}
          />
        ))}
      </svg>
      <span>
        应到 {expected}，已到 <strong className="font-semibold text-ink">{present}</strong>
        {marked > present && `，缺勤或请假 ${marked - present}`}
        {marked < expected && `，未点 ${expected - marked}`}
      </span>
    </p>
  );
}
