import type { ReactElement } from "react";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { VideoPlayer } from "../../../features/player/VideoPlayer.tsx";
import { Setback } from "./Setback.tsx";
import { useWatch } from "./use-watch.ts";
import type { Lesson } from "./lesson.ts";

/** A video: continues where the person was; the server credits the time. */
export function VideoLesson({ lesson, enrolmentId }: { lesson: Lesson; enrolmentId: string }): ReactElement {
  const watch = useWatch(lesson.id, enrolmentId);
  const { view } = watch;
  if (view === null) {
    return watch.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={watch.error} onRetry={watch.open} />;
  }
  const duration = view.durationMs / 1000;
  const furthest = view.furthestMs / 1000;
  const counted = view.check === null ? view.creditedMs / 1000 : furthest;
  return (
    <>
      {watch.error !== null && <ErrorNotice error={watch.error} onRetry={watch.open} />}
      <Setback watch={watch} />
      {view.completed && <StatusMark kind="done">这一节已学完，可以随意回看</StatusMark>}
      <VideoPlayer
        key={watch.setbacks}
        src={`/api/v1/lessons/${lesson.id}/content`}
        title={lesson.title}
        duration={duration}
        credited={counted > 0 ? [[0, counted]] : []}
        unconfirmed={counted - view.creditedMs / 1000}
        completed={view.completed}
        furthest={view.completed ? duration : furthest}
        {...(furthest < duration - 1 ? { resumeAt: furthest } : {})}
        {...(lesson.captions === null
          ? {}
          : { captions: `/api/v1/lessons/${lesson.id}/captions?version=${lesson.captions}` })}
        halted={watch.error !== null}
        onBeat={watch.beat}
        check={
          view.check === null
            ? undefined
            : {
                question: view.check.text,
                options: view.check.options,
                secondsLeft: view.check.secondsLeft,
                onAnswer: watch.answer,
                onMissed: watch.open,
              }
        }
        takenOver={watch.takenOver ? { onTakeBack: watch.open } : undefined}
      />
    </>
  );
}
