import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { AnswerDialog } from "./AnswerDialog.tsx";
import { ClaimCase } from "./ClaimCase.tsx";
import type { Claim } from "../../../features/claims/claim.ts";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";

type Line = Output<Api["objections"]["list"]>["rows"][number];
type Kind = Line["kind"];

export const OBJECTION_WORDS: Record<Kind, string> = { public: "公示异议", own: "本人异议", appeal: "申诉" };

/** Objections and appeals with their claim, to be answered within five working days. */
export default function ObjectionsPage(): ReactElement {
  const [filters, , bind] = useFilters(["open", "kind", "policy"]);
  const open = filters.open === "false" ? "false" : "true";
  const list = useList(api.objections.list, {
    usual: "dueOn",
    filters: { open, kind: filters.kind, policy: filters.policy },
    exportAs: "异议与申诉.xlsx",
  });
  return (
    <CaseQueue
      title="异议与申诉"
      list={list}
      orders={[
        ["dueOn", "先到期在前"],
        ["-raisedAt", "新提出在前"],
        ["claimNumber", "按申请编号"],
        ["kind", "按种类"],
      ]}
      item={itemOf}
      unit="件"
      emptyTitle={open === "true" ? "没有待答复的异议" : "还没有答复过异议"}
      emptyText="公示期内任何人可以提出异议，申请人可以对不予补贴的决定申诉；五个工作日内答复。"
      keys={[["a", "答复"]]}
      filters={
        <div className="max-xl:flex max-xl:gap-8">
          <FilterList
            title="状态"
            {...bind("open", "true")}
            options={[
              { key: "true", title: "待答复" },
              { key: "false", title: "已答复" },
            ]}
          />
          <FilterList
            title="种类"
            {...bind("kind")}
            options={[
              { key: "", title: "全部" },
              ...(Object.keys(OBJECTION_WORDS) as Kind[]).map((key) => ({ key, title: OBJECTION_WORDS[key] })),
            ]}
          />
          <ProgrammeFilter titled {...bind("policy")} />
        </div>
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件异议不在列表中">可能已由他人答复，可在左侧“已答复”里查看。</Notice>
        ) : (
          <ClaimCase
            id={row.claimId}
            answering
            renderNotice={(claim) => <Objection line={row} claim={claim} onDone={done} />}
          />
        )
      }
    </CaseQueue>
  );
}

function Objection({ line, claim, onDone }: { line: Line; claim: Claim; onDone: () => void }): ReactElement {
  const [answering, setAnswering] = useState(false);
  const mayAnswer = !line.answered && line.mayAnswer;
  useHotkeys({ a: mayAnswer ? () => setAnswering(true) : undefined });
  const full = claim.objections.find((one) => one.id === line.id);
  return (
    <section
      aria-label="异议"
      className="mt-4 rounded-md border border-turn-line border-l-4 border-l-turn bg-sheet p-4"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-lg font-semibold">{OBJECTION_WORDS[line.kind]}</span>
        {line.answered ? (
          <StatusMark kind="done">{full?.upheld === true ? "已答复：成立" : "已答复：不成立"}</StatusMark>
        ) : (
          <StatusMark kind={line.overdue ? "late" : "turn"}>{`${line.dueOn} 前答复`}</StatusMark>
        )}
      </p>
      <p className="num text-sm text-ink-2">
        {formatInstant(line.raisedAt)} 提出{full?.contact ? `　联系方式 ${full.contact}` : ""}
      </p>
      <p className="mt-2 max-w-[38em] whitespace-pre-wrap">{line.text}</p>
      {full?.answer != null && (
        <p className="mt-3 max-w-[38em] border-t border-line pt-3 whitespace-pre-wrap">
          <span className="mr-2 text-ink-3">答复</span>
          {full.answer}
        </p>
      )}
      {!line.answered && (
        <div className="mt-3">
          {line.mayAnswer ? (
            <Button hotkey="a" onClick={() => setAnswering(true)}>
              核查并答复
            </Button>
          ) : (
            <p className="text-ink-2">您审核过这笔申请，异议须由没有参与审核的人员答复。</p>
          )}
        </div>
      )}
      {answering && <AnswerDialog line={line} claim={claim} onClose={() => setAnswering(false)} onDone={onDone} />}
    </section>
  );
}

const itemOf = (line: Line): QueueItem => ({
  key: line.id,
  title: OBJECTION_WORDS[line.kind],
  detail: line.text.length > 42 ? `${line.text.slice(0, 42)}…` : line.text,
  who: `${line.claimNumber}　${dateOf(line.raisedAt).slice(5)} 提出`,
  due: line.answered ? null : line.dueOn,
  overdueDays: line.overdue ? Math.max(1, lateDays(line.dueOn)) : 0,
});
