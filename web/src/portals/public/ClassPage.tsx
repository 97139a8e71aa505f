import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { FactList, type Fact } from "../../kit/FactList.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Hours } from "../../kit/Hours.tsx";
import { Page } from "../../kit/Page.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { useBenefits } from "../../features/programmes/use-programmes.ts";
import { ClassMoney } from "./classes/ClassMoney.tsx";
import { ClassPlace } from "./classes/ClassPlace.tsx";
import { Outcomes } from "./classes/ClassProspect.tsx";
import { FeedbackSummary } from "./classes/FeedbackSummary.tsx";
import { MEETS } from "./classes/meets.ts";
import { PhoneLink } from "../../kit/PhoneLink.tsx";
import { EnrolDialog } from "./classes/EnrolDialog.tsx";
import { Seats } from "./classes/Seats.tsx";
import { Timetable } from "./classes/Timetable.tsx";
import { withLevel } from "../../features/occupations/levels.ts";

type OpenClass = Output<Api["openClasses"]["show"]>;

/** Public page of a class: what it pays, what is taught, when and where, by whom, how earlier ones ended, and enrolment. */
export default function ClassPage(): ReactElement {
  const { id = "" } = useParams();
  const session = useSession();
  const query = useApi(api.openClasses.show, { params: { id } });
  const prospect = useApi(api.classProspects.show, { params: { id } });
  return (
    <Page
      title={query.data?.name ?? "培训班"}
      intro={
        query.data && (
          <>
            {withLevel(query.data.occupationName, query.data.level)} ·{" "}
            <Link to={`/institutions/${query.data.organisationId}`} className="underline underline-offset-3">
              {query.data.organisationName}
            </Link>
          </>
        )
      }
      back={{ to: "/classes", title: "找培训班" }}
      width="wide"
      action={<ReadAloud />}
    >
      <QueryView query={query} lines={8}>
        {(found) => (
          <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[1fr_21rem]">
            <div className="grid content-start gap-8 max-lg:order-2">
              {prospect.data?.outcomes != null && (
                <Outcomes outcomes={prospect.data.outcomes} school={found.organisationName} />
              )}
              <section>
                <h2 className="mb-3 text-xl font-semibold">学些什么</h2>
                {found.plan !== "" && <p className="max-w-(--measure) whitespace-pre-line">{found.plan}</p>}
                <Topics sessions={found.sessions} />
                {prospect.data !== undefined && prospect.data.onlineLessons.length > 0 && (
                  <p className="mt-3 max-w-(--measure)">
                    <span className="font-medium">在网上学的</span>
                    {prospect.data.onlineHours > 0 && `（约 ${prospect.data.onlineHours} 课时）`}：
                    {prospect.data.onlineLessons.join("、")}
                  </p>
                )}
              </section>
              <section>
                <h2 className="mb-3 text-xl font-semibold">什么时候上课</h2>
                <Timetable meetings={found.sessions} />
              </section>
              <ClassWords id={found.id} school={found.organisationId} />
            </div>
            <div className="grid content-start gap-4 max-lg:order-1">
              <ClassMoney found={found} learner={session.data?.account?.role === "learner"} />
              <Enrolment found={found} />
              <Card title="这个班">
                <FactList columns={1} facts={factsOf(found, prospect.data?.exams ?? [])} />
              </Card>
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

/** Learners' words on the class once there are some; before, those on the school. */
function ClassWords({ id, school }: { id: string; school: string }): ReactElement | null {
  const own = useApi(api.classFeedback.ofClass, { params: { id } });
  const ofSchool = useApi(api.classFeedback.ofSchool, { params: { id: school } });
  if (own.data !== undefined && own.data.count > 0) return <FeedbackSummary shown={own.data} />;
  if (ofSchool.data === undefined || ofSchool.data.count === 0) return null;
  return <FeedbackSummary shown={ofSchool.data} school />;
}

function factsOf(found: OpenClass, exams: Output<Api["classProspects"]["show"]>["exams"]): Fact[] {
  return [
    { label: "上课日期", value: <span className="num">{formatPeriod(found.startsOn, found.endsOn)}</span> },
    ...(found.meets === null ? [] : [{ label: "上课时间", value: MEETS[found.meets] }]),
    { label: "要求学满", value: <Hours value={found.requiredHours} /> },
    {
      label: "考核日期",
      value:
        exams.length === 0 ? (
          "还没有定"
        ) : (
          <span className="num">
            {exams.map(({ kind, heldOn }) => `${heldOn} ${kind === "completion" ? "结业考核" : "技能评价"}`).join("，")}
          </span>
        ),
    },
    { label: "给谁办的", value: <ForWhom policyBenefit={found.benefit} /> },
    { label: "上课地点", value: <ClassPlace town={found.town} address={found.address} /> },
    ...(found.phone === null ? [] : [{ label: "报名电话", value: <PhoneLink phone={found.phone} /> }]),
    ...(found.teachers.length === 0
      ? []
      : [
          {
            label: "老师",
            value: found.teachers
              .map(
                ({ surname, qualification }) => `${surname}老师${qualification === null ? "" : `（${qualification}）`}`,
              )
              .join("、"),
          },
        ]),
    ...(found.bring === "" ? [] : [{ label: "要带什么", value: found.bring }]),
    {
      label: "培训机构",
      value: (
        <Link to={`/institutions/${found.organisationId}`} className="text-accent underline underline-offset-3">
          {found.organisationName}
        </Link>
      ),
    },
    { label: "班号", value: <span className="num">{found.number}</span> },
    { label: "状态", value: found.stateLabel },
  ];
}

function ForWhom({ policyBenefit }: { policyBenefit: string }): ReactElement {
  const { titleOf } = useBenefits();
  return <>按“{titleOf(policyBenefit)}”办的班；别的人也可以学，补多少看本人情况。</>;
}

/** The topics taught in class, each once, with its hours. */
function Topics({ sessions }: { sessions: OpenClass["sessions"] }): ReactElement {
  const hours = new Map<string, number>();
  for (const { topic, hours: each } of sessions) hours.set(topic, (hours.get(topic) ?? 0) + each);
  return (
    <ul className="mt-3 grid gap-x-8 border-t border-line sm:grid-cols-2">
      {[...hours].map(([topic, sum]) => (
        <li key={topic} className="flex justify-between gap-4 border-b border-line py-2">
          {topic}
          <span className="num whitespace-nowrap text-ink-2">{sum} 课时</span>
        </li>
      ))}
    </ul>
  );
}

function Enrolment({ found }: { found: OpenClass }): ReactElement {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const role = session.data?.account?.role;
  const back = `/classes/${found.id}`;
  return (
    <Card tone={found.mayEnrol ? "turn" : "plain"} title={found.mayEnrol ? "可以报名" : "现在不能在这里报名"}>
      <div className="grid gap-4">
        <Seats capacity={found.capacity} left={found.placesLeft} />
        {!found.mayEnrol ? (
          <>
            <p className="text-sm text-ink-2">
              {found.placesLeft === 0
                ? "名额已满。有人退出时会重新出现名额，也可以看看同工种的其他班。"
                : found.openEnrolment
                  ? `这个班现在是“${found.stateLabel}”，报名已停止。`
                  : "这个班由培训机构组织报名，请直接与机构联系。"}
            </p>
            <Button variant="secondary" to={`/classes?q=${encodeURIComponent(found.occupationName)}`}>
              看同工种的其他班
            </Button>
          </>
        ) : role === "learner" ? (
          <Button onClick={() => setAsking(true)}>报名这个班</Button>
        ) : role === undefined ? (
          <>
            <Button to={`/sign-in?return=${encodeURIComponent(back)}`}>登录后报名</Button>
            <Button variant="secondary" to={`/register?return=${encodeURIComponent(back)}`}>
              第一次来，先注册
            </Button>
          </>
        ) : (
          <p className="text-sm text-ink-2">报名要用学员本人的账号，您现在登录的是工作账号。</p>
        )}
      </div>
      {asking && <EnrolDialog found={found} onClose={() => setAsking(false)} />}
    </Card>
  );
}
