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
  const words = wordsOf(claim, open?.lessFen ?? null);
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const tell = useToast();
  const session = useSession();
  const decide = useChange(api.cancellations.decide, {
    refresh: CLAIM_READS,
    onSuccess: () => {
      tell(agreed === true ? words.done : "已否决，申请照常进行");
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
        title={open.mine ? `您已提出${words.act}，待另一位审核人员确认` : `${open.askedBy}提出${words.act}，待您确认`}
        {...(!mayDecide
          ? {}
          : {
              action: (
                <span className="flex flex-wrap gap-2">
                  <Button variant="danger" hotkey="a" onClick={() => setAgreed(true)}>
                    确认{words.act}
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
        title={`${agreed === true ? "确认" : "否决"}${words.act}`}
        danger={agreed === true}
        consequences={agreed === true ? words.consequences : [`申请照常进行，提出${words.act}的经过保留。`]}
        action={agreed === true ? `确认${words.act}` : "否决，申请照常进行"}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() => decide.mutate({ params: { id: open.id }, body: { agreed: agreed === true } })}
      />
    </div>
  );
}

/** The money that the second officer decides on: the whole of the claim, or what was granted too much of it. */
function wordsOf({ claim }: Claim, lessFen: number | null): { act: string; done: string; consequences: string[] } {
  const less = `${formatYuan(lessFen ?? 0)} 元`;
  if (lessFen === null)
    return {
      act: "撤销",
      done: "申请已撤销",
      consequences: [
        `核定的 ${formatYuan(claim.approvedFen ?? 0)} 元释放回资金来源，占用的次数退回。`,
        "申请就此结束，申请人会收到通知和理由。",
      ],
    };
  if (claim.state === "paid")
    return {
      act: "追回",
      done: "追回通知已发出",
      consequences: [
        `以您的名义向收款方追回 ${less}，限 30 日内退回专户。`,
        "收款方会收到通知和理由；到账由财政人员确认。",
      ],
    };
  return {
    act: "核减",
    done: "原核定已撤销，按其余的出勤日另备申请",
    consequences: [
      `原核定的 ${formatYuan(claim.approvedFen ?? 0)} 元撤销，其中多核定 ${less}。`,
      "按其余的出勤日另备一笔申请，由学员确认后重新审核。",
    ],
  };
}
