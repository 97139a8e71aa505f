import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { formatSeconds } from "../../../kit/format.ts";
import { LessonChecksDialog } from "./LessonChecksDialog.tsx";
import type { Lesson } from "./course.ts";

/** Check questions of a lesson, with an editor. */
export function LessonChecks({ lesson, open }: { lesson: Lesson; open: boolean }): ReactElement | null {
  const [editing, setEditing] = useState(false);
  if (lesson.kind === "quiz") return null;
  return (
    <section className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="font-semibold">随堂提问</h3>
        {open && (
          <Button variant="secondary" icon="text" onClick={() => setEditing(true)}>
            {lesson.checks.length === 0 ? "写提问" : "改提问"}
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-2">
        学员看到一半，系统会问一个问题确认人在。写了提问就问刚讲过的内容；没写的，请学员从四个词里点出指定的一个。
      </p>
      {lesson.checks.length > 0 && (
        <ol className="mt-2 divide-y divide-line border-y border-line">
          {lesson.checks.map((check) => (
            <li key={check.text} className="flex gap-4 py-1.5">
              <span className="num w-14 shrink-0 text-ink-2">{formatSeconds(check.atMs / 1000)}</span>
              <span>
                {check.text}
                <span className="block text-sm text-ink-2">答案：{check.options[check.answer]}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {editing && <LessonChecksDialog lesson={lesson} onClose={() => setEditing(false)} />}
    </section>
  );
}
