import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, timeOf } from "../../../kit/format.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { SessionPeople } from "./SessionPeople.tsx";

type Session = Output<Api["classes"]["live"]>["sessions"][number];

/** Sessions in progress: who is there, and anomalies. Refreshes itself. */
export default function LivePage(): ReactElement {
  const [filters, setFilters] = useFilters(["town"]);
  const query = filters.town === "" ? {} : { town: filters.town };
  const live = useApi(api.classes.live, { query }, { refetchInterval: 20_000 });
  return (
    <StaffPage
      title="正在上课"
      intro={
        live.data === undefined ? undefined : (
          <span className="num" aria-live="polite">
            {formatInstant(live.data.at)}　开班中 {live.data.running} 个班，此刻 {live.data.sessions.length}{" "}
            间教室有课；每 20 秒自动更新
          </span>
        )
      }
      actions={
        <>
          <Select
            className="w-40"
            aria-label="镇街"
            value={filters.town}
            onChange={(town) => setFilters({ town })}
            placeholder="全部镇街"
            choices={townChoices()}
          />
          <Button variant="secondary" icon="refresh" busy={live.isFetching} onClick={() => void live.refetch()}>
            立即更新
          </Button>
        </>
      }
    >
      <QueryView
        query={live}
        lines={8}
        isEmpty={(data) => data.sessions.length === 0}
        empty={<Empty title="此刻没有课">上课前 30 分钟起，教室会出现在这里，可以看到谁签到了。</Empty>}
      >
        {(data) => (
          <ul className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            {data.sessions
              .toSorted((a, b) => b.odd.length - a.odd.length)
              .map((session) => (
                <li key={session.sessionId}>
                  <Room session={session} now={data.at} />
                </li>
              ))}
          </ul>
        )}
      </QueryView>
    </StaffPage>
  );
}

function Room({ session, now }: { session: Session; now: string }): ReactElement {
  const [shown, setShown] = useState(false);
  const begun = session.startsAt <= now;
  return (
    <article className="grid gap-3 rounded-md border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div>
          <p className="num text-sm text-ink-2">
            {timeOf(session.startsAt)}–{timeOf(session.endsAt)}　{regionName(session.town)}　{session.roomAddress}{" "}
            {session.roomName}
          </p>
          <h2 className="text-lg font-semibold">
            <Link
              to={`/bureau/classes/${session.classId}`}
              className="underline-offset-4 hover:text-accent hover:underline"
            >
              {session.className}
            </Link>
          </h2>
          <p className="text-ink-2">
            {session.topic} · {session.teacherName} · {session.organisationName}
          </p>
        </div>
        {session.odd.length > 0 ? (
          <StatusMark kind="late">{`${session.odd.length} 处异常`}</StatusMark>
        ) : (
          <StatusMark kind={begun ? "doing" : "waiting"}>{begun ? "上课中" : "即将上课"}</StatusMark>
        )}
      </div>
      <div>
        <p className="num mb-1 flex items-baseline gap-2">
          <span className="text-2xl font-semibold">{session.signedIn}</span>
          <span className="text-ink-2">/ {session.expected} 人签到</span>
        </p>
        <ProgressBar value={session.signedIn} max={session.expected} label={`${session.className}签到`} />
      </div>
      {session.odd.length > 0 && (
        <ul className="grid gap-1">
          {session.odd.map((one) => (
            <li key={one.code}>
              <StatusMark kind="late">{one.sentence}</StatusMark>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="quiet" icon={shown ? "up" : "down"} onClick={() => setShown(!shown)}>
          {shown ? "收起名单" : "谁签到了"}
        </Button>
      </div>
      {shown && <SessionPeople sessionId={session.sessionId} />}
    </article>
  );
}
