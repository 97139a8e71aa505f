import { regionName } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Hours } from "../../kit/Hours.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { EnrolDialog } from "./classes/EnrolDialog.tsx";
import { Seats } from "./classes/Seats.tsx";
import { Timetable } from "./classes/Timetable.tsx";
import { withLevel } from "../../features/occupations/levels.ts";

type OpenClass = Output<Api["openClasses"]["show"]>;

/** Public page of a class: content, time and place, free seats, and enrolment. */
export default function ClassPage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.openClasses.show, { params: { id } });
  return (
    <Page
      title={query.data?.name ?? "培训班"}
      intro={query.data && `${withLevel(query.data.occupationName, query.data.level)} · ${query.data.organisationName}`}
      back={{ to: "/classes", title: "找培训班" }}
      width="wide"
    >
      <QueryView query={query} lines={8}>
        {(found) => (
          <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[1fr_21rem]">
            <div className="grid content-start gap-8 max-lg:order-2">
              <section>
                <h2 className="mb-3 text-xl font-semibold">什么时候上课</h2>
                <Timetable meetings={found.sessions} />
              </section>
              {found.plan !== "" && (
                <section>
                  <h2 className="mb-3 text-xl font-semibold">学些什么</h2>
                  <p className="max-w-(--measure) whitespace-pre-line">{found.plan}</p>
                </section>
              )}
            </div>
            <div className="grid content-start gap-4 max-lg:order-1">
              <Enrolment found={found} />
              <Card title="这个班">
                <FactList
                  columns={1}
                  facts={[
                    {
                      label: "上课日期",
                      value: <span className="num">{formatPeriod(found.startsOn, found.endsOn)}</span>,
                    },
                    { label: "要求学满", value: <Hours value={found.requiredHours} /> },
                    { label: "上课地点", value: `${regionName(found.town)} ${found.address}` },
                    { label: "培训机构", value: found.organisationName },
                    { label: "班号", value: <span className="num">{found.number}</span> },
                    { label: "状态", value: found.stateLabel },
                  ]}
                />
              </Card>
            </div>
          </div>
        )}
      </QueryView>
    </Page>
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
