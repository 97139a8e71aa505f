import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Hours } from "../../kit/Hours.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { useElder } from "../../kit/use-elder.ts";
import { StatusMark, type StatusKind } from "../../kit/StatusMark.tsx";
import { CalendarFeed } from "./CalendarFeed.tsx";
import { dayWords } from "./day-words.ts";

type MyClass = Output<Api["myClasses"]["list"]>["rows"][number];

const kinds: Readonly<Record<string, StatusKind>> = {
  applied: "waiting",
  enrolled: "doing",
  completed: "done",
  failed: "refused",
  rejected: "ended",
  withdrawn: "ended",
};

/** Every class the learner is or was in, the newest first. */
export default function ClassesPage(): ReactElement {
  const query = useApi(api.myClasses.list, {});
  const [elder] = useElder();
  return (
    <Page
      title={elder ? "我的课" : "我的班级"}
      action={
        elder ? (
          <ReadAloud />
        ) : (
          <Button variant="secondary" icon="search" to="/classes">
            找培训班
          </Button>
        )
      }
    >
      <QueryView
        query={query}
        lines={6}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <Empty title="还没有报名" action={<Button to="/classes">找一个培训班</Button>}>
            报名后，课表、签到、学时都在这里。
          </Empty>
        }
      >
        {(data) => (
          <ul className="grid gap-4">
            {data.rows.map((row) => (
              <ClassRow key={row.enrolmentId} row={row} />
            ))}
          </ul>
        )}
      </QueryView>
      {!elder && <CalendarFeed />}
    </Page>
  );
}

function ClassRow({ row }: { row: MyClass }): ReactElement {
  const seated = ["applied", "enrolled", "completed", "failed"].includes(row.state);
  return (
    <li className="group relative rounded-lg border border-line bg-sheet p-4 hover:border-accent sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-semibold">
          {seated ? (
            <Link to={`/my/classes/${row.classId}`} className="after:absolute after:inset-0 group-hover:text-accent">
              {row.name}
            </Link>
          ) : (
            row.name
          )}
        </h2>
        <StatusMark kind={kinds[row.state] ?? "doing"}>{row.stateLabel}</StatusMark>
      </div>
      <p className="text-sm text-ink-2">{row.organisationName}</p>
      <p className="num mt-2 flex flex-wrap gap-x-6 text-sm text-ink-2">
        <span>{formatPeriod(row.startsOn, row.endsOn)}</span>
        <span>
          到课 <Hours value={row.offlineHours} of={row.requiredHours} />
        </span>
      </p>
      {row.nextSession !== null && seated && (
        <p className="mt-3 border-t border-line pt-3">
          <span className="text-sm text-ink-3">下一次课</span>
          <span className="num block">
            {dayWords(row.nextSession.startsAt)} · {row.nextSession.topic} · {row.nextSession.room}
          </span>
        </p>
      )}
    </li>
  );
}
