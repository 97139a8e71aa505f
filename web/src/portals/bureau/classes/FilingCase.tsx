import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { ChecksList } from "./ChecksList.tsx";
import { classFacts } from "./class-facts.tsx";
import { ClassHistory } from "./ClassHistory.tsx";
import { DecideClassDialog } from "./DecideClassDialog.tsx";
import { PlanText } from "./PlanText.tsx";
import { RosterTable } from "./RosterTable.tsx";
import { TimetableList } from "./TimetableList.tsx";

const TABS = [
  { key: "plan", title: "计划" },
  { key: "timetable", title: "课表" },
  { key: "roster", title: "名册" },
  { key: "history", title: "经过" },
] as const;

/** A filing with its checks on top; the officer approves or returns it. */
export function FilingCase({ id, onDone }: { id: string; onDone: () => void }): ReactElement {
  const query = useApi(api.classes.show, { params: { id } });
  const [tab, setTab] = useState("plan");
  const [verdict, setVerdict] = useState<"approve" | "return" | null>(null);
  const open = query.data?.state === "submitted";
  useHotkeys({
    p: open ? () => setVerdict("approve") : undefined,
    r: open ? () => setVerdict("return") : undefined,
    ...Object.fromEntries(TABS.map((one, index) => [String(index + 1), () => setTab(one.key)])),
  });
  return (
    <QueryView query={query} lines={12}>
      {(training) => (
        <article className="grid gap-5">
          <CaseFacts
            number={training.number}
            title={training.name}
            status={
              <StatusMark kind={training.state === "submitted" ? "turn" : stateKind("training-class", training.state)}>
                {training.stateLabel}
              </StatusMark>
            }
            amount={
              <>
                <p className="text-sm text-ink-3">计划人数</p>
                <p className="num text-2xl font-semibold">
                  {training.capacity}
                  <span className="ml-1 text-base font-normal text-ink-2">人</span>
                </p>
              </>
            }
            facts={classFacts(training)}
            actions={
              open ? (
                <>
                  <Button hotkey="p" onClick={() => setVerdict("approve")}>
                    批准开班
                  </Button>
                  <Button variant="secondary" hotkey="r" onClick={() => setVerdict("return")}>
                    退回补正
                  </Button>
                </>
              ) : (
                <Link to={`/bureau/classes/${id}`} className="text-accent underline underline-offset-3">
                  看班级全页
                </Link>
              )
            }
          />
          <ChecksList classId={id} />
          <Tabs tabs={TABS} current={tab} onChange={setTab} label="开班材料">
            {tab === "plan" && <PlanText training={training} />}
            {tab === "timetable" && <TimetableList classId={id} />}
            {tab === "roster" && <RosterTable classId={id} />}
            {tab === "history" && <ClassHistory training={training} />}
          </Tabs>
          {verdict !== null && (
            <DecideClassDialog training={training} verdict={verdict} onClose={() => setVerdict(null)} onDone={onDone} />
          )}
        </article>
      )}
    </QueryView>
  );
}
