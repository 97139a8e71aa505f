import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { useChange } from "../../../../api/hooks.ts";
import { Button } from "../../../../kit/Button.tsx";
import { ErrorNotice } from "../../../../kit/ErrorNotice.tsx";
import { formatNumber } from "../../../../kit/format.ts";
import { Money } from "../../../../kit/Money.tsx";
import { Notice } from "../../../../kit/Notice.tsx";
import { ProgressBar } from "../../../../kit/ProgressBar.tsx";
import type { ShownDraft } from "../draft.ts";
import { ImpactClaims } from "./ImpactClaims.tsx";
import { ImpactTable } from "./ImpactTable.tsx";
import { StepCard } from "./StepCard.tsx";
import { isUnderWay, type Impact } from "./task.ts";

/** Every stored claim decided by the draft: who would get another answer, from what to what, and why. Changes no claim. */
export function ImpactStep({ draft, impact }: { draft: ShownDraft; impact: Impact | null }): ReactElement {
  const assess = useChange(api.policyDrafts.assessImpact, { refresh: [api.policyDrafts.impact] });
  const underWay = isUnderWay(impact);
  return (
    <StepCard
      title="影响"
      intro="把已有的申请逐笔按草案判定一遍，看谁会变、由什么变成什么。只是测算，不改动任何申请。"
      status={statusOf(impact)}
      action={
        draft.state === "open" && !underWay && impact?.current !== true ? (
          <Button
            icon="people"
            busy={assess.isPending}
            onClick={() => assess.mutate({ params: { id: draft.id }, body: {} })}
          >
            {impact === null ? "开始测算" : "重新测算"}
          </Button>
        ) : undefined
      }
    >
      {assess.error !== null && <ErrorNotice error={assess.error} />}
      {impact !== null && underWay && (
        <ProgressBar label="正在测算，可以离开这一页" value={impact.done} max={Math.max(1, impact.total)} />
      )}
      {impact !== null && !underWay && <Result draft={draft} impact={impact} />}
    </StepCard>
  );
}

function Result({ draft, impact }: { draft: ShownDraft; impact: Impact }): ReactElement {
  const { sum } = impact;
  if (sum.changed === 0)
    return (
      <Notice title="没有申请会变">共看过 {formatNumber(sum.cases)} 笔已判定的申请，结论和金额都与原来相同。</Notice>
    );
  const parts = [
    { label: "改为可享受", count: sum.gained },
    { label: "不再享受", count: sum.lost },
    { label: "变为资料不全", count: sum.incomplete },
    { label: "金额增加", count: sum.more },
    { label: "金额减少", count: sum.less },
  ];
  return (
    <>
      <p className="num">
        看过 {formatNumber(sum.cases)} 笔，<strong>{formatNumber(sum.changed)} 笔会变</strong>：
        {parts
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => `${label} ${formatNumber(count)} 笔`)
          .join("，")}
        。金额由 <Money fen={sum.beforeFen} /> 变为 <Money fen={sum.afterFen} />。
      </p>
      <ImpactTable title="按补贴" rows={impact.benefits.filter(({ changed }) => changed > 0)} />
      <div className="grid gap-3 xl:grid-cols-2">
        <ImpactTable title="按镇（街道）" rows={impact.towns} />
        <ImpactTable title="按申请月份" rows={impact.months} />
      </div>
      <ImpactClaims id={draft.id} impact={impact} />
    </>
  );
}

function statusOf(impact: Impact | null): { kind: "turn" | "doing" | "done" | "refused"; label: string } {
  if (impact === null) return { kind: "turn", label: "还没有测算" };
  if (isUnderWay(impact)) return { kind: "doing", label: `${impact.done} / ${impact.total} 笔` };
  if (impact.state === "failed") return { kind: "refused", label: "没有走完" };
  return impact.current ? { kind: "done", label: "已测算" } : { kind: "turn", label: "测算以后又改过" };
}
