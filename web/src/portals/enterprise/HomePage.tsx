import { queuePage } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { HomeQueues } from "../../features/homes/HomeQueues.tsx";
import { MoneyStrip } from "../../features/claims/MoneyStrip.tsx";
import { StandingNotice } from "../../features/account/StandingNotice.tsx";
import { TodaySessions } from "../../features/homes/TodaySessions.tsx";
import { today, weekdayOf } from "../../kit/today.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

const figureHrefs: Record<string, string> = {
  "classes-running": "/enterprise/classes?state=running",
  learners: "/enterprise/classes?state=running",
  "money-in-review": "/enterprise/claims?part=review",
  "money-due": "/enterprise/claims?part=due",
  "money-paid": "/enterprise/claims?part=paid",
};

/** 工作台 of an enterprise: claims to confirm, today's training, money. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.enterprise, {});
  const day = today();
  return (
    <StaffPage
      title="工作台"
      intro={`今天 ${day} ${weekdayOf(day)}`}
      actions={
        <Button to="/enterprise/claims/new" icon="plus">
          申请补贴
        </Button>
      }
    >
      <StandingNotice />
      <QueryView query={home} lines={8}>
        {(data) => (
          <>
            <div className="grid gap-4 xl:grid-cols-[1fr_24rem]">
              <Card title="职工今天的课" action={<span className="num text-ink-2">{data.sessions.length} 节</span>}>
                <TodaySessions sessions={data.sessions} classHref={(id) => `/enterprise/classes/${id}`} />
              </Card>
              <div className="grid content-start gap-4">
                <Card title="等您办理" tone={data.queues.some((queue) => queue.count > 0) ? "turn" : "plain"}>
                  <HomeQueues
                    queues={data.queues}
                    hrefOf={(code) => queuePage("enterprise", code) ?? "/enterprise/claims"}
                  />
                </Card>
                <Card title="职工取证后">
                  <p className="text-ink-2">
                    岗前、在岗培训的补贴，职工取得证书后系统自动备好，您在“等本单位办”里确认即可。以工代训和学徒制由您提出。
                  </p>
                </Card>
              </div>
            </div>
            <MoneyStrip figures={data.figures} hrefOf={(code) => figureHrefs[code] ?? "/enterprise/claims"} />
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}
