import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { groups, OFFICE_DAYS } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { dateOf, formatInstant, formatPeriod } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { Select } from "../../../kit/Select.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { DecideGroupDialog } from "./DecideGroupDialog.tsx";
import { RequestFilters } from "./RequestFilters.tsx";
import { UnmaskPerson } from "./UnmaskPerson.tsx";
import type { GroupTask } from "./group-task.ts";
import { DecideGroups } from "./DecideGroups.tsx";

const STATES = stateChoices("person-group", ["declared", "confirmed", "rejected", "ended"]).map(({ value, label }) => ({
  key: value,
  title: label,
}));

/** 人群认定: declarations of a group with their evidence, the longest waiting first. */
export default function GroupsPage(): ReactElement {
  const [filters, , bind] = useFilters(["state", "code", "town"]);
  const list = useList(api.groups.list, { usual: "declaredAt", filters, exportAs: "人群类别申报.xlsx" });
  return (
    <CaseQueue
      title="人群认定"
      list={list}
      orders={[
        ["declaredAt", "先申报在前"],
        ["-declaredAt", "新申报在前"],
        ["code", "按人群"],
        ["validTo", "先到期在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideGroups rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={filters.state === "" ? "没有待认定的申报" : "没有这样的申报"}
      emptyText="学员申报的人群类别会出现在这里。已有名册的，也可以在人员档案里直接登记。"
      keys={[
        ["p", "认定"],
        ["x", "不通过"],
      ]}
      filters={
        <RequestFilters state={bind("state", "declared")} states={STATES} town={bind("town")}>
          <Field label="人群" required="filter">
            <Select
              {...bind("code")}
              placeholder="全部人群"
              choices={groups.codes.map((code) => ({ value: code, label: groups.label(code) }))}
            />
          </Field>
        </RequestFilters>
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件申报不在列表中">可能已由他人办理，可以换一个状态查看。</Notice>
        ) : (
          <GroupCase task={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function GroupCase({ task, onDone }: { task: GroupTask; onDone: () => void }): ReactElement {
  const { verdict, buttons, close } = useVerdict(
    task.state === "declared",
    { verdict: "confirmed", key: "p", words: "认定" },
    { verdict: "rejected", key: "x", words: "不通过" },
  );
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={task.label}
        title={task.person.name}
        status={<StatusMark kind={stateKind("person-group", task.state, "office")}>{task.stateLabel}</StatusMark>}
        facts={[
          {
            label: "身份证号",
            value: <UnmaskPerson personId={task.person.id} field="citizenId" masked={task.person.citizenIdMasked} />,
          },
          { label: "出生日期", value: <span className="num">{task.person.birthDate}</span> },
          { label: "镇街", value: regionName(task.person.town) },
          { label: "申报的有效期", value: <span className="num">{formatPeriod(task.validFrom, task.validTo)}</span> },
          {
            label: "申报",
            value: <span className="num">{`${formatInstant(task.declaredAt)}，已等 ${task.waitingDays} 天`}</span>,
          },
          ...(task.note === null ? [] : [{ label: "说明", value: task.note, wide: true }]),
          ...(task.reason === null ? [] : [{ label: "审核意见", value: task.reason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            <Button variant="secondary" to={`/bureau/people/${task.person.id}`}>
              人员档案
            </Button>
          </>
        }
      />
      {task.evidenceFileId === null ? (
        <p className="text-ink-2">没有上传证明材料。请与人群名册核对，或退回请本人补充。</p>
      ) : (
        <EvidenceFile url={`/api/v1/person-groups/${task.id}/evidence`} name="证明材料" />
      )}
      {verdict !== null && <DecideGroupDialog task={task} verdict={verdict} onClose={close} onDone={onDone} />}
    </article>
  );
}

const itemOf = (task: GroupTask): QueueItem => ({
  key: task.id,
  title: task.person.name,
  detail: `${task.label} · ${regionName(task.person.town)}`,
  who: `${dateOf(task.declaredAt)} 申报`,
  ...waitingSince(task.declaredAt, OFFICE_DAYS.group, task.state !== "declared"),
});
