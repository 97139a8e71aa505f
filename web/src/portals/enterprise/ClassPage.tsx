import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { type ReactElement, useState } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { dateOf, formatInstant, formatNumber, formatPeriod, timeOf } from "../../kit/format.ts";
import { Hours } from "../../kit/Hours.tsx";
import { claimsWholeClass, usePolicy } from "../../features/claims/use-policy.ts";
import { ClassClaims } from "../../features/claims/ClassClaims.tsx";
import { projectLabel } from "../../features/occupations/levels.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { AttendanceGrid } from "../../features/classes/AttendanceGrid.tsx";
import type { AttendanceMark } from "../../features/classes/attendance-marks.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { Tabs } from "../../kit/Tabs.tsx";

/** A class of the enterprise's staff: its facts, who came when, and how far they are online. */
export default function ClassPage(): ReactElement {
  const { id = "" } = useParams();
  const [tab, setTab] = useState("attendance");
  const training = useApi(api.classes.show, { params: { id } });
  const policy = usePolicy(training.data?.policyId);
  return (
    <QueryView query={training} lines={10}>
      {(data) => (
        <StaffPage
          title={data.name}
          intro={
            <p className="num flex flex-wrap items-center gap-x-4">
              <Link to="/enterprise/classes" className="text-accent underline underline-offset-3">
                职工培训班
              </Link>
              <span>{data.number}</span>
              <StatusMark kind={stateKind("training-class", data.state)}>{data.stateLabel}</StatusMark>
            </p>
          }
        >
          <Card>
            <FactList
              columns={3}
              facts={[
                { label: "培训机构", value: data.organisationName },
                { label: "职业与等级", value: projectLabel(data.occupationName, data.level) },
                { label: "培训时间", value: <span className="num">{formatPeriod(data.startsOn, data.endsOn)}</span> },
                { label: "课时", value: <Hours value={data.plannedHours} of={data.requiredHours} /> },
                { label: "职工", value: <span className="num">{data.seatsTaken} 人</span> },
                { label: "地点", value: data.address || "见课表" },
              ]}
            />
          </Card>
          <Tabs
            label="这个班"
            tabs={[
              { key: "attendance", title: "出勤" },
              { key: "online", title: "网上学习" },
              ...(claimsWholeClass(policy.claiming(data.benefit), "enterprise")
                ? [{ key: "subsidy", title: "班级补贴" }]
                : []),
            ]}
            current={tab}
            onChange={setTab}
          >
            {tab === "attendance" && <Attendance id={id} name={data.name} />}
            {tab === "online" && <Online id={id} />}
            {tab === "subsidy" && (
              <ClassClaims training={data} base="/enterprise" applyAt={`/enterprise/claims/new?class=${id}`} />
            )}
          </Tabs>
        </StaffPage>
      )}
    </QueryView>
  );
}

function Attendance({ id, name }: { id: string; name: string }): ReactElement {
  const grid = useApi(api.attendance.ofClass, { params: { id } });
  return (
    <Card>
      <QueryView
        query={grid}
        lines={8}
        isEmpty={(data) => data.learners.length === 0 || data.sessions.length === 0}
        empty={<Empty title="还没有出勤">开班后，每节课谁来了、谁没来，显示在这里。</Empty>}
      >
        {(data) => (
          <AttendanceGrid
            caption={`${name} 考勤表`}
            sessions={data.sessions.map((session) => ({
              id: session.id,
              date: dateOf(session.startsAt),
              time: timeOf(session.startsAt),
            }))}
            rows={data.learners.map((learner) => ({
              id: learner.enrolmentId,
              name: learner.name,
              marks: Object.fromEntries(
                data.sessions.map((session, index) => [
                  session.id,
                  learner.marks[index]?.mark as AttendanceMark | undefined,
                ]),
              ),
              total: `${formatNumber(learner.hours)} 课时`,
            }))}
          />
        )}
      </QueryView>
    </Card>
  );
}

function Online({ id }: { id: string }): ReactElement {
  const progress = useList(api.learningProgress.list, {
    params: { id },
    usual: "seat",
    limit: 200,
    exportAs: "网上学习进度.xlsx",
  });
  return (
    <DataTable
      id="enterprise-online"
      caption="网上学习进度"
      unit="人"
      {...progress}
      rowKey={(row) => row.enrolmentId}
      filters={<h2 className="font-semibold">网上学习</h2>}
      columns={[
        { key: "name", sort: "name", title: "姓名", render: (row) => row.name },
        {
          key: "hours",
          sort: "onlineHours",
          title: "网上课时",
          align: "right",
          render: (row) => formatNumber(row.onlineHours),
        },
        {
          key: "done",
          sort: "lessonsCompleted",
          title: "看完课件",
          align: "right",
          render: (row) => `${row.lessonsCompleted} / ${row.lessons}`,
        },
        { key: "quiz", title: "通过练习", align: "right", render: (row) => row.quizzesPassed },
        {
          key: "last",
          sort: "lastAt",
          title: "最近学习",
          render: (row) => (
            <span className="num">{row.lastAt === null ? "还没有开始" : formatInstant(row.lastAt)}</span>
          ),
        },
      ]}
      empty={<Empty title="没有网上学习">这个班没有学员或没有配网上课程。</Empty>}
    />
  );
}
