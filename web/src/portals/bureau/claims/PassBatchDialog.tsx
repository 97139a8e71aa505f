import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { ConfirmKey } from "../ConfirmKey.tsx";
import { CLAIM_READS } from "./claim-reads.ts";

interface PassBatchDialogProps {
  batch: Output<Api["reviewBatches"]["show"]>;
  onClose: () => void;
}

/** Passes the batch, then reports how many passed and which stayed, and why. */
export function PassBatchDialog({ batch, onClose }: PassBatchDialogProps): ReactElement {
  const navigate = useNavigate();
  const pass = useChange(api.reviewBatches.pass, {
    refresh: [...CLAIM_READS, api.reviewBatches.show],
  });
  const back = batch.round === 1 ? "/bureau/first-review" : "/bureau/second-review";
  if (pass.data !== undefined) {
    const { passed, totalFen, left } = pass.data;
    return (
      <Dialog
        open
        onClose={onClose}
        title={`已通过 ${passed} 笔`}
        footer={<Button onClick={() => void navigate(back)}>回到队列</Button>}
      >
        {batch.round === 2 && (
          <p className="num mb-2">核定合计 {formatYuan(totalFen, { fen: "always" })} 元，将开始公示。</p>
        )}
        {left.length === 0 ? (
          <p className="text-ink-2">全部通过，没有留下的。</p>
        ) : (
          <>
            <p className="mb-2">下列 {left.length} 笔没有通过，留在队列里逐笔办理：</p>
            <ul className="divide-y divide-line border-y border-line">
              {left.map((one) => (
                <li key={one.claimId} className="py-2">
                  <Link to={`/bureau/claims/${one.claimId}`} className="num font-medium text-accent underline">
                    {one.number}
                  </Link>
                  <p className="text-sm text-ink-2">{one.detail}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Dialog>
    );
  }
  const confirm = () => pass.mutate({ params: { id: batch.id } });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`整批通过 ${batch.claims} 笔`}
      consequences={[
        `${batch.claims} 笔逐笔按此刻的记录再判定一次；不能通过的留在原处并说明原因，其余照常进行。`,
        batch.round === 1 ? "通过的转入复审，由另一位审核人员办理。" : "通过的核定金额、预留额度，随后公示五个工作日。",
        `抽中的 ${batch.sample.length} 笔已由您逐笔核看，意见随批次留存。`,
      ]}
      action={`整批通过 ${batch.claims} 笔`}
      busy={pass.isPending}
      error={pass.error}
      onConfirm={confirm}
    >
      <ConfirmKey onConfirm={confirm} ready={!pass.isPending} />
    </ConfirmSheet>
  );
}
