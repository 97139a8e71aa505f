import { api } from "../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { download } from "../../api/download.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { ElderFold } from "../../kit/ElderFold.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { dateOf, formatPeriod } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { CompletionRule } from "../../features/classes/CompletionRule.tsx";
import { ClaimLine } from "./claims/ClaimLine.tsx";
import { Letters } from "../../features/classes/Letters.tsx";
import { ClassFeedback } from "./class/ClassFeedback.tsx";
import { ClassNotices } from "./class/ClassNotices.tsx";
import { HoursBar } from "./class/HoursBar.tsx";
import { LessonList } from "./class/LessonList.tsx";
import { SessionList } from "./class/SessionList.tsx";
import { WithdrawDialog } from "./class/WithdrawDialog.tsx";
import type { OwnClass } from "./class/own-class.ts";

/** A class as its learner sees it: hours, timetable with own marks, lessons, exam, certificate, subsidy. */
export default function ClassPage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.myClasses.page, { params: { id } });
  const [leaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const found = query.data;
  const mayLeave = found !== undefined && (found.enrolment === "applied" || found.enrolment === "enrolled");
  return (
    <Page
      title={found?.class.name ?? "我的班级"}
      intro={found && `${found.class.institution} · ${found.enrolmentLabel}`}
      back={{ to: "/my/classes", title: "我的班级" }}
      width="wide"
      action={<ReadAloud />}
    >
      <QueryView query={query} lines={10}>
        {({ class: shared, ...own }) => (
          <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[3fr_2fr] lg:items-start">
            <div className="grid gap-6">
              <Card title="学时">
                <HoursBar hours={own.hours} />
                <div className="mt-3">
                  <CompletionRule classId={shared.classId} />
                </div>
              </Card>
              {shared.lessons.length > 0 && (
                <Card
                  title="网上课程"
                  action={
                    <span className="num text-sm text-ink-2">
                      学完 {shared.lessons.filter((lesson) => own.progress[lesson.id]?.done).length} /{" "}
                      {shared.lessons.length}
                    </span>
                  }
                >
                  <LessonList
                    classId={shared.classId}
                    lessons={shared.lessons}
                    progress={own.progress}
                    open={shared.state === "running" && own.enrolment === "enrolled"}
                  />
                </Card>
              )}
              <Card title="课表和我的出勤">
                <SessionList
                  sessions={shared.sessions}
                  marks={own.marks}
                  enrolmentId={own.enrolment === "enrolled" ? own.enrolmentId : null}
                  running={shared.state === "running" && own.enrolment === "enrolled"}
                />
              </Card>
            </div>
            <div className="grid gap-6">
              <ClassNotices enrolmentId={own.enrolmentId} />
              <ElderFold label="看考试、证书和班级信息">
                <Exams exams={shared.exams} results={own.results} />
                {own.certificates.length > 0 && (
                  <Card title="证书">
                    {error !== null && <ErrorNotice error={error} />}
                    <ul className="divide-y divide-line">
                      {own.certificates.map((one) => (
                        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
                          <span>
                            <span className="num block font-medium break-all">{one.serial}</span>
                            <span className="num text-sm text-ink-2">
                              {certificateKinds.has(one.kind) && certificateKinds.label(one.kind)} {one.issuedOn} 发证
                            </span>
                          </span>
                          <Button
                            variant="secondary"
                            icon="download"
                            onClick={() => {
                              setError(null);
                              download(`/api/v1/certificates/${one.id}/pdf`, {}, `${one.serial}.pdf`).catch(setError);
                            }}
                          >
                            {one.kind === "completion" ? "下载证书" : "下载查询单"}
                          </Button>
                        </li>
                      ))}
                    </ul>
                  </Card>
                )}
                {own.claims.length > 0 && (
                  <Card title="这个班的补贴">
                    <ul className="-mx-2 divide-y divide-line">
                      {own.claims.map((claim) => (
                        <ClaimLine
                          key={claim.id}
                          id={claim.id}
                          title={claim.title}
                          madeBy={claim.madeBy}
                          state={claim.state}
                          stateLabel={claim.stateLabel}
                          fen={claim.amountFen}
                          on={claim.number}
                        />
                      ))}
                    </ul>
                  </Card>
                )}
                {(shared.state === "completed" || shared.state === "closed") && (
                  <ClassFeedback enrolmentId={own.enrolmentId} className={shared.name} />
                )}
                <Card title="问老师">
                  <Letters enrolmentId={own.enrolmentId} />
                </Card>
                <Card title="班级信息">
                  <FactList
                    columns={1}
                    facts={[
                      { label: "工种", value: `${shared.occupationName}（${shared.levelLabel}）` },
                      {
                        label: "时间",
                        value: <span className="num">{formatPeriod(shared.startsOn, shared.endsOn)}</span>,
                      },
                      { label: "地点", value: shared.address },
                      { label: "按哪一类补贴", value: shared.benefitLabel },
                      { label: "班号", value: <span className="num">{shared.number}</span> },
                      { label: "状态", value: shared.stateLabel },
                    ]}
                  />
                  {mayLeave && (
                    <div className="mt-4 border-t border-line pt-3">
                      <Button variant="danger" onClick={() => setLeaving(true)}>
                        退出这个班
                      </Button>
                    </div>
                  )}
                </Card>
              </ElderFold>
            </div>
            {leaving && (
              <WithdrawDialog
                enrolmentId={own.enrolmentId}
                name={shared.name}
                started={shared.state === "running"}
                onClose={() => setLeaving(false)}
              />
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Exams({ exams, results }: { exams: OwnClass["class"]["exams"]; results: OwnClass["results"] }): ReactElement {
  return (
    <Card title="考核">
      {exams.length === 0 ? (
        <p className="text-ink-2">还没有安排考核，学时满了以后由机构安排。</p>
      ) : (
        <ul className="divide-y divide-line">
          {exams.map((exam) => {
            const { score = null, passed = null } = results[exam.id] ?? {};
            return (
              <li key={exam.id} className="flex items-center justify-between gap-4 py-2">
                <span>
                  <span className="block font-medium">{exam.kind === "completion" ? "结业考核" : "技能评价考试"}</span>
                  <span className="num text-sm text-ink-2">
                    {exam.heldOn}，{exam.passScore} 分合格
                  </span>
                </span>
                {passed === null ? (
                  <span className="text-ink-2">{exam.heldOn > dateOf(new Date()) ? "还没考" : "等成绩"}</span>
                ) : (
                  <span className={passed ? "text-right text-accent" : "text-right text-refuse"}>
                    <span className="num block text-2xl font-semibold">{score ?? "缺考"}</span>
                    <span className="text-sm">{passed ? "合格" : "不合格"}</span>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
