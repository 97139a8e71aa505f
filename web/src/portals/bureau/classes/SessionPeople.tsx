import { api } from "../../../api/api.ts";
import { attendanceMarks } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { cx } from "../../../kit/cx.ts";
import { timeOf } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { attendanceMarks as signs } from "../../../features/classes/attendance-marks.ts";

const METHODS: Readonly<Record<string, string>> = { code: "扫码", "roll-call": "点名", correction: "更正" };

/** Marks of one session with source and time; people without one come last. */
export function SessionPeople({ sessionId }: { sessionId: string }): ReactElement {
  const people = useApi(api.attendance.ofSession, { params: { id: sessionId } }, { refetchInterval: 20_000 });
  return (
    <QueryView query={people} lines={4}>
      {(data) => (
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {data.learners
            .toSorted((a, b) => (a.at ?? "9").localeCompare(b.at ?? "9"))
            .map((learner) => {
              const mark = learner.mark !== null && attendanceMarks.has(learner.mark) ? signs[learner.mark] : null;
              return (
                <li key={learner.enrolmentId} className="flex items-baseline gap-3 border-b border-line py-1">
                  <span
                    aria-hidden
                    className={cx("grid size-5 place-items-center rounded-sm text-xs", mark?.tone ?? "text-ink-3")}
                  >
                    {mark?.sign ?? "·"}
                  </span>
                  <span className="flex-1">{learner.name}</span>
                  <span className="num text-sm text-ink-2">
                    {mark === null
                      ? "未签到"
                      : `${mark.word} ${METHODS[learner.method ?? ""] ?? ""} ${learner.at === null ? "" : timeOf(learner.at)}`}
                  </span>
                </li>
              );
            })}
        </ul>
      )}
    </QueryView>
  );
}
