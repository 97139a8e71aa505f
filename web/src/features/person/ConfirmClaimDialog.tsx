import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, needing, useForm } from "../../kit/form.tsx";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { PayeeForm } from "./PayeeForm.tsx";
import type { Claim } from "../claims/claim.ts";

const refresh = [api.claims.show, api.claims.mine, api.homes.learner] as const;

/** Confirms a prepared claim, or a returned one again: payee account and consequences. */
export function ConfirmClaimDialog({ data, onClose }: { data: Claim; onClose: () => void }): ReactElement {
  const { claim, decision } = data;
  const payee = useApi(api.me.payeeAccount, {});
  const [changing, setChanging] = useState(false);
  const tell = useToast();
  const settings = {
    refresh,
    onSuccess: () => {
      tell("已提交，等人社部门审核");
      onClose();
    },
  };
  const confirm = useChange(api.claims.confirm, settings);
  const again = useChange(api.claims.resubmit, settings);
  const send = claim.state === "prepared" ? confirm : again;
  const account = payee.data?.current ?? null;
  const open = decision !== null && decision.outcome !== "granted";
  const rules = contractOf(api.claims.confirm);
  const form = useForm({
    initial: { because: "" },
    rules: open ? needing(rules, "because") : rules,
    error: send.error,
  });
  const fen = decision?.amountFen ?? claim.askedFen;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`确认：${claim.benefitName}`}
      consequences={[
        fen === null ? (
          "提交后由人社部门核定金额。"
        ) : (
          <>
            按记录计算 <Money fen={fen} className="font-semibold" />
            ，以核定为准。
          </>
        ),
        "人社部门两个人先后审核，再公示五个工作日，公示里只有遮挡后的姓名。",
        account === null ? (
          "登记收款卡后才能提交。"
        ) : (
          <>
            钱付到{account.bankName} <span className="num">{account.numberMasked}</span>。
          </>
        ),
      ]}
      action={fen === null ? "确认提交" : "确认领取"}
      busy={send.isPending}
      form={form}
      disabled={account === null || changing || form.refused.length > 0}
      onConfirm={() => send.mutate({ params: { id: claim.id }, body: open ? form.values : {} })}
    >
      <div className="grid gap-5">
        {payee.isPending ? (
          <Skeleton lines={2} />
        ) : account === null || changing ? (
          <PayeeForm
            onDone={() => setChanging(false)}
            {...(account === null ? {} : { onCancel: () => setChanging(false) })}
          />
        ) : (
          <div>
            <Button variant="quiet" onClick={() => setChanging(true)}>
              换一张收款卡
            </Button>
          </div>
        )}
        {open && (
          <>
            <Notice tone="turn" title="按现有记录还有条件没满足">
              可以先核对、更正记录；仍要提交的，写明理由，由人社部门核定。
            </Notice>
            <FormField name="because" required label="仍要提交的理由">
              <TextArea {...form.bind("because")} rows={3} />
            </FormField>
          </>
        )}
      </div>
    </ConfirmSheet>
  );
}
