import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi, useChange } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { PayeeForm } from "../../../features/person/PayeeForm.tsx";

type Benefit = Output<Api["policy"]["myEntitlements"]>["benefits"][number];

/** Claims the award: payee account and reviewer; against the records only with a reason. */
export function AskAwardDialog({ benefit, onClose }: { benefit: Benefit; onClose: () => void }): ReactElement {
  const { decision } = benefit;
  const payee = useApi(api.me.payeeAccount, {});
  const tell = useToast();
  const navigate = useNavigate();
  const create = useChange(api.claims.create, {
    refresh: [api.claims.mine, api.homes.learner, api.policy.myEntitlements],
    onSuccess: ({ id }) => {
      tell("已提交，等人社部门审核");
      void navigate(`/my/claims/${id}`);
    },
  });
  const account = payee.data?.current ?? null;
  const granted = decision.outcome === "granted";
  const rules = contractOf(api.claims.create);
  const form = useForm({
    initial: { because: "" },
    rules: granted ? rules : needing(rules, "because"),
    error: create.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`申请${benefit.title}`}
      consequences={[
        granted && decision.amountFen !== undefined ? (
          <>
            申请 <Money fen={decision.amountFen} className="font-semibold" />
            ，一辈子只能领一次。
          </>
        ) : (
          "按现有记录还不符合，由人社部门核定。"
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
      action="提交申请"
      busy={create.isPending}
      form={form}
      disabled={account === null || form.refused.length > 0}
      onConfirm={() => create.mutate({ body: { benefit: benefit.benefit, ...(granted ? {} : form.values) } })}
    >
      <div className="grid gap-5">
        {payee.isPending && <Skeleton lines={2} />}
        {payee.data !== undefined && account === null && <PayeeForm onDone={() => void payee.refetch()} />}
        {!granted && (
          <>
            <Notice tone="turn" title="还有条件没满足">
              写明为什么仍要申请。提交后可以在申请页补充材料。
            </Notice>
            <FormField name="because" required label="仍要申请的理由">
              <TextArea {...form.bind("because")} rows={3} />
            </FormField>
          </>
        )}
      </div>
    </ConfirmSheet>
  );
}
