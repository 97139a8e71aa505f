import { stateChoices, stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { ChangeContent } from "./ChangeContent.tsx";
import { DecideChangeDialog } from "./DecideChangeDialog.tsx";
import type { ClassChange } from "../../../features/classes/class-change.ts";
import { DecideChanges } from "./DecideChanges.tsx";

const KINDS: Record<ClassChange["kind"], string> = {
  timetable: "调整课表",
  joiner: "中途入班",
  attendance: "补记出勤",
};
type State = "submitted" | "applied" | "refused" | "withdrawn";

/** 变更审核: requested changes of running classes. */
export default function ChangesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const state = (filters.state === "" ? "submitted" : filters.state) as State;
  const list = useList(api.classChanges.list, {
    usual: "submittedAt",
    query: { state },
    exportAs: "变更申请.xlsx",
  });
  return (
    <CaseQueue
      title="变更审核"
      list={list}
      orders={[
        ["submittedAt", "先提出在前"],
        ["-submittedAt", "新提出在前"],
        ["classNumber", "按班级编号"],
        ["organisationName", "按机构"],
        ["-decidedAt", "新答复在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideChanges rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={state === "submitted" ? "没有待审的变更" : "没有这样的变更"}
      emptyText="开班后调课、换教师、换教室或中途入班，结业后按纸质签到表补记出勤，都在这里，五个工作日内答复。"
      keys={[
        ["p", "批准"],
        ["x", "不批准"],
      ]}
      filters={
        <FilterList
          title="状态"
          {...bind("state", "submitted")}
          options={stateChoices("class-change").map(({ value, label }) => ({ key: value, title: label }))}
        />
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件变更不在列表中">可能已由他人审核，可以换一个状态查看。</Notice>
        ) : (
          <ChangeCase change={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function ChangeCase({ change, onDone }: { change: ClassChange; onDone: () => void }): ReactElement {
  const { verdict, buttons, close } = useVerdict(
    change.state === "submitted",
    { verdict: "approve", key: "p", words: "批准变更" },
    { verdict: "refuse", key: "x", words: "不批准" },
  );
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={`${change.classNumber}　${KINDS[change.kind]}`}
        title={change.className}
        status={<StatusMark kind={stateKind("class-change", change.state, "office")}>{change.stateLabel}</StatusMark>}
        facts={[
          { label: "培训机构", value: change.organisationName },
          { label: "提出", value: <span className="num">{formatInstant(change.submittedAt)}</span> },
          { label: "答复期限", value: <span className="num">{change.dueOn ?? "—"}</span> },
          { label: "变更理由", value: change.reason, wide: true },
          ...(change.decisionReason === null || change.decisionReason === ""
            ? []
            : [{ label: "审核意见", value: change.decisionReason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            <Button variant="secondary" to={`/bureau/classes/${change.classId}`}>
              看这个班
            </Button>
          </>
        }
      />
      <ChangeContent change={change} />
      {verdict !== null && <DecideChangeDialog change={change} verdict={verdict} onClose={close} onDone={onDone} />}
    </article>
  );
}

const itemOf = (change: ClassChange): QueueItem => ({
  key: change.id,
  title: change.className,
  detail: `${KINDS[change.kind]} · ${change.organisationName}`,
  who: `${change.classNumber}　${dateOf(change.submittedAt).slice(5)} 提出`,
  due: change.dueOn,
  overdueDays: change.overdue ? Math.max(1, lateDays(change.dueOn)) : 0,
});
