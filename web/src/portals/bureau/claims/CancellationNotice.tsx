import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { useSession } from "../../../api/session.ts";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

/** A requested cancellation that waits for the second officer. */
export function CancellationNotice({ claim }: { claim: Claim }): ReactElement | null {
  const open = claim.cancellations.find((one) => one.agreed === null);
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const tell = useToast();
  const session = useSession();
  const decide = useChange(api.cancellations.decide, {
    refresh: CLAIM_READS,
    onSuccess: () => {
      tell(agreed === true ? "申请已撤销" : "已否决撤销，申请照常进行");
      setAgreed(null);
    },
  });
  const mayDecide = open !== undefined && !open.mine && session.data?.account?.role === "reviewer";
  useHotkeys({
    a: mayDecide ? () => setAgreed(true) : undefined,
    n: mayDecide ? () => setAgreed(false) : undefined,
  });
  if (open === undefined) return null;
  return (
    <div className="mt-4">
      <Notice
        tone="turn"
        title={open.mine ? "您已提出撤销，待另一位审核人员确认" : `${open.askedBy}提出撤销，待您确认`}
        {...(!mayDecide
          ? {}
          : {
              action: (
                <span className="flex flex-wrap gap-2">
                  <Button variant="danger" hotkey="a" onClick={() => setAgreed(true)}>
                    确认撤销
                  </Button>
                  <Button variant="secondary" hotkey="n" onClick={() => setAgreed(false)}>
                    否决
                  </Button>
                </span>
              ),
            })}
      >
        {formatInstant(open.askedAt)}　{open.reason}
      </Notice>
      <ConfirmSheet
        open={agreed !== null}
        onClose={() => setAgreed(null)}
        title={agreed === true ? "确认撤销" : "否决撤销"}
        danger={agreed === true}
        consequences={
          agreed === true
            ? [
                `核定的 ${formatYuan(claim.claim.approvedFen ?? 0)} 元释放回资金来源，占用的次数退回。`,
                "申请就此结束，申请人会收到通知和理由。",
              ]
            : ["申请照常进行，提出撤销的经过保留。"]
        }
        action={agreed === true ? "确认撤销" : "否决，申请照常进行"}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() => decide.mutate({ params: { id: open.id }, body: { agreed: agreed === true } })}
      />
    </div>
  );
}
