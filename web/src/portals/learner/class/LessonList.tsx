import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatSeconds } from "../../../kit/format.ts";
import { Icon, type IconName } from "../../../kit/Icon.tsx";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { OwnClass } from "./own-class.ts";

const icons: Readonly<Record<string, IconName>> = { video: "play", document: "file", quiz: "check" };
const kinds: Readonly<Record<string, string>> = { video: "视频", document: "阅读", quiz: "练习" };

interface LessonListProps {
  classId: string;
  lessons: OwnClass["class"]["lessons"];
  progress: OwnClass["progress"];
  /** Time still counts: the class runs and the person is enrolled. */
  open: boolean;
}

/** Lessons of a class by course, each with progress; read-only once the class is over. */
export function LessonList({ classId, lessons, progress, open }: LessonListProps): ReactElement {
  const courses = Object.entries(Object.groupBy(lessons, (lesson) => lesson.course));
  return (
    <div className="grid gap-4">
      {courses.map(([course, list = []]) => (
        <section key={course}>
          <h3 className="mb-1 text-sm text-ink-2">{course}</h3>
          <ol className="divide-y divide-line border-y border-line">
            {list.map((lesson) => {
              const { creditedMs = 0, done = false } = progress[lesson.id] ?? {};
              return (
                <li
                  key={lesson.id}
                  className="group relative grid grid-cols-[auto_1fr_auto] items-center gap-x-3 py-2.5"
                >
                  <Icon name={icons[lesson.kind] ?? "file"} className="text-accent" />
                  <div>
                    {open ? (
                      <Link
                        to={`/my/classes/${classId}/lessons/${lesson.id}`}
                        className="font-medium after:absolute after:inset-0 group-hover:text-accent"
                      >
                        {lesson.title}
                      </Link>
                    ) : (
                      <span className="font-medium">{lesson.title}</span>
                    )}
                    <p className="num text-sm text-ink-3">
                      {kinds[lesson.kind]}
                      {lesson.durationMs !== null &&
                        ` · ${formatSeconds(creditedMs / 1000)} / ${formatSeconds(lesson.durationMs / 1000)}`}
                    </p>
                    {lesson.durationMs !== null && !done && creditedMs > 0 && (
                      <div className="mt-1 max-w-[16em]">
                        <ProgressBar value={creditedMs} max={lesson.durationMs} label={`${lesson.title} 的进度`} />
                      </div>
                    )}
                  </div>
                  {done ? (
                    <StatusMark kind="done">学完</StatusMark>
                  ) : open ? (
                    <span className="text-accent">{creditedMs > 0 ? "继续" : "去学"}</span>
                  ) : (
                    <span className="text-sm text-ink-2">{creditedMs > 0 ? "没学完" : "没学"}</span>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}
