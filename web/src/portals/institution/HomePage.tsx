import { queuePage } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
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
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { SessionActions } from "./SessionActions.tsx";

const figureHrefs: Record<string, string> = {
  "classes-waiting": "/institution/classes?state=submitted",
  "classes-running": "/institution/classes?state=running",
  learners: "/institution/classes?state=running",
  "money-in-review": "/institution/claims?part=review",
  "money-due": "/institution/claims?part=due",
  "money-paid": "/institution/claims?part=paid",
};

/** 工作台: today's sessions, waiting work, and money. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.institution, {}, { refetchInterval: 60_000 });
  const navigate = useNavigate();
  const day = today();
  useHotkeys({ n: () => void navigate("/institution/classes/new") });
  return (
    <StaffPage
      title="工作台"
      intro={`今天 ${day} ${weekdayOf(day)}`}
      actions={
        <Button to="/institution/classes/new" icon="plus" hotkey="n">
          新建开班计划
        </Button>
      }
    >
      <StandingNotice />
      <QueryView query={home} lines={8}>
        {(data) => (
          <>
            <div className="grid items-start gap-4 xl:grid-cols-[1fr_22rem]">
              <Card title="今天的课" action={<span className="num text-ink-2">{data.sessions.length} 节</span>}>
                <TodaySessions
                  sessions={data.sessions}
                  classHref={(id) => `/institution/classes/${id}`}
                  Actions={SessionActions}
                />
              </Card>
              <Card title="等您办理" tone={data.queues.some((queue) => queue.count > 0) ? "turn" : "plain"}>
                <HomeQueues
                  queues={data.queues}
                  hrefOf={(code) => queuePage("institution", code) ?? "/institution/classes"}
                />
              </Card>
            </div>
            <MoneyStrip figures={data.figures} hrefOf={(code) => figureHrefs[code] ?? "/institution/claims"} />
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}
