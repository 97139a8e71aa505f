import type { ReactElement } from "react";
import { DocumentView } from "../../../features/player/DocumentView.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Lesson } from "./course.ts";

const questionKinds = { single: "单选", multiple: "多选", "true-false": "判断" } as const;

/** Preview of a lesson for its author; nothing watched here counts. */
export function LessonPreview({ lesson }: { lesson: Lesson }): ReactElement {
  const address = `/api/v1/lessons/${lesson.id}/content`;
  if (lesson.kind === "video") {
    return (
      <video controls preload="metadata" src={address} title={lesson.title} className="w-full rounded-md bg-stage">
        {lesson.captions !== null && (
          <track
            key={lesson.captions}
            default
            kind="captions"
            srcLang="zh"
            label="字幕"
            src={`/api/v1/lessons/${lesson.id}/captions?version=${lesson.captions}`}
          />
        )}
      </video>
    );
  }
  if (lesson.kind === "document") {
    return (
      <div className="grid gap-2">
        <div className="max-h-[36rem] overflow-y-auto rounded-md border border-line p-2">
          <DocumentView lessonId={lesson.id} title={lesson.title} />
        </div>
        <a href={address} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-3">
          在新窗口打开
        </a>
      </div>
    );
  }
  return (
    <ol className="grid gap-4">
      {lesson.quiz?.questions.map((question, index) => (
        <li key={question.text} className="border-t border-line pt-3 first:border-t-0 first:pt-0">
          <p className="font-medium">
            <span className="num">{index + 1}.</span> {question.text}
            <span className="ml-2 text-sm font-normal text-ink-2">{questionKinds[question.kind]}</span>
          </p>
          <ul className="mt-1 grid gap-0.5">
            {question.options.map((option, at) => {
              const right = question.answers.includes(at);
              return (
                <li
                  key={option}
                  className={right ? "flex items-center gap-2 font-medium text-accent" : "flex items-center gap-2"}
                >
                  <span className="grid w-5 place-items-center">
                    {right && <Icon name="check" size="1em" label="正确" />}
                  </span>
                  <span className="num">{String.fromCodePoint(65 + at)}.</span> {option}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
