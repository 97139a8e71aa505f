import type { ReactElement } from "react";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatBytes, formatSeconds } from "../../../kit/format.ts";
import { Icon, type IconName } from "../../../kit/Icon.tsx";
import type { Lesson } from "./course.ts";

const kinds: Record<Lesson["kind"], { word: string; icon: IconName }> = {
  video: { word: "视频", icon: "play" },
  document: { word: "文档", icon: "file" },
  quiz: { word: "练习", icon: "check" },
};

interface LessonListProps {
  lessons: readonly Lesson[];
  current: string | undefined;
  onOpen: (id: string) => void;
  /** The new order, or without one of them; only while the course is being written. */
  onArrange: ((lessonIds: string[]) => void) | undefined;
}

/** Lessons in their order; while written they can be moved and taken out. */
export function LessonList({ lessons, current, onOpen, onArrange }: LessonListProps): ReactElement {
  if (lessons.length === 0) return <Empty title="还没有课件">上传视频、文档，或添加随堂练习。</Empty>;
  const ids = lessons.map((lesson) => lesson.id);
  const swap = (index: number, other: number) => {
    const next = [...ids];
    [next[index], next[other]] = [next[other] ?? "", next[index] ?? ""];
    onArrange?.(next);
  };
  return (
    <ol className="divide-y divide-line border-y border-line">
      {lessons.map((lesson, index) => (
        <li key={lesson.id} className={cx("flex items-center gap-2 py-1.5", lesson.id === current && "bg-accent-soft")}>
          <button
            type="button"
            aria-current={lesson.id === current}
            onClick={() => onOpen(lesson.id)}
            className="flex min-w-0 flex-1 items-center gap-3 px-1 text-left"
          >
            <span className="num w-5 shrink-0 text-right text-ink-3">{lesson.ordinal}</span>
            <Icon name={kinds[lesson.kind].icon} className="text-accent" />
            <span className="min-w-0">
              <span className="block truncate font-medium">{lesson.title}</span>
              <span className="num block text-sm text-ink-2">
                {kinds[lesson.kind].word}
                {lesson.durationMs !== null && ` ${formatSeconds(lesson.durationMs / 1000)}`}
                {lesson.bytes !== null && ` · ${formatBytes(lesson.bytes)}`}
                {lesson.quiz !== null && ` ${lesson.quiz.questions.length} 题，${lesson.quiz.passScore} 分通过`}
              </span>
            </span>
          </button>
          {onArrange !== undefined && (
            <span className="flex shrink-0">
              <Small
                label={`上移 ${lesson.title}`}
                icon="up"
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <Small
                label={`下移 ${lesson.title}`}
                icon="down"
                disabled={index === lessons.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <Small
                label={`去掉 ${lesson.title}`}
                icon="cross"
                onClick={() => onArrange(ids.filter((id) => id !== lesson.id))}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Small(props: { label: string; icon: IconName; onClick: () => void; disabled?: boolean }): ReactElement {
  return (
    <button
      type="button"
      aria-label={props.label}
      disabled={props.disabled === true}
      onClick={props.onClick}
      className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-paper-deep disabled:opacity-30"
    >
      <Icon name={props.icon} size="1em" />
    </button>
  );
}
