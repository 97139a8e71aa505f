import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ExportButton } from "../../../lists/ExportButton.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { ClassOddEvidence } from "../claims/OddEvidence.tsx";
import { classFacts } from "./class-facts.tsx";
import { ChecksList } from "./ChecksList.tsx";
import { CompletionRule } from "../../../features/classes/CompletionRule.tsx";
import { ClassOutlook } from "../../../features/classes/ClassOutlook.tsx";
import { ClassGrid } from "../../../features/classes/ClassGrid.tsx";
import { ClassHistory } from "./ClassHistory.tsx";
import { ClassMoney } from "./ClassMoney.tsx";
import { LearningTable } from "./LearningTable.tsx";
import { PlanText } from "./PlanText.tsx";
import { RosterTable } from "./RosterTable.tsx";
import { SuspendDialog } from "./SuspendDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import { TimetableList } from "./TimetableList.tsx";

/** One class for the office: attendance, roster, lessons, plan, anomalies, money, history. */
export default function ClassPage(): ReactElement {
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const tab = search.get("tab") ?? "attendance";
  const session = useSession();
  const reviewer = session.data?.account?.role === "reviewer";
  const training = useApi(api.classes.show, { params: { id } });
  const [acting, setActing] = useState<"suspend" | "resume" | null>(null);
  const tabs = [
    { key: "attendance", title: "考勤" },
    { key: "roster", title: "名册" },
    { key: "learning", title: "线上学习" },
    { key: "timetable", title: "课表" },
    { key: "plan", title: "计划与检查" },
    { key: "odd", title: "疑点" },
    ...(reviewer ? [{ key: "money", title: "补贴" }] : []),
    { key: "history", title: "经过" },
  ];
  return (
    <QueryView query={training} lines={12}>
      {(data) => (
        <StaffPage
          title={data.name}
          intro={
            <span className="num flex flex-wrap items-center gap-x-4">
              {data.number}
              <StatusMark kind={stateKind("training-class", data.state)}>{data.stateLabel}</StatusMark>
              <Link to="/bureau/classes" className="text-accent underline underline-offset-3">
                全部培训班
              </Link>
            </span>
          }
          actions={
            <>
              {reviewer && (
                <Button variant="secondary" icon="link" to={`/bureau/classes/${id}/trace`}>
                  追溯
                </Button>
              )}
              {reviewer && data.state === "submitted" && <Button to={`/bureau/filings?case=${id}`}>去审核</Button>}
              {reviewer && data.state === "running" && (
                <Button variant="danger" onClick={() => setActing("suspend")}>
                  暂停培训班
                </Button>
              )}
              {reviewer && data.state === "suspended" && (
                <Button onClick={() => setActing("resume")}>恢复培训班</Button>
              )}
            </>
          }
        >
          <section className="rounded-md border border-line bg-sheet p-4">
            <FactList facts={classFacts(data)} columns={3} />
          </section>
          <section className="rounded-md border border-line bg-sheet px-4 pt-1 pb-4">
            <Tabs
              tabs={tabs}
              current={tab}
              label="班级"
              onChange={(key) => setSearch({ tab: key }, { replace: true, preventScrollReset: true })}
            >
              {tab === "attendance" && <Attendance training={data} />}
              {tab === "roster" && (
                <div className="grid gap-6">
                  <CompletionRule classId={id} />
                  <RosterTable classId={id} />
                  <ClassOutlook classId={id} />
                </div>
              )}
              {tab === "learning" && <LearningTable classId={id} />}
              {tab === "timetable" && <TimetableList classId={id} />}
              {tab === "plan" && (
                <div className="grid gap-6">
                  <ChecksList classId={id} />
                  <PlanText training={data} />
                </div>
              )}
              {tab === "odd" && <ClassOddEvidence classId={id} />}
              {tab === "money" && reviewer && <ClassMoney classId={id} />}
              {tab === "history" && <ClassHistory training={data} />}
            </Tabs>
          </section>
          {acting !== null && <SuspendDialog training={data} act={acting} onClose={() => setActing(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}

function Attendance({ training: { id, name, number, state } }: { training: TrainingClass }): ReactElement {
  const go = useNavigate();
  const reviewer = useSession().data?.account?.role === "reviewer";
  const open = reviewer && ["running", "suspended", "completed"].includes(state);
  const grid = useApi(api.attendance.ofClass, { params: { id } });
  return (
    <QueryView
      query={grid}
      lines={8}
      isEmpty={(data) => data.sessions.length === 0 || data.learners.length === 0}
      empty={<Empty title="还没有考勤">有了课表和名册，签到和点名会逐课显示在这里。</Empty>}
    >
      {(data) => (
        <div className="grid gap-3">
          <div className="flex justify-end">
            <ExportButton target={{ path: `/api/v1/classes/${id}/attendance/export`, name: `考勤表-${number}.xlsx` }} />
          </div>
          {open && <p className="text-ink-2">点已下课的格子，可以按纸质签到表补记那一节课；原来的记录保留。</p>}
          <ClassGrid
            grid={data}
            caption={`${name}考勤表`}
            {...(open
              ? {
                  onCell: (_row, session) => {
                    const over = data.sessions.find((one) => one.id === session.id)?.over === true;
                    if (over) void go(`/bureau/sessions/${id}/${session.id}/make-up`);
                  },
                }
              : {})}
          />
        </div>
      )}
    </QueryView>
  );
}
