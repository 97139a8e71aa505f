import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { MadeUpRoll } from "./MadeUpRoll.tsx";
import type { ClassChange } from "../../../features/classes/class-change.ts";

interface NewSession {
  date: string;
  from: string;
  to: string;
  hours: number;
  topic: string;
}

/** Content of a change: cancelled beside new sessions, the learner who joins, or the roll and its signed sheet. */
export function ChangeContent({ change }: { change: ClassChange }): ReactElement {
  if (change.kind === "joiner") {
    return (
      <section>
        <h3 className="mb-1 text-lg font-semibold">中途入班的学员</h3>
        <p>{change.learnerName ?? "—"}</p>
        <p className="text-sm text-ink-2">批准后占用一个名额；入班前的课不补学时。</p>
      </section>
    );
  }
  if (change.kind === "attendance") return <MadeUpRoll change={change} />;
  const cancel = Array.isArray(change.content["cancel"]) ? (change.content["cancel"] as string[]) : [];
  const added = Array.isArray(change.content["sessions"]) ? (change.content["sessions"] as NewSession[]) : [];
  const against = Array.isArray(change.content["against"]) ? (change.content["against"] as string[]) : [];
  return (
    <div className="grid gap-5 md:grid-cols-2">
      {against.length > 0 && (
        <section className="md:col-span-2">
          <h3 className="mb-1 text-lg font-semibold text-refuse">变更后不符合开班要求</h3>
          <ul className="list-disc pl-5">
            {against.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="mb-1 text-lg font-semibold">取消 {cancel.length} 节</h3>
        <Cancelled classId={change.classId} ids={cancel} />
      </section>
      <section>
        <h3 className="mb-1 text-lg font-semibold">增加 {added.length} 节</h3>
        <ul className="divide-y divide-line border-y border-line">
          {added.map((session) => (
            <li key={`${session.date}${session.from}`} className="py-1.5">
              <span className="num">
                {session.date} {session.from}–{session.to}
              </span>
              <span className="block text-ink-2">
                {session.topic} · {session.hours} 课时
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Cancelled({ classId, ids }: { classId: string; ids: readonly string[] }): ReactElement {
  const sessions = useApi(api.timetable.list, { params: { id: classId } });
  return (
    <QueryView query={sessions} lines={3}>
      {(data) => (
        <ul className="divide-y divide-line border-y border-line">
          {data.sessions
            .filter((session) => ids.includes(session.id))
            .map((session) => (
              <li key={session.id} className="py-1.5">
                <span className="num">
                  {dateOf(session.startsAt)} {timeOf(session.startsAt)}–{timeOf(session.endsAt)}
                </span>
                <span className="block text-ink-2">
                  {session.topic} · {session.hours} 课时 · {session.teacherName}
                </span>
              </li>
            ))}
        </ul>
      )}
    </QueryView>
  );
}
