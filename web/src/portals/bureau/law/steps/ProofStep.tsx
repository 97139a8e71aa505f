import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { useChange } from "../../../../api/hooks.ts";
import { Button } from "../../../../kit/Button.tsx";
import { Disclosure } from "../../../../kit/Disclosure.tsx";
import { ErrorNotice } from "../../../../kit/ErrorNotice.tsx";
import { formatInstant, formatNumber } from "../../../../kit/format.ts";
import { Notice } from "../../../../kit/Notice.tsx";
import { ProgressBar } from "../../../../kit/ProgressBar.tsx";
import type { ShownDraft } from "../draft.ts";
import { StepCard } from "./StepCard.tsx";
import { isUnderWay, type Proof } from "./task.ts";

/** Every situation of every benefit gone through: no gap, no dead condition, nothing above its ceiling. */
export function ProofStep({ draft, proof }: { draft: ShownDraft; proof: Proof | null }): ReactElement {
  const prove = useChange(api.policyDrafts.prove, { refresh: [api.policyDrafts.proof] });
  const underWay = isUnderWay(proof);
  return (
    <StepCard
      title="证明"
      intro="逐一走过每项补贴的全部情形：没有空档，没有谁也得不到的补贴，金额不超过上限，缴费更多、学时更多不会吃亏。"
      status={statusOf(proof)}
      action={
        draft.state === "open" && !underWay && (proof?.current !== true || proof.state === "failed") ? (
          <Button
            icon="check"
            busy={prove.isPending}
            onClick={() => prove.mutate({ params: { id: draft.id }, body: {} })}
          >
            {proof === null ? "开始证明" : "重新证明"}
          </Button>
        ) : undefined
      }
    >
      {prove.error !== null && <ErrorNotice error={prove.error} />}
      {proof !== null && underWay && (
        <ProgressBar label="正在证明，可以离开这一页" value={proof.done} max={Math.max(1, proof.total)} />
      )}
      {proof !== null && !underWay && (
        <>
          {proof.failure !== null && (
            <Notice tone="refuse" title="没有走完">
              {proof.failure}
            </Notice>
          )}
          {proof.faults.map((fault, at) => (
            <Notice key={at} tone="refuse" title={fault.title}>
              {fault.message}
              <Disclosure summary="说明问题的案例">
                <pre className="max-w-full overflow-x-auto text-sm whitespace-pre-wrap">
                  {JSON.stringify(fault.state, null, 1)}
                </pre>
              </Disclosure>
            </Notice>
          ))}
          <p className="num text-ink-2">
            共走过 {formatNumber(proof.tried)} 种情形，{proof.startedBy} {formatInstant(proof.startedAt)} 发起。
          </p>
          {proof.local.length > 0 && (
            <p className="text-ink-2">
              按本地参数证明：{proof.local.map(({ label, value }) => `${label} ${value}`).join("；")}。
            </p>
          )}
          <Disclosure summary="各项补贴">
            <ul className="divide-y divide-line border-y border-line">
              {proof.benefits.map((one) => (
                <li key={one.benefit} className="flex flex-wrap justify-between gap-x-4 py-1">
                  <span>{one.title}</span>
                  <span className="num text-ink-2">
                    {formatNumber(one.tried)} 种情形{one.ceiling !== null && `，不超过 ${one.ceiling}`}
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </StepCard>
  );
}

function statusOf(proof: Proof | null): { kind: "turn" | "doing" | "done" | "refused"; label: string } {
  if (proof === null) return { kind: "turn", label: "还没有证明" };
  if (isUnderWay(proof)) return { kind: "doing", label: `${proof.done} / ${proof.total} 项` };
  if (!proof.current) return { kind: "turn", label: "证明以后，草案或本地参数又改过" };
  return proof.proved
    ? { kind: "done", label: "成立" }
    : { kind: "refused", label: proof.faults.length > 0 ? `${proof.faults.length} 处不成立` : "没有走完" };
}
