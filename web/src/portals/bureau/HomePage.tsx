import { queuePage } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Empty } from "../../kit/Empty.tsx";
import { HomeQueues } from "../../features/homes/HomeQueues.tsx";
import { MoneyStrip } from "../../features/claims/MoneyStrip.tsx";
import { TodaySessions } from "../../features/homes/TodaySessions.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { AnomalyNote } from "./oversight/AnomalyNote.tsx";
import { QuotaBars } from "./QuotaBars.tsx";

const FIGURE_PAGES: Record<string, string> = {
  "classes-running": "/bureau/classes?state=running",
  learners: "/bureau/classes?state=running",
  "sessions-now": "/bureau/live",
};

/** Bureau's home: waiting work, classes in session, anomalies, remaining money. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.bureau, {}, { refetchInterval: 60_000 });
  const session = useSession();
  const role = session.data?.account?.role ?? "department";
  return (
    <StaffPage
      title="工作台"
      intro={
        role === "reviewer"
          ? "超期的排在前面；同一笔申请的初审和复审由两个人办理。"
          : "本部门要办的事，超期的排在前面。"
      }
    >
      <QueryView query={home} lines={12}>
        {(data) => (
          <>
            <MoneyStrip figures={data.figures} hrefOf={(code) => FIGURE_PAGES[code] ?? "/bureau"} />
            <div className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(18rem,2fr)_3fr]">
              <section aria-labelledby="waiting">
                <h2 id="waiting" className="mb-2 text-lg font-semibold">
                  待办
                </h2>
                <HomeQueues
                  queues={data.queues
                    .filter((queue) => queuePage(role, queue.code) !== null)
                    .toSorted((a, b) => (b.overdue ?? 0) - (a.overdue ?? 0))}
                  hrefOf={(code) => queuePage(role, code) ?? "/bureau"}
                />
              </section>
              <section aria-labelledby="quota">
                <h2 id="quota" className="mb-2 text-lg font-semibold">
                  额度
                </h2>
                <QuotaBars sources={data.sources} />
              </section>
              <section aria-labelledby="odd">
                <Heading id="odd" title="疑点" to="/bureau/anomalies" />
                {data.anomalies.length === 0 ? (
                  <p className="py-2 text-ink-2">没有等待说明的疑点。</p>
                ) : (
                  <ul className="grid gap-3">
                    {data.anomalies.map((one) => (
                      <li key={one.id}>
                        <AnomalyNote anomaly={one} href={`/bureau/anomalies?case=${one.id}`} />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
              <section aria-labelledby="live">
                <Heading id="live" title="正在上课" to="/bureau/live" />
                {data.live.length === 0 ? (
                  <Empty title="此刻没有课">有课时，这里按时间列出，并显示应到和已到人数。</Empty>
                ) : (
                  <TodaySessions sessions={data.live} classHref={(id) => `/bureau/classes/${id}`} />
                )}
              </section>
            </div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

function Heading({ id, title, to }: { id: string; title: string; to: string }): ReactElement {
  return (
    <div className="mb-2 flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <Link to={to} className="text-accent underline underline-offset-3">
        全部{title === "疑点" ? "疑点" : "课堂"}
      </Link>
    </div>
  );
}
