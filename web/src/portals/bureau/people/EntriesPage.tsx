import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { OFFICE_DAYS } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { DecideEntryDialog } from "./DecideEntryDialog.tsx";
import { type EntryTask, entryWords, replacedWords } from "./entry-task.ts";
import { UnmaskPerson } from "./UnmaskPerson.tsx";
import { DecideEntries } from "./DecideEntries.tsx";

/** 登记确认: facts and groups that one officer of the office entered, for another to confirm. */
export default function EntriesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.personEntries.list, { usual: "enteredAt", filters, exportAs: "单个登记.xlsx" });
  return (
    <CaseQueue
      title="登记确认"
      list={list}
      orders={[
        ["enteredAt", "先登记在前"],
        ["-enteredAt", "新登记在前"],
        ["subject", "按名册"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideEntries rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={filters.state === "" ? "没有待确认的登记" : "没有这样的登记"}
      emptyText="本单位工作人员在人员档案里登记的人群类别和情况，关系到补贴的，由另一位工作人员在这里确认后生效。成批的请用名册导入。"
      keys={[
        ["p", "确认"],
        ["x", "退回"],
      ]}
      filters={
        <FilterList
          title="状态"
          {...bind("state", "submitted")}
          options={stateChoices("person-entry").map(({ value, label }) => ({ key: value, title: label }))}
        />
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件登记不在列表中">可能已由他人办理，可以换一个状态查看。</Notice>
        ) : (
          <EntryCase task={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function EntryCase({ task, onDone }: { task: EntryTask; onDone: () => void }): ReactElement {
  const tell = useToast();
  const withdraw = useChange(api.personEntries.withdraw, {
    refresh: [api.personEntries.list],
    onSuccess: () => {
      tell("已撤回");
      onDone();
    },
  });
  const { verdict, buttons, close } = useVerdict(
    task.state === "submitted" && !task.mine,
    { verdict: "confirmed", key: "p", words: "确认" },
    { verdict: "refused", key: "x", words: "退回" },
  );
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={task.label}
        title={task.person.name}
        status={<StatusMark kind={stateKind("person-entry", task.state, "office")}>{task.stateLabel}</StatusMark>}
        facts={[
          {
            label: "身份证号",
            value: <UnmaskPerson personId={task.person.id} field="citizenId" masked={task.person.citizenIdMasked} />,
          },
          { label: "镇街", value: regionName(task.person.town) },
          { label: "登记", value: <span className="num">{`${task.enteredBy} ${formatInstant(task.enteredAt)}`}</span> },
          { label: "登记的内容", value: entryWords(task), wide: true },
          ...(task.replaced === null ? [] : [{ label: "原来的内容", value: replacedWords(task), wide: true }]),
          { label: "来源", value: String(task.content["source"] ?? task.content["note"] ?? ""), wide: true },
          ...(typeof task.content["reason"] === "string"
            ? [{ label: "理由", value: task.content["reason"], wide: true }]
            : []),
          ...(task.decisionReason === null ? [] : [{ label: "退回理由", value: task.decisionReason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            {task.state === "submitted" && task.mine && (
              <Button
                variant="secondary"
                busy={withdraw.isPending}
                onClick={() => withdraw.mutate({ params: { id: task.id } })}
              >
                撤回
              </Button>
            )}
            <Button variant="secondary" to={`/bureau/people/${task.person.id}`}>
              人员档案
            </Button>
          </>
        }
      />
      {task.state === "submitted" && task.mine && <Notice>这件是您登记的，须由本单位另一位工作人员确认。</Notice>}
      {verdict !== null && <DecideEntryDialog task={task} verdict={verdict} onClose={close} onDone={onDone} />}
    </article>
  );
}

const itemOf = (task: EntryTask): QueueItem => ({
  key: task.id,
  title: task.person.name,
  detail: `${task.label} · ${regionName(task.person.town)}`,
  who: `${task.enteredBy} ${dateOf(task.enteredAt)} 登记`,
  ...waitingSince(task.enteredAt, OFFICE_DAYS.group, task.state !== "submitted"),
});
