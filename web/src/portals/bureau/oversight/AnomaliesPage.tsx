import { api } from "../../../api/api.ts";
import { OFFICE_DAYS } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { Select } from "../../../kit/Select.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { AnomalyEvidence } from "../../../features/trace/AnomalyEvidence.tsx";
import { severityOf, anomalyKind, type Anomaly } from "../../../features/anomalies/anomaly.ts";
import { DecideAnomalyDialog } from "./DecideAnomalyDialog.tsx";
import { HeldClaims } from "./HeldClaims.tsx";
import { ResolveAnomalyDialog } from "./ResolveAnomalyDialog.tsx";
import { DecideAnomalies } from "./DecideAnomalies.tsx";

const STATES = [
  { key: "open", title: "待说明" },
  { key: "confirmed", title: "待处置" },
  { key: "explained", title: "已说明" },
  { key: "settled", title: "已处置" },
  { key: "dismissed", title: "已撤销认定" },
] as const;

/**
 * 疑点: anomalies, most severe first, with evidence; explained or confirmed with a reason, and confirmed ones settled by another
 * officer.
 */
export default function AnomaliesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state", "severity", "rule"]);
  const state = filters.state === "" ? "open" : filters.state;
  const list = useList(api.anomalies.list, {
    usual: "-severity",
    filters: { ...filters, state },
    exportAs: "疑点.xlsx",
  });
  const rules = useApi(api.anomalies.rules, {}, { staleTime: 600_000 });
  return (
    <CaseQueue
      title="疑点"
      list={list}
      orders={[
        ["-severity", "严重在前"],
        ["-foundAt", "新发现在前"],
        ["foundAt", "先发现在前"],
        ["organisation", "按机构"],
        ["className", "按培训班"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideAnomalies rows={rows} onDone={onDone} />}
      unit="条"
      emptyTitle={state === "open" ? "没有等待说明的疑点" : "没有这样的疑点"}
      emptyText="平台每天按规则筛查考勤、设备、账户、证书和补贴，发现的线索列在这里，严重的在前。"
      keys={[
        ["e", "说明"],
        ["c", "确认"],
        ["s", "处置"],
        ["d", "撤销认定"],
      ]}
      below={
        <div className="pt-3">
          <ScanButton />
        </div>
      }
      filters={
        <div className="max-xl:grid max-xl:gap-x-8 max-xl:sm:grid-cols-3">
          <FilterList title="状态" {...bind("state", "open")} options={STATES} />
          <FilterList
            title="轻重"
            {...bind("severity")}
            options={[
              { key: "", title: "全部" },
              { key: "3", title: "严重" },
              { key: "2", title: "一般" },
              { key: "1", title: "提示" },
            ]}
          />
          <Field label="规则" required="filter" className="text-sm">
            <Select
              {...bind("rule")}
              placeholder="全部规则"
              choices={(rules.data?.rules ?? []).map((rule) => ({ value: rule.id, label: rule.title }))}
            />
          </Field>
        </div>
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这条疑点不在列表中">可能已由他人处理，可以换一个状态查看。</Notice>
        ) : (
          <AnomalyCase anomaly={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function AnomalyCase({ anomaly, onDone }: { anomaly: Anomaly; onDone: () => void }): ReactElement {
  const session = useSession();
  const [resolution, setResolution] = useState<"dismissed" | "settled" | null>(null);
  const reviewer = session.data?.account?.role === "reviewer";
  const { verdict, buttons, close } = useVerdict(
    anomaly.state === "open" && reviewer,
    { verdict: "explained", key: "e", words: "已有合理说明" },
    { verdict: "confirmed", key: "c", words: "确认有问题" },
  );
  const own = anomaly.decidedById !== null && anomaly.decidedById === session.data?.account?.id;
  const resolvable = anomaly.state === "confirmed" && reviewer && !own;
  useHotkeys({
    s: resolvable ? () => setResolution("settled") : undefined,
    d: resolvable ? () => setResolution("dismissed") : undefined,
  });
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={`${severityOf(anomaly.severity).word}　条款 ${anomaly.clause}`}
        title={anomaly.title}
        status={<StatusMark kind={anomalyKind(anomaly.state)}>{anomaly.stateLabel}</StatusMark>}
        facts={[
          { label: "发现了什么", value: <span className="font-medium">{anomaly.summary}</span>, wide: true },
          { label: "为什么可疑", value: anomaly.explanation, wide: true },
          ...(anomaly.organisation === null ? [] : [{ label: "单位", value: anomaly.organisation }]),
          ...(anomaly.className === null ? [] : [{ label: "培训班", value: anomaly.className }]),
          { label: "发现", value: <span className="num">{formatInstant(anomaly.foundAt)}</span> },
          ...(anomaly.decisionReason === null
            ? []
            : [{ label: "处理", value: `${anomaly.decidedBy ?? ""}：${anomaly.decisionReason}`, wide: true }]),
          ...(anomaly.resolutionReason === null
            ? []
            : [{ label: "处置", value: `${anomaly.resolvedBy ?? ""}：${anomaly.resolutionReason}`, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            {resolvable && (
              <>
                <Button hotkey="s" onClick={() => setResolution("settled")}>
                  处置完毕
                </Button>
                <Button variant="secondary" hotkey="d" onClick={() => setResolution("dismissed")}>
                  撤销认定
                </Button>
              </>
            )}
            {anomaly.classId !== null && (
              <Button variant="secondary" to={`/bureau/classes/${anomaly.classId}`}>
                看这个班
              </Button>
            )}
            {anomaly.organisationId !== null && (
              <Button variant="secondary" to={`/bureau/organisations/${anomaly.organisationId}`}>
                看这家单位
              </Button>
            )}
          </>
        }
      />
      {anomaly.state === "confirmed" && own && (
        <Notice tone="turn" title="由您确认，须由另一位审核人员处置">
          处置前，涉及的申请不能通过、核定或拨付。
        </Notice>
      )}
      <AnomalyEvidence id={anomaly.id} evidence={anomaly.evidence} />
      <HeldClaims anomaly={anomaly} />
      {resolution !== null && (
        <ResolveAnomalyDialog
          anomaly={anomaly}
          verdict={resolution}
          onClose={() => setResolution(null)}
          onDone={onDone}
        />
      )}
      {verdict !== null && <DecideAnomalyDialog anomaly={anomaly} verdict={verdict} onClose={close} onDone={onDone} />}
    </article>
  );
}

/** Scans now instead of at night. */
function ScanButton(): ReactElement | null {
  const tell = useToast();
  const session = useSession();
  const scan = useChange(api.anomalies.scan, {
    refresh: [api.anomalies.list, api.homes.bureau],
    onSuccess: () => tell("筛查完成"),
  });
  if (session.data?.account?.role !== "reviewer") return null;
  return (
    <Button variant="secondary" block icon="refresh" busy={scan.isPending} onClick={() => scan.mutate({})}>
      立即筛查
    </Button>
  );
}

/** The gravest first: the queue orders by what is overdue, then by the text given as due. */
const itemOf = (row: Anomaly): QueueItem => ({
  key: row.id,
  title: row.title,
  detail: row.summary,
  aside: severityOf(row.severity).word,
  who: [row.className ?? row.organisation, `${dateOf(row.foundAt).slice(5)} 发现`].filter(Boolean).join("　"),
  ...(row.state === "confirmed" && row.decidedAt !== null
    ? waitingSince(row.decidedAt, OFFICE_DAYS.resolution)
    : waitingSince(row.foundAt, OFFICE_DAYS.anomaly, row.state !== "open")),
});
