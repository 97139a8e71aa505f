import { useEffect, useRef, useState, type ReactElement } from "react";
import { keepOnDevice } from "../../../api/kept.ts";
import { NetworkError } from "../../../api/problem.ts";
import { download } from "../../../api/download.ts";
import { Button } from "../../../kit/Button.tsx";
import { DocumentView } from "../../../features/player/DocumentView.tsx";
import { WatchedBar } from "../../../features/player/WatchedBar.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { PresenceCheck } from "../../../features/player/PresenceCheck.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Setback } from "./Setback.tsx";
import { useWatch } from "./use-watch.ts";
import type { Lesson } from "./lesson.ts";

const BEAT_SECONDS = 10;

/** A document: time while it is open and visible counts, up to its reading time. */
export function DocumentLesson({ lesson, enrolmentId }: { lesson: Lesson; enrolmentId: string }): ReactElement {
  const watch = useWatch(lesson.id, enrolmentId);
  const { view, beat } = watch;
  const [error, setError] = useState<unknown>(null);
  const place = useRef(0);
  const stopped = view === null || view.completed || view.check !== null || watch.takenOver;

  useEffect(() => {
    if (view !== null) place.current = view.furthestMs / 1000;
  }, [view]);
  useEffect(() => {
    if (stopped) return undefined;
    let seen = 0;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") seen += 1;
      if (seen < BEAT_SECONDS) return;
      seen = 0;
      beat([{ from: place.current, to: place.current + BEAT_SECONDS, rate: 1, visible: true }]);
      place.current += BEAT_SECONDS;
    }, 1000);
    return () => clearInterval(timer);
  }, [stopped, beat]);

  const content = `/api/v1/lessons/${lesson.id}/content`;
  useEffect(() => keepOnDevice([`/api/v1/lessons/${lesson.id}/text`, content]), [lesson.id, content]);

  if (view === null && watch.error instanceof NetworkError)
    return (
      <>
        <Notice
          tone="turn"
          title="没有网络，现在看不计学时"
          action={<Button onClick={watch.open}>连上了，开始计时</Button>}
        >
          打开过的读物存在这台手机上，可以先看。
        </Notice>
        <DocumentView lessonId={lesson.id} title={lesson.title} />
      </>
    );
  if (view === null) {
    return watch.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={watch.error} onRetry={watch.open} />;
  }
  const duration = view.durationMs / 1000;
  return (
    <>
      {watch.error !== null && <ErrorNotice error={watch.error} onRetry={watch.open} />}
      {error !== null && <ErrorNotice error={error} />}
      {watch.takenOver && (
        <Notice tone="turn" title="已在另一处继续学习" action={<Button onClick={watch.open}>改回在这里学</Button>}>
          这里停止计时，已计入的时长不受影响。
        </Notice>
      )}
      {view.check !== null && (
        <div
          role="alertdialog"
          aria-label="学习确认"
          className="fixed inset-x-0 bottom-0 z-40 border-t-4 border-turn bg-sheet px-4 pt-5 pb-8 text-center shadow-float"
        >
          <div className="mx-auto max-w-[26em]">
            <PresenceCheck
              check={{
                question: view.check.text,
                options: view.check.options,
                secondsLeft: view.check.secondsLeft,
                onAnswer: watch.answer,
                onMissed: watch.open,
              }}
            />
          </div>
        </div>
      )}
      <Setback watch={watch} />
      <div className="grid gap-2">
        {view.completed ? (
          <StatusMark kind="done">这一节已学完</StatusMark>
        ) : (
          <p className="text-sm text-ink-2">
            开着这一页就在计时，切到别的页面会停下。中间会问一两个问题，看看您在不在。
          </p>
        )}
        <WatchedBar intervals={view.creditedMs > 0 ? [[0, view.creditedMs / 1000]] : []} duration={duration} />
      </div>
      <DocumentView lessonId={lesson.id} title={lesson.title} />
      <div>
        <Button
          variant="secondary"
          icon="download"
          onClick={() => {
            setError(null);
            download(content, {}, `${lesson.title}.pdf`).catch(setError);
          }}
        >
          下载这份读物
        </Button>
      </div>
    </>
  );
}
