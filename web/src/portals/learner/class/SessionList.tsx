import { stateKind } from "@jinengtong/words";
import { attendanceMarks } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatNumber, timeOf } from "../../../kit/format.ts";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { dayWords } from "../day-words.ts";
import { LeaveDialog } from "./LeaveDialog.tsx";
import type { OwnClass } from "./own-class.ts";

type Session = OwnClass["class"]["sessions"][number];
type Leave = Output<Api["classTalk"]["ofSeat"]>["leaves"][number];
type Marks = OwnClass["marks"];

const kinds: Readonly<Record<string, StatusKind>> = {
  present: "done",
  late: "late",
  "left-early": "late",
  leave: "ended",
  sick: "ended",
  absent: "refused",
};
/** Sign-in opens half an hour before a meeting. */
const OPENS_BEFORE_MS = 30 * 60_000;

interface SessionListProps {
  sessions: readonly Session[];
  marks: Marks;
  running: boolean;
  /** The seat that leave is asked for; null where there is nothing to be away from. */
  enrolmentId: string | null;
}

/** All sessions with own marks and counted hours; future ones first. */
export function SessionList({ sessions, marks, running, enrolmentId }: SessionListProps): ReactElement {
  const [now] = useState(() => Date.now());
  const [all, setAll] = useState(false);
  const [away, setAway] = useState<Session | null>(null);
  const talk = useApi(api.classTalk.ofSeat, { params: { id: enrolmentId ?? "" } }, { enabled: enrolmentId !== null });
  const leaves = new Map(
    (talk.data?.leaves ?? []).filter((one) => one.state !== "withdrawn").map((one) => [one.sessionId, one]),
  );
  const next = sessions.findIndex((session) => Date.parse(session.endsAt) > now && !session.cancelled);
  const from = all || next < 0 ? 0 : Math.max(0, next - 2);
  const shown = sessions.slice(from, all || next < 0 ? undefined : from + 6);
  const hidden = sessions.length - shown.length;
  return (
    <>
      <ol className="divide-y divide-line border-y border-line">
        {shown.map((session) => (
          <Row
            key={session.id}
            session={session}
            mark={marks[session.id]}
            leave={leaves.get(session.id)}
            {...(enrolmentId === null ? {} : { onLeave: () => setAway(session) })}
            open={
              running &&
              !session.cancelled &&
              marks[session.id] === undefined &&
              now >= Date.parse(session.startsAt) - OPENS_BEFORE_MS &&
              now < Date.parse(session.endsAt)
            }
            over={Date.parse(session.endsAt) <= now}
          />
        ))}
      </ol>
      {away !== null && enrolmentId !== null && (
        <LeaveDialog enrolmentId={enrolmentId} session={away} onClose={() => setAway(null)} />
      )}
      {(hidden > 0 || all) && (
        <div className="mt-2">
          <Button variant="quiet" icon={all ? "up" : "down"} onClick={() => setAll(!all)}>
            {all ? "收起" : `看全部 ${sessions.length} 节课`}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  session: Session;
  mark: Marks[string] | undefined;
  open: boolean;
  over: boolean;
  leave: Leave | undefined;
  onLeave?: () => void;
}

function Row({ session, mark, open, over, leave, onLeave }: RowProps): ReactElement {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-3">
      <div className={session.cancelled ? "text-ink-3" : undefined}>
        <p className="num text-sm text-ink-2">
          {over ? `${dateOf(session.startsAt)} ${timeOf(session.startsAt)}` : dayWords(session.startsAt)}–
          {timeOf(session.endsAt)}
        </p>
        <p className={session.cancelled ? "line-through" : "font-medium"}>
          {session.topic}
          {session.practice && <span className="ml-1.5 text-sm font-normal text-accent">实操</span>}
        </p>
        <p className="text-sm text-ink-3">
          {session.cancelled
            ? `已取消${session.cancelledBecause === null ? "" : `：${session.cancelledBecause}`}`
            : `${session.room} · ${session.teacher} · ${session.hours} 课时`}
        </p>
      </div>
      <div className="text-right">
        {mark && attendanceMarks.has(mark.mark) ? (
          <>
            <StatusMark kind={kinds[mark.mark] ?? "done"}>{attendanceMarks.label(mark.mark)}</StatusMark>
            <span className="num block text-sm text-ink-3">计 {formatNumber(mark.creditedHours)} 课时</span>
          </>
        ) : open ? (
          <Button to={`/my/sign-in/${session.id}`} icon="scan">
            签到
          </Button>
        ) : session.cancelled ? null : leave !== undefined && !over ? (
          <>
            <StatusMark kind={stateKind("leave-request", leave.state)}>{leave.stateLabel}</StatusMark>
            {leave.answer !== null && <span className="block text-sm text-ink-3">{leave.answer}</span>}
          </>
        ) : !over && onLeave !== undefined ? (
          <Button variant="quiet" onClick={onLeave}>
            请假
          </Button>
        ) : (
          <span className="text-sm text-ink-3">{over ? "没有记录" : "还没上"}</span>
        )}
      </div>
    </li>
  );
}
