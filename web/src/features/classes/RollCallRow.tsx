import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { cx } from "../../kit/cx.ts";
import { timeOf } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { attendanceMarks, methodWords, type AttendanceMark } from "./attendance-marks.ts";
import { markKeys, partly, type Given } from "./roll-call.ts";

type Learner = Output<Api["attendance"]["ofSession"]>["learners"][number];

interface RollCallRowProps {
  id: string;
  learner: Learner;
  /** Marked here, not saved yet. */
  given: Given | undefined;
  chosen: boolean;
  /** Length of the session. */
  minutes: number;
  onMark: ((given: Given) => void) | undefined;
  onFocus: () => void;
  onCorrect: (() => void) | undefined;
}

/** One learner: name, current mark, and six buttons. */
export function RollCallRow(props: RollCallRowProps): ReactElement {
  const { learner, given, chosen } = props;
  const mark = given?.mark ?? (learner.mark as AttendanceMark | null);
  return (
    <li
      id={props.id}
      className={cx(
        "grid items-center gap-x-4 gap-y-2 px-3 py-2 md:grid-cols-[14rem_1fr_auto]",
        chosen && "bg-accent-soft shadow-[inset_3px_0_0_var(--color-accent)]",
      )}
    >
      <p className="flex items-baseline justify-between gap-3 md:block">
        <span className="text-lg font-semibold">{learner.name}</span>
        <span className="num text-sm text-ink-3 md:ml-2">{learner.citizenIdMasked.slice(-6)}</span>
      </p>
      {props.onMark === undefined ? (
        <p>{mark === null ? <span className="text-ink-3">没有记录</span> : <Mark mark={mark} />}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <div
            role="group"
            aria-label={`${learner.name} 的出勤`}
            className="grid grid-cols-6 gap-1 max-md:w-full md:w-96"
          >
            {Object.entries(markKeys).map(([key, one]) => (
              <button
                key={key}
                type="button"
                aria-pressed={mark === one}
                aria-keyshortcuts={key}
                onFocus={props.onFocus}
                onClick={() => props.onMark?.({ mark: one, ...(partly(one) ? { minutes: props.minutes } : {}) })}
                className={cx(
                  "min-h-11 rounded-sm border text-sm md:min-h-8",
                  mark === one
                    ? markLook(one)
                    : "border-line bg-sheet text-ink-2 hover:border-accent hover:text-accent",
                )}
              >
                {attendanceMarks[one].word}
              </button>
            ))}
          </div>
          {given?.minutes !== undefined && (
            <span className="w-40">
              <Input
                aria-label={`${learner.name} 实际到课分钟`}
                inputMode="numeric"
                unit="分钟到课"
                value={String(given.minutes)}
                onChange={(text) =>
                  props.onMark?.({ ...given, minutes: Math.min(props.minutes, Number(text.replace(/\D/gu, ""))) })
                }
              />
            </span>
          )}
        </div>
      )}
      <p className="num flex items-center gap-3 text-sm text-ink-2 md:justify-end">
        {given !== undefined ? (
          <span className="font-medium text-turn">未保存</span>
        ) : learner.at !== null ? (
          <span>
            {methodWords[learner.method ?? ""] ?? learner.method} {timeOf(learner.at)}
            {learner.log.length > 1 && `，改过 ${learner.log.length - 1} 次`}
          </span>
        ) : (
          <span>未到</span>
        )}
        {props.onCorrect !== undefined && (
          <button
            type="button"
            onClick={props.onCorrect}
            aria-label={`更正 ${learner.name} 的出勤`}
            className="min-h-8 text-accent underline underline-offset-3"
          >
            更正
          </button>
        )}
      </p>
    </li>
  );
}

function Mark({ mark }: { mark: AttendanceMark }): ReactElement {
  const look = attendanceMarks[mark];
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={cx("grid size-7 place-items-center rounded-sm text-sm", look.tone)}>
        {look.sign}
      </span>
      {look.word}
    </span>
  );
}

function markLook(mark: AttendanceMark): string {
  if (mark === "present") return "border-accent bg-accent font-semibold text-on-accent";
  if (mark === "absent") return "border-refuse bg-refuse font-semibold text-on-accent";
  return "border-turn bg-turn font-semibold text-on-accent";
}
