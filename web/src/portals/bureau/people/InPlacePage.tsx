import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { OFFICE_DAYS } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant, formatPeriod } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { ConsentPaperDialog } from "./ConsentPaperDialog.tsx";
import { DecideInPlaceDialog } from "./DecideInPlaceDialog.tsx";
import { EndInPlaceDialog } from "./EndInPlaceDialog.tsx";
import { RequestFilters } from "./RequestFilters.tsx";
import { UnmaskPerson } from "./UnmaskPerson.tsx";
import { DecideInPlaces } from "./DecideInPlaces.tsx";

type Task = Output<Api["substitutions"]["list"]>["rows"][number];

const STATES = stateChoices("substitution", ["declared", "confirmed", "rejected", "ended"]).map(({ value, label }) => ({
  key: value,
  title: label,
}));

/** 代训确认: who trains in whose place, with the proof and the principal's groups on that day; the longest waiting first. */
export default function InPlacePage(): ReactElement {
  const [filters, , bind] = useFilters(["state", "town"]);
  const list = useList(api.substitutions.list, { usual: "declaredAt", filters, exportAs: "代训登记表.xlsx" });
  return (
    <CaseQueue
      title="代训确认"
      list={list}
      orders={[
        ["declaredAt", "先申报在前"],
        ["-declaredAt", "新申报在前"],
        ["validFrom", "按开始日期"],
        ["validTo", "先到期在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideInPlaces rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={filters.state === "" ? "没有待确认的代训" : "没有这样的代训"}
      emptyText="学员申报替亲属参加培训，会出现在这里。"
      keys={[
        ["p", "确认"],
        ["x", "不通过"],
      ]}
      filters={<RequestFilters state={bind("state", "declared")} states={STATES} town={bind("town")} />}
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件申报不在列表中">可能已由他人办理，可以换一个状态查看。</Notice>
        ) : (
          <InPlaceCase task={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

const CONSENT: Record<Task["consent"], string> = {
  none: "还没有同意，不能确认",
  given: "已在平台同意",
  paper: "签有同意书",
  refused: "不同意",
};

function InPlaceCase({ task, onDone }: { task: Task; onDone: () => void }): ReactElement {
  const [keeping, setKeeping] = useState(false);
  const [ending, setEnding] = useState(false);
  const { verdict, buttons, close } = useVerdict(
    task.state === "declared",
    { verdict: "confirmed", key: "p", words: "确认" },
    { verdict: "rejected", key: "x", words: "不通过" },
  );
  const number = ({ id, citizenIdMasked }: Task["person"]) => (
    <UnmaskPerson personId={id} field="citizenId" masked={citizenIdMasked} />
  );
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={`替${task.principal.name}参加培训`}
        title={task.person.name}
        status={<StatusMark kind={stateKind("substitution", task.state, "office")}>{task.stateLabel}</StatusMark>}
        facts={[
          { label: "受训人身份证号", value: number(task.person) },
          { label: "是对方的", value: task.relationLabel },
          { label: "证明", value: task.proofLabel },
          { label: "被代替人", value: task.principal.name },
          { label: "被代替人身份证号", value: number(task.principal) },
          {
            label: `被代替人 ${task.validFrom} 的类别`,
            value: task.principalGroups.length === 0 ? "没有已确认的类别，不能确认" : task.principalGroups.join("、"),
          },
          {
            label: "被代替人意见",
            value: task.keptPaper ? "您登记了同意书，须由另一位人员确认" : CONSENT[task.consent],
          },
          { label: "期间", value: <span className="num">{formatPeriod(task.validFrom, task.validTo)}</span> },
          { label: "镇街", value: regionName(task.person.town) },
          {
            label: "申报",
            value: <span className="num">{`${formatInstant(task.declaredAt)}，已等 ${task.waitingDays} 天`}</span>,
          },
          ...(task.reason === null || task.reason === "" ? [] : [{ label: "意见", value: task.reason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            {task.state === "declared" && task.consent === "none" && (
              <Button variant="secondary" icon="file" onClick={() => setKeeping(true)}>
                登记同意书
              </Button>
            )}
            {task.state === "confirmed" && (
              <Button variant="danger" onClick={() => setEnding(true)}>
                终止
              </Button>
            )}
            <Button variant="secondary" to={`/bureau/people/${task.principal.id}`}>
              被代替人档案
            </Button>
          </>
        }
      />
      <EvidenceFile url={`/api/v1/substitutions/${task.id}/evidence`} name="关系证明" />
      {task.consent === "paper" && (
        <EvidenceFile url={`/api/v1/substitutions/${task.id}/consent-paper`} name="本人签字的同意书" />
      )}
      {keeping && <ConsentPaperDialog task={task} onClose={() => setKeeping(false)} />}
      {verdict !== null && <DecideInPlaceDialog task={task} verdict={verdict} onClose={close} onDone={onDone} />}
      {ending && <EndInPlaceDialog task={task} onClose={() => setEnding(false)} />}
    </article>
  );
}

const itemOf = (task: Task): QueueItem => ({
  key: task.id,
  title: task.person.name,
  detail: `替${task.principal.name} · ${regionName(task.person.town)}`,
  who: `${dateOf(task.declaredAt)} 申报`,
  ...waitingSince(task.declaredAt, OFFICE_DAYS.group, task.state !== "declared"),
});
