import { api } from "../../api/api.ts";
import { type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { DocumentLesson } from "./lesson/DocumentLesson.tsx";
import { QuizLesson } from "./lesson/QuizLesson.tsx";
import { VideoLesson } from "./lesson/VideoLesson.tsx";
import type { Lesson } from "./lesson/lesson.ts";

/** One lesson of a class: a video, a document, or a quiz; with a link to the next. */
export default function LessonPage(): ReactElement {
  const { id = "", lessonId = "" } = useParams();
  const query = useApi(api.courses.ofClass, { params: { id } });
  const lessons = query.data?.courses.flatMap((course) => course.lessons) ?? [];
  const index = lessons.findIndex((one) => one.id === lessonId);
  const lesson = lessons[index];
  const next = lessons[index + 1];
  const back = { to: `/my/classes/${id}`, title: "班级" };
  return (
    <Page
      title={lesson?.title ?? "网上课程"}
      intro={lesson && `第 ${index + 1} 节，共 ${lessons.length} 节`}
      back={back}
    >
      <QueryView query={query} lines={6}>
        {({ enrolmentId }) =>
          lesson === undefined || enrolmentId === null ? (
            <Empty title="没有这一节" action={<Button to={back.to}>回到班级</Button>}>
              课程可能调整过了，请从班级页重新进入。
            </Empty>
          ) : (
            <>
              <Player key={lesson.id} lesson={lesson} enrolmentId={enrolmentId} />
              {next !== undefined && (
                <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
                  <p>
                    <span className="text-sm text-ink-3">下一节</span>
                    <span className="block font-medium">{next.title}</span>
                  </p>
                  <Button variant="secondary" to={`/my/classes/${id}/lessons/${next.id}`}>
                    学下一节
                  </Button>
                </div>
              )}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Player({ lesson, enrolmentId }: { lesson: Lesson; enrolmentId: string }): ReactElement {
  switch (lesson.kind) {
    case "video":
      return <VideoLesson lesson={lesson} enrolmentId={enrolmentId} />;
    case "document":
      return <DocumentLesson lesson={lesson} enrolmentId={enrolmentId} />;
    case "quiz":
      return <QuizLesson lessonId={lesson.id} enrolmentId={enrolmentId} />;
  }
}
