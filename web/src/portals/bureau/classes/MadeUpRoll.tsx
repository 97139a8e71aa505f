import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { cx } from "../../../kit/cx.ts";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { attendanceMarks, type AttendanceMark } from "../../../features/classes/attendance-marks.ts";
import type { ClassChange } from "../../../features/classes/class-change.ts";
import { EvidenceFile } from "../EvidenceFile.tsx";

interface Roll {
  sessionId: string;
  mediaType: string;
  marks: { enrolmentId: string; mark: AttendanceMark; minutes?: number }[];
}

/** A roll made up from the signed sheet: the sheet beside each mark as it is and as it would be. */
export function MadeUpRoll({ change }: { change: ClassChange }): ReactElement {
  const { sessionId, mediaType, marks } = change.content as unknown as Roll;
  const attendance = useApi(api.attendance.ofSession, { params: { id: sessionId } });
  const sessions = useApi(api.timetable.list, { params: { id: change.classId } });
  const session = sessions.data?.sessions.find(({ id }) => id === sessionId);
  const wanted = new Map(marks.map((each) => [each.enrolmentId, each]));
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <section>
        <h3 className="mb-1 text-lg font-semibold">纸质签到表</h3>
        <EvidenceFile url={`/api/v1/class-changes/${change.id}/sheet`} name="签到表" mediaType={mediaType} />
      </section>
      <section>
        <h3 className="mb-1 text-lg font-semibold">补记 {marks.length} 人</h3>
        {session !== undefined && (
          <p className="num mb-2 text-ink-2">
            {dateOf(session.startsAt)} {timeOf(session.startsAt)}–{timeOf(session.endsAt)}　{session.topic}
          </p>
        )}
        <QueryView query={attendance} lines={6}>
          {(data) => (
            <ul className="divide-y divide-line border-y border-line">
              {data.learners.flatMap((learner) => {
                const given = wanted.get(learner.enrolmentId);
                if (given === undefined) return [];
                const now = learner.mark === null ? "没有记录" : attendanceMarks[learner.mark as AttendanceMark].word;
                const then = attendanceMarks[given.mark].word;
                return [
                  <li key={learner.enrolmentId} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                    <span>{learner.name}</span>
                    <span className={cx("num", now === then && "text-ink-3")}>
                      {now} → <strong className="font-semibold">{then}</strong>
                      {given.minutes !== undefined && ` ${given.minutes} 分钟`}
                    </span>
                  </li>,
                ];
              })}
            </ul>
          )}
        </QueryView>
      </section>
    </div>
  );
}
