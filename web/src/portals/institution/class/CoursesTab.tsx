import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, formatNumber, formatSeconds } from "../../../kit/format.ts";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { useList } from "../../../lists/use-list.ts";
import { type SortName } from "../../../lists/use-sort.ts";
import { AttachDialog } from "./AttachDialog.tsx";
import { NoLearnerFound } from "./NoLearnerFound.tsx";
import { QuizAttempts } from "./QuizAttempts.tsx";
import { WatchMapDialog } from "./WatchMapDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import type { DataColumn } from "../../../lists/column.ts";

type Row = Output<Api["learningProgress"]["list"]>["rows"][number];

const lessonKinds = { video: "视频", document: "文档", quiz: "练习" } as const;

/** 课程: online courses of the class, and each learner's progress. */
export function CoursesTab({ training }: { training: TrainingClass }): ReactElement {
  const lessons = useApi(api.courses.ofClass, { params: { id: training.id } });
  const [filters, setFilters, bind] = useFilters(["q", "progress"]);
  const filtered = filters.q !== "" || filters.progress !== "";
  const progress = useList(api.learningProgress.list, {
    params: { id: training.id },
    usual: "seat",
    limit: 200,
    filters,
    exportAs: "网上学习进度.xlsx",
  });
  const [attaching, setAttaching] = useState(false);
  const [watching, setWatching] = useState<Row | null>(null);
  const open = ["draft", "submitted", "returned", "approved", "running"].includes(training.state);
  const columns: DataColumn<Row, SortName<Api["learningProgress"]["list"]>>[] = [
    { key: "seat", sort: "seat", title: "座号", align: "right", width: "4rem", render: (row) => row.seat },
    { key: "name", sort: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
    {
      key: "done",
      sort: "lessonsCompleted",
      title: "看完课件",
      width: "14rem",
      render: (row) => (
        <span className="flex items-center gap-3">
          <span className="block w-28">
            <ProgressBar label={`${row.name} 看完的课件`} value={row.lessonsCompleted} max={Math.max(1, row.lessons)} />
          </span>
          <span className="num">
            {row.lessonsCompleted} / {row.lessons}
          </span>
        </span>
      ),
    },
    {
      key: "hours",
      sort: "onlineHours",
      title: "计入课时",
      align: "right",
      render: (row) => <span className="num">{formatNumber(row.onlineHours)}</span>,
    },
    { key: "quiz", title: "通过练习", align: "right", render: (row) => row.quizzesPassed },
    {
      key: "missed",
      title: "错过抽查",
      align: "right",
      render: (row) => (row.checksMissed > 0 ? <span className="text-turn">{row.checksMissed}</span> : 0),
    },
    {
      key: "last",
      sort: "lastAt",
      title: "最近学习",
      render: (row) => <span className="num">{row.lastAt === null ? "还没有开始" : formatInstant(row.lastAt)}</span>,
    },
    {
      key: "act",
      title: "依据",
      render: (row) => (
        <RowAct label={`${row.name} 的观看记录`} onClick={() => setWatching(row)}>
          观看记录
        </RowAct>
      ),
    },
  ];
  return (
    <div className="grid gap-4">
      <QueryView query={lessons} lines={4}>
        {(data) => (
          <Card
            title="这个班的网上课程"
            action={
              open && (
                <Button variant="secondary" onClick={() => setAttaching(true)}>
                  选择课程
                </Button>
              )
            }
          >
            {data.courses.length === 0 ? (
              <Empty title="没有配网上课程">
                {open ? (
                  <>
                    先在
                    <Link to="/institution/courses" className="text-accent underline underline-offset-3">
                      网上课程
                    </Link>
                    里做好并发布，再在这里选择。
                  </>
                ) : (
                  "这个班只有面授。"
                )}
              </Empty>
            ) : (
              <>
                <p className="num mb-3 text-ink-2">
                  网上课时最多计入 {formatNumber(data.countedLimit)} 课时，由系统按实际观看时间计算。
                </p>
                <ul className="grid gap-3 lg:grid-cols-2">
                  {data.courses.map((course) => (
                    <li key={course.id} className="rounded-md border border-line p-3">
                      <Link
                        to={`/institution/courses/${course.id}`}
                        className="font-semibold underline-offset-4 hover:text-accent hover:underline"
                      >
                        {course.title}
                      </Link>
                      <ol className="num mt-1 grid gap-0.5 text-sm text-ink-2">
                        {course.lessons.map((lesson) => (
                          <li key={lesson.id} className="flex justify-between gap-4">
                            <span>
                              {lesson.ordinal}. {lesson.title}
                            </span>
                            <span className="shrink-0">
                              {lessonKinds[lesson.kind]}
                              {lesson.durationMs !== null && ` ${formatSeconds(lesson.durationMs / 1000)}`}
                            </span>
                          </li>
                        ))}
                      </ol>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {attaching && (
              <AttachDialog
                classId={training.id}
                attached={data.courses.map((course) => course.id)}
                onClose={() => setAttaching(false)}
              />
            )}
          </Card>
        )}
      </QueryView>
      <QuizAttempts classId={training.id} open={training.state === "running"} />
      <DataTable
        id="class-learning"
        caption="网上学习进度"
        unit="人"
        columns={columns}
        {...progress}
        rowKey={(row) => row.enrolmentId}
        filters={
          <>
            <h2 className="font-semibold max-sm:w-full">学员进度</h2>
            <WordsFilter label="姓名中的字" {...bind("q")} />
            <Filter
              label="进度"
              {...bind("progress")}
              choices={[
                { value: "none", label: "还没有开始" },
                { value: "some", label: "没有看完" },
                { value: "all", label: "课件看完" },
              ]}
            />
          </>
        }
        empty={
          filtered ? (
            <NoLearnerFound by="进度" onReset={() => setFilters({ q: "", progress: "" })} />
          ) : (
            <Empty title="名册上还没有人">学员入册、课程配好后，这里逐人显示进度。</Empty>
          )
        }
      />
      {watching !== null && (
        <WatchMapDialog enrolmentId={watching.enrolmentId} name={watching.name} onClose={() => setWatching(null)} />
      )}
    </div>
  );
}
