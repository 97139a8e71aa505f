import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { phaseOf } from "../../../features/homes/TodaySessions.tsx";
import { today, weekdayOf } from "../../../kit/today.ts";
import { useNow } from "../../../kit/use-now.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ExportButton } from "../../../lists/ExportButton.tsx";
import { CorrectionDialog, type Correction } from "./CorrectionDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import { ClassGrid, type ClassAttendance } from "../../../features/classes/ClassGrid.tsx";

/** 签到: sessions with sign-in, and the attendance grid; a past session's cell opens its correction. */
export function AttendanceTab({ training }: { training: TrainingClass }): ReactElement {
  const grid = useApi(api.attendance.ofClass, { params: { id: training.id } });
  const [correcting, setCorrecting] = useState<Correction | null>(null);
  const running = training.state === "running";
  return (
    <QueryView query={grid} lines={10}>
      {(data) =>
        data.sessions.length === 0 ? (
          <Empty title="还没有课表">排好课、开班后，每节课的签到从这里打开。</Empty>
        ) : (
          <div className="grid gap-4 xl:grid-cols-[21rem_1fr]">
            <Sessions grid={data} training={training} />
            <Card
              title="考勤表"
              action={
                <span className="flex flex-wrap gap-2">
                  <Button variant="secondary" icon="print" to={`/institution/classes/${training.id}/print/sign-in`}>
                    打印签到表
                  </Button>
                  <ExportButton
                    target={{
                      path: `/api/v1/classes/${training.id}/attendance/export`,
                      name: `考勤表-${training.number}.xlsx`,
                    }}
                  />
                </span>
              }
            >
              {data.learners.length === 0 ? (
                <Empty title="名册上还没有人">确认报名或导入名册后，这里逐人逐课显示出勤。</Empty>
              ) : (
                <>
                  {running && (
                    <p className="mb-2 text-ink-2">
                      点已下课的格子可以更正，须写理由；整节课漏点的，打开那节课按纸质签到表补记。原来的记录保留。
                    </p>
                  )}
                  <ClassGrid
                    grid={data}
                    caption={`${training.name} 考勤表`}
                    {...(running
                      ? {
                          onCell: (row, session) => {
                            const found = data.sessions.find((one) => one.id === session.id);
                            if (found?.over !== true) return;
                            setCorrecting({
                              sessionId: session.id,
                              enrolmentId: row.id,
                              name: row.name,
                              when: `${session.date} ${session.time}`,
                              topic: found.topic,
                              minutes: Math.round((Date.parse(found.endsAt) - Date.parse(found.startsAt)) / 60_000),
                            });
                          },
                        }
                      : {})}
                  />
                </>
              )}
            </Card>
            {correcting !== null && <CorrectionDialog correction={correcting} onClose={() => setCorrecting(null)} />}
          </div>
        )
      }
    </QueryView>
  );
}

function Sessions({ grid, training }: { grid: ClassAttendance; training: TrainingClass }): ReactElement {
  const now = useNow();
  const day = today();
  const came = (index: number) =>
    grid.learners.filter((learner) => ["present", "late", "left-early"].includes(learner.marks[index]?.mark ?? ""))
      .length;
  return (
    <Card title="课次" className="xl:self-start">
      <ol
        className="max-h-[34rem] divide-y divide-line overflow-y-auto border-y border-line"
        tabIndex={0}
        aria-label="课次"
      >
        {grid.sessions.map((session, index) => {
          const phase = phaseOf(session, now);
          const isToday = dateOf(session.startsAt) === day;
          return (
            <li
              key={session.id}
              className={cx("flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 pr-1", isToday && "bg-turn-soft pl-2")}
            >
              <span className="num w-30 shrink-0">
                {dateOf(session.startsAt).slice(5)} {weekdayOf(dateOf(session.startsAt))} {timeOf(session.startsAt)}
              </span>
              <span className="min-w-0 flex-1 basis-24 truncate text-ink-2" title={session.topic}>
                {session.topic}
              </span>
              {training.state === "running" && phase === "now" && (
                <Button
                  icon="qr"
                  to={`/institution/sessions/${training.id}/${session.id}/screen`}
                  label={`打开 ${timeOf(session.startsAt)} 的签到码`}
                >
                  签到码
                </Button>
              )}
              <Link
                to={`/institution/sessions/${training.id}/${session.id}/roll-call`}
                className="num text-accent underline underline-offset-3"
                aria-label={`${dateOf(session.startsAt)} ${timeOf(session.startsAt)} 的出勤`}
              >
                {phase === "before" ? "未上课" : `${came(index)} / ${grid.learners.length}`}
              </Link>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
