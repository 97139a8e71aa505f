import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "../claims/claim-reads.ts";
import type { Anomaly } from "../../../features/anomalies/anomaly.ts";

type Touched = Output<Api["anomalies"]["claims"]>["rows"][number];

interface ResolveAnomalyDialogProps {
  anomaly: Anomaly;
  verdict: "dismissed" | "settled";
  onClose: () => void;
  onDone: () => void;
}

/** Ends the hold of a confirmed anomaly: dismissed, or settled with some claims held for good. */
export function ResolveAnomalyDialog(props: ResolveAnomalyDialogProps): ReactElement {
  const { anomaly, verdict, onClose, onDone } = props;
  const tell = useToast();
  const touched = useApi(api.anomalies.claims, { params: { id: anomaly.id } });
  const rows = touched.data?.rows ?? [];
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOut = (row: Touched): boolean => changed.get(row.claimId) ?? row.named;
  const settle = verdict === "settled";
  const out = settle ? rows.filter(isOut) : [];
  const fen = out.reduce((sum, row) => sum + row.fen, 0);
  const resolve = useChange(api.anomalies.resolve, {
    refresh: [api.anomalies.list, api.anomalies.claims, api.anomalies.ofClaim, ...CLAIM_READS],
    onSuccess: () => {
      tell(settle ? `已处置，剔除 ${out.length} 笔` : "已撤销认定，申请恢复办理");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={settle}
      title={`${settle ? "处置完毕" : "撤销认定"}：${anomaly.title}`}
      consequences={
        settle
          ? rows.length === 0
            ? ["目前没有涉及的申请，以后的申请照常办理。", "处置不能更改，审计可以看到。"]
            : [
                `剔除的 ${out.length} 笔、共 ${formatYuan(fen)} 元不再放行，只能不予补贴、撤销或追回。`,
                `其余 ${rows.length - out.length} 笔恢复办理。`,
                "处置不能更改，审计可以看到。",
              ]
          : [`确认有误，涉及的 ${rows.length} 笔申请全部恢复办理。`, "撤销不能更改，原来的确认和您的理由都会留存。"]
      }
      action={settle ? (out.length === 0 ? "处置完毕，全部放行" : `处置完毕，剔除 ${out.length} 笔`) : "撤销认定"}
      label={settle ? "处置情况" : "撤销的理由"}
      rules={contractOf(api.anomalies.resolve)}
      readBy="审计可以看到这段话"
      ready={touched.data !== undefined}
      busy={resolve.isPending}
      error={resolve.error ?? touched.error}
      onClose={onClose}
      onConfirm={(reason) =>
        resolve.mutate({
          params: { id: anomaly.id },
          body: { verdict, reason, ...(settle ? { excludedClaimIds: out.map((row) => row.claimId) } : {}) },
        })
      }
    >
      {settle && rows.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-medium">剔除哪些申请（证据点到的人已勾选）</legend>
          <div className="max-h-56 overflow-y-auto rounded-md border border-line">
            {rows.map((row) => (
              <label
                key={row.claimId}
                className="flex min-h-(--touch) cursor-pointer items-center gap-3 border-b border-line px-3 py-1 last:border-0 hover:bg-paper"
              >
                <input
                  type="checkbox"
                  className="size-5 accent-accent"
                  checked={isOut(row)}
                  onChange={() => setChanged(new Map(changed).set(row.claimId, !isOut(row)))}
                />
                <span className="min-w-0 flex-1">
                  {row.name}
                  <span className="num ml-2 text-sm text-ink-2">{row.number}</span>
                  <span className="ml-2 text-sm text-ink-3">{row.stateLabel}</span>
                </span>
                <Money fen={row.fen} />
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </ActDialog>
  );
}
