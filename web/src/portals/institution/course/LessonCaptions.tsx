import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { LessonCaptionsDialog } from "./LessonCaptionsDialog.tsx";
import type { Lesson } from "./course.ts";

/** Captions of a video, with an editor. */
export function LessonCaptions({ lesson, open }: { lesson: Lesson; open: boolean }): ReactElement | null {
  const [editing, setEditing] = useState(false);
  if (lesson.kind !== "video") return null;
  return (
    <section className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="font-semibold">字幕</h3>
        {open && (
          <Button variant="secondary" icon="captions" onClick={() => setEditing(true)}>
            {lesson.captions === null ? "加字幕" : "改字幕"}
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-2">
        {lesson.captions === null
          ? "还没有字幕。听力不好的学员，或在吵的地方，靠字幕听课。"
          : `第 ${lesson.captions} 版，${lesson.captionCues ?? 0} 句。学员可以开关。`}
      </p>
      {editing && <LessonCaptionsDialog lesson={lesson} onClose={() => setEditing(false)} />}
    </section>
  );
}
