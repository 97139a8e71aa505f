import { api } from "../../api/api.ts";
import { FormField, needing, useForm } from "../../kit/form.tsx";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { AskAgain } from "./AskAgain.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Claim } from "./claim.ts";

const refresh = [api.claims.show, api.claims.list, api.homes.enterprise] as const;

/** Actions of the claiming organisation: confirm, decline, resubmit, withdraw. */
export function ClaimActions({ data }: { data: Claim }): ReactElement | null {
  const [open, setOpen] = useState<"confirm" | "again" | "decline" | "withdraw" | null>(null);
  const tell = useToast();
  const done = (text: string) => () => {
    tell(text);
    setOpen(null);
  };
  const { claim } = data;
  const params = { id: claim.id };
  const confirm = useChange(api.claims.confirm, { refresh, onSuccess: done("已确认并提交初审") });
  const again = useChange(api.claims.resubmit, { refresh, onSuccess: done("已重新提交初审") });
  const decline = useChange(api.claims.decline, { refresh, onSuccess: done("已放弃这笔申请") });
  const withdraw = useChange(api.claims.withdraw, { refresh, onSuccess: done("已撤回这笔申请") });
  const granted = data.decision?.outcome === "granted";
  const amount = formatYuan(claim.askedFen ?? data.decision?.amountFen ?? 0, { fen: "always" });
  const changeOfMind =
    claim.askUntil === null
      ? "改了主意，可以在这笔申请的页面上重新申请。"
      : `${claim.askUntil} 以前改了主意，可以在这笔申请的页面上重新申请。`;
  const sending = open === "again" ? again : confirm;
  const rules = contractOf(api.claims.confirm);
  const form = useForm({
    initial: { because: "" },
    rules: granted ? rules : needing(rules, "because"),
    error: sending.error,
  });

  if (claim.mayAskAgain) return <AskAgain claim={claim} />;
  if (!["prepared", "submitted", "returned"].includes(claim.state)) return null;
  return (
    <>
      {claim.state === "prepared" && (
        <>
          <Button variant="quiet" onClick={() => setOpen("decline")}>
            放弃
          </Button>
          {data.decision?.missing.includes("/training/actualCostFen") === true && data.personId !== null && (
            <Button
              variant="secondary"
              to={`/enterprise/claims/new?benefit=${claim.benefit}&employee=${data.personId}`}
            >
              填写实际费用、交票据
            </Button>
          )}
          <Button onClick={() => setOpen("confirm")}>确认并提交，{amount} 元</Button>
        </>
      )}
      {claim.state !== "prepared" && (
        <Button variant="quiet" onClick={() => setOpen("withdraw")}>
          撤回
        </Button>
      )}
      {claim.state === "returned" && <Button onClick={() => setOpen("again")}>补正后重新提交</Button>}
      <ConfirmSheet
        open={open === "confirm" || open === "again"}
        onClose={() => setOpen(null)}
        title={open === "again" ? "补正后重新提交" : "确认这笔申请"}
        consequences={[
          `按今天的记录重新判定，申请 ${amount} 元，收款方是本单位登记的账户。`,
          "人社部门 10 个工作日内初审，之后复审、公示五个工作日、财政拨付。",
          "本人会收到通知，可以提出异议。",
        ]}
        action={open === "again" ? "重新提交初审" : "提交初审"}
        form={form}
        disabled={form.refused.length > 0}
        onConfirm={() => sending.mutate({ params, body: granted ? {} : form.values })}
        busy={sending.isPending}
      >
        {!granted && (
          <FormField name="because" required label="理由" hint="按现有记录还不能享受。记录有误、仍要提交的，请写明。">
            <TextArea {...form.bind("because")} rows={3} />
          </FormField>
        )}
      </ConfirmSheet>
      <ReasonDialog
        open={open === "withdraw"}
        onClose={() => setOpen(null)}
        title="撤回这笔申请"
        consequences={["审核停止，申请到此为止。", changeOfMind]}
        action="撤回申请"
        danger
        rules={contractOf(api.claims.withdraw)}
        readBy="人社部门会看到这段话。"
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={({ text }) => withdraw.mutate({ params, body: { reason: text } })}
      />
      <ConfirmSheet
        open={open === "decline"}
        onClose={() => setOpen(null)}
        title="放弃这笔申请"
        consequences={[`不再领取这笔 ${amount} 元的补贴。`, changeOfMind]}
        action="放弃申请"
        danger
        onConfirm={() => decline.mutate({ params })}
        busy={decline.isPending}
        error={decline.error}
      />
    </>
  );
}
