import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { CLAWBACK_READS, clawbackEnds, endAsked, endReasons, type Clawback } from "./clawback-ends.ts";

/** The end of a demand: one officer asks, another decides. Shows the request and what this officer may do. */
export function ClawbackEnding({ clawback }: { clawback: Clawback }): ReactElement | null {
  const [open, setOpen] = useState<"ask" | "agree" | "refuse" | null>(null);
  const tell = useToast();
  const close = () => setOpen(null);
  const done = (said: string) => ({
    refresh: CLAWBACK_READS,
    onSuccess: () => {
      tell(said);
      close();
    },
  });
  const ask = useChange(api.clawbacks.end, done("已提出，等另一位人员决定"));
  const decide = useChange(api.clawbacks.decideEnd, done("已决定"));
  if (clawback.state !== "demanded") return null;
  const params = { id: clawback.id };
  const { ending } = clawback;
  const amount = `${formatYuan(clawback.amountFen)} 元`;
  return (
    <span className="grid gap-1">
      {ending === null ? (
        <Button variant="quiet" onClick={() => setOpen("ask")}>
          撤销或核销
        </Button>
      ) : (
        <>
          <span>{`${ending.askedBy} 提出${clawbackEnds[ending.as]}：${ending.reason}`}</span>
          {ending.mayDecide ? (
            <span className="flex gap-2">
              <Button variant="secondary" onClick={() => setOpen("agree")}>
                {`同意${clawbackEnds[ending.as]}`}
              </Button>
              <Button variant="quiet" onClick={() => setOpen("refuse")}>
                不同意
              </Button>
            </span>
          ) : (
            <span className="text-sm text-ink-2">等另一位人员决定</span>
          )}
        </>
      )}
      {open === "ask" && (
        <ReasonDialog
          open
          danger
          onClose={close}
          title={`结束追回 ${clawback.claimNumber}`}
          consequences={[endAsked(amount)]}
          reasons={endReasons}
          action="提出结束"
          rules={contractOf(api.clawbacks.end)}
          readBy="决定的人和审计可以看到这段话"
          busy={ask.isPending}
          error={ask.error}
          onConfirm={({ kind, text }) =>
            ask.mutate({ params, body: { as: kind === "written-off" ? "written-off" : "cancelled", reason: text } })
          }
        />
      )}
      {(open === "agree" || open === "refuse") && ending !== null && (
        <ConfirmSheet
          open
          danger={open === "agree"}
          onClose={close}
          title={`${open === "agree" ? "同意" : "不同意"}${clawbackEnds[ending.as]}追回 ${clawback.claimNumber}`}
          consequences={[
            `追回由 ${clawback.demandedBy ?? "—"} 发出：${clawback.reason}`,
            `${ending.askedBy} 提出${clawbackEnds[ending.as]}：${ending.reason}`,
            open === "agree" ? `不再追回 ${amount}，原付款保持有效。` : `继续追回 ${amount}。`,
          ]}
          action={open === "agree" ? `同意${clawbackEnds[ending.as]} ${amount}` : "不同意，继续追回"}
          busy={decide.isPending}
          error={decide.error}
          onConfirm={() => decide.mutate({ params, body: { agreed: open === "agree" } })}
        />
      )}
    </span>
  );
}
