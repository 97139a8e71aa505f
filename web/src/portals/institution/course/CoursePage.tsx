import { api } from "../../../api/api.ts";
import { findOccupation } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { courseStates } from "../CoursesPage.tsx";
import { LessonCaptions } from "./LessonCaptions.tsx";
import { LessonChecks } from "./LessonChecks.tsx";
import { LessonList } from "./LessonList.tsx";
import { LessonPreview } from "./LessonPreview.tsx";
import { LessonUploadDialog } from "./LessonUploadDialog.tsx";
import { courseRefresh } from "./refresh.ts";
import { QuizDialog } from "./QuizDialog.tsx";

/** A draft course: its lessons on the left, the learner's view on the right. */
export default function CoursePage(): ReactElement {
  const { id = "" } = useParams();
  const course = useApi(api.courses.show, { params: { id } });
  const [dialog, setDialog] = useState<"video" | "document" | "quiz" | "publish" | "retire" | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const tell = useToast();
  const arrange = useChange(api.courses.arrange, { refresh: courseRefresh });
  const setState = useChange(api.courses.publish, {
    refresh: courseRefresh,
    onSuccess: () => {
      tell(dialog === "publish" ? "课程已发布，可以配给培训班" : "课程已停用");
      setDialog(null);
    },
  });
  return (
    <QueryView query={course} lines={10}>
      {(data) => {
        const draft = data.state === "draft";
        const lesson = data.lessons.find((one) => one.id === shown) ?? data.lessons[0];
        return (
          <StaffPage
            title={data.title}
            intro={
              <p className="flex flex-wrap items-center gap-x-4">
                <Link to="/institution/courses" className="text-accent underline underline-offset-3">
                  网上课程
                </Link>
                <StatusMark kind={courseStates[data.state].kind}>{courseStates[data.state].word}</StatusMark>
                <span>
                  {data.occupation === null ? "通用" : (findOccupation(data.occupation)?.name ?? data.occupation)}
                </span>
                {data.qualityModule && <span>含通用素质内容</span>}
              </p>
            }
            actions={
              draft ? (
                <>
                  <Button variant="secondary" icon="upload" onClick={() => setDialog("video")}>
                    上传视频
                  </Button>
                  <Button variant="secondary" icon="file" onClick={() => setDialog("document")}>
                    上传文档
                  </Button>
                  <Button variant="secondary" icon="check" onClick={() => setDialog("quiz")}>
                    添加练习
                  </Button>
                  <Button disabled={data.lessons.length === 0} onClick={() => setDialog("publish")}>
                    发布课程
                  </Button>
                </>
              ) : data.state === "published" ? (
                <Button variant="secondary" onClick={() => setDialog("retire")}>
                  停用课程
                </Button>
              ) : undefined
            }
          >
            {data.summary !== "" && <p className="max-w-(--measure) text-ink-2">{data.summary}</p>}
            {!draft && (
              <Notice>
                课程{courseStates[data.state].word}
                ，课件不能再改动：学员看的和计入课时的必须是同一份。要改请新建课程；随堂提问和字幕可以随时改。
              </Notice>
            )}
            <ErrorNotice error={arrange.error} />
            <div className="grid gap-4 xl:grid-cols-[30rem_1fr]">
              <Card title="课件" action={<span className="num text-ink-2">{data.lessons.length} 个</span>}>
                <LessonList
                  lessons={data.lessons}
                  current={lesson?.id}
                  onOpen={setShown}
                  onArrange={draft ? (lessonIds) => arrange.mutate({ params: { id }, body: { lessonIds } }) : undefined}
                />
              </Card>
              {lesson !== undefined && (
                <Card title={`预览：${lesson.title}`}>
                  <LessonPreview key={lesson.id} lesson={lesson} />
                  <LessonCaptions lesson={lesson} open={data.state !== "retired"} />
                  <LessonChecks lesson={lesson} open={data.state !== "retired"} />
                </Card>
              )}
            </div>
            <Card title="用在哪些班">
              {data.classes.length === 0 ? (
                <p className="text-ink-2">还没有班用这门课程。发布后在培训班的“课程”里选择。</p>
              ) : (
                <ul className="divide-y divide-line border-y border-line">
                  {data.classes.map((one) => (
                    <li key={one.id} className="flex gap-4 py-1.5">
                      <span className="num text-ink-2">{one.number}</span>
                      <Link
                        to={`/institution/classes/${one.id}/courses`}
                        className="text-accent underline underline-offset-3"
                      >
                        {one.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            {(dialog === "video" || dialog === "document") && (
              <LessonUploadDialog courseId={id} kind={dialog} onClose={() => setDialog(null)} />
            )}
            {dialog === "quiz" && <QuizDialog courseId={id} onClose={() => setDialog(null)} />}
            <ConfirmSheet
              open={dialog === "publish" || dialog === "retire"}
              onClose={() => setDialog(null)}
              title={dialog === "publish" ? `发布“${data.title}”` : `停用“${data.title}”`}
              consequences={
                dialog === "publish"
                  ? [`${data.lessons.length} 个课件就此定下，不能再增删或调换顺序。`, "可以配给本单位的培训班。"]
                  : ["不能再配给新的班。", "已经在用的班和学员已计入的课时不受影响。"]
              }
              action={dialog === "publish" ? "发布课程" : "停用课程"}
              onConfirm={() =>
                setState.mutate({
                  params: { id },
                  body: { state: dialog === "publish" ? "published" : "retired" },
                })
              }
              busy={setState.isPending}
              error={setState.error}
            />
          </StaffPage>
        );
      }}
    </QueryView>
  );
}
