import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { OFFICE_DAYS } from "@jinengtong/standards";
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
import { DecideCorrectionDialog } from "./DecideCorrectionDialog.tsx";
import { factForms, factKinds, factWords } from "./fact-forms.ts";
import { RequestFilters } from "./RequestFilters.tsx";
import { UnmaskPerson } from "./UnmaskPerson.tsx";
import type { CorrectionTask } from "./correction-task.ts";
import { DeclineCorrections } from "./DeclineCorrections.tsx";

const ABOUT = [
  { value: "name", label: "姓名" },
  { value: "group", label: "人员类别" },
  ...factKinds.map((kind) => ({ value: kind as string, label: factForms[kind].label })),
];

/** 信息更正: correction requests with the recorded value, longest wait first. */
export default function CorrectionsPage(): ReactElement {
  const [filters, , bind] = useFilters(["state", "about", "town"]);
  const list = useList(api.corrections.list, { usual: "askedAt", filters, exportAs: "信息更正申请.xlsx" });
  return (
    <CaseQueue
      title="信息更正"
      list={list}
      orders={[
        ["askedAt", "先提出在前"],
        ["-askedAt", "新提出在前"],
        ["about", "按更正事项"],
        ["-decidedAt", "新办结在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DeclineCorrections rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={filters.state === "" ? "没有待核实的更正" : "没有这样的更正"}
      emptyText="学员认为平台记录有误或缺漏时提出的更正会出现在这里。"
      keys={[
        ["p", "更正"],
        ["x", "不更正"],
      ]}
      filters={
        <RequestFilters
          state={bind("state", "asked")}
          states={stateChoices("fact-correction").map(({ value, label }) => ({ key: value, title: label }))}
          town={bind("town")}
        >
          <Field label="哪一方面" required="filter">
            <Select {...bind("about")} placeholder="全部" choices={ABOUT} />
          </Field>
        </RequestFilters>
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件更正不在列表中">可能已由他人办理，可以换一个状态查看。</Notice>
        ) : (
          <CorrectionCase key={row.id} task={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function CorrectionCase({ task, onDone }: { task: CorrectionTask; onDone: () => void }): ReactElement {
  const { verdict, buttons, close } = useVerdict(
    task.state === "asked",
    { verdict: "accepted", key: "p", words: "更正" },
    { verdict: "declined", key: "x", words: "不更正" },
  );
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={task.label}
        title={task.person.name}
        status={<StatusMark kind={stateKind("fact-correction", task.state, "office")}>{task.stateLabel}</StatusMark>}
        facts={[
          {
            label: "身份证号",
            value: <UnmaskPerson personId={task.person.id} field="citizenId" masked={task.person.citizenIdMasked} />,
          },
          { label: "镇街", value: regionName(task.person.town) },
          {
            label: "提出",
            value: <span className="num">{`${formatInstant(task.askedAt)}，已等 ${task.waitingDays} 天`}</span>,
          },
          ...(task.answer === null ? [] : [{ label: "答复", value: task.answer, wide: true }]),
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
      <div className="grid gap-4 md:grid-cols-2">
        <section className="rounded-md border border-line p-4">
          <h3 className="text-sm text-ink-2">现在记着</h3>
          <p className="num">{recordedWords(task)}</p>
          {task.recorded !== null && (
            <p className="mt-1 text-sm text-ink-2">
              来源：{task.recorded.source}
              {!task.recorded.current && "；此后已有更新的记录，请在人员档案中核对"}
            </p>
          )}
        </section>
        <section className="rounded-md border border-line p-4">
          <h3 className="text-sm text-ink-2">本人说</h3>
          <p>{task.wish}</p>
        </section>
      </div>
      {task.hasEvidence ? (
        <EvidenceFile url={`/api/v1/fact-corrections/${task.id}/evidence`} name="证明材料" />
      ) : (
        <p className="text-ink-2">没有附证明材料。请到记录来源的系统查询，或请本人补充后重新提出。</p>
      )}
      {verdict !== null && <DecideCorrectionDialog task={task} verdict={verdict} onClose={close} onDone={onDone} />}
    </article>
  );
}

function recordedWords(task: CorrectionTask): string {
  if (task.recorded !== null) return factWords(task.recorded.kind, task.recorded.value);
  if (task.group !== null) return `${task.group.label}，${formatPeriod(task.group.validFrom, task.group.validTo)}`;
  return task.about === "name" ? task.person.name : "没有这方面的记录，本人申请补登";
}

const itemOf = (task: CorrectionTask): QueueItem => ({
  key: task.id,
  title: task.person.name,
  detail: `${task.label} · ${regionName(task.person.town)}`,
  who: `${dateOf(task.askedAt)} 提出`,
  ...waitingSince(task.askedAt, OFFICE_DAYS.correction, task.state !== "asked"),
});
