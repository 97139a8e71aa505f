import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

/** Demands back a wrong payment. */
export function ClawbackDialog({ claim, onClose }: { claim: Claim; onClose: () => void }): ReactElement {
  const paid = claim.claim.paidFen ?? 0;
  const tell = useToast();
  const demand = useChange(api.clawbacks.demand, {
    refresh: [...CLAIM_READS, api.clawbacks.list],
    onSuccess: () => {
      tell("追回通知已发出");
      onClose();
    },
  });
  const rules = contractOf(api.clawbacks.demand);
  const form = useForm({
    initial: { amountFen: paid as number | null, reason: "" },
    rules: { ...rules, amountFen: { ...rules["amountFen"], least: 1 } },
    error: demand.error,
  });
  const fen = form.values.amountFen;
  return (
    <ActDialog
      danger
      title={`发出追回通知 ${claim.claim.number}`}
      consequences={[
        `向${claim.claim.payeeKind === "person" ? claim.claim.personName : claim.claim.organisationName}追回 ${formatYuan(fen ?? 0, { fen: "always" })} 元，限 30 日内退回专户。`,
        "到账由财政人员确认，确认后恢复资金来源的额度。",
        "收款方会收到通知和您写的原因。",
      ]}
      action={`发出追回通知，${formatYuan(fen ?? 0, { fen: "always" })} 元`}
      label="追回原因"
      readBy="收款方和审计会看到这段话"
      form={form}
      ready={fen === null || fen <= paid}
      busy={demand.isPending}
      error={demand.error}
      onClose={onClose}
      onConfirm={(reason) => demand.mutate({ params: { id: claim.claim.id }, body: { amountFen: fen ?? 0, reason } })}
    >
      <FormField
        name="amountFen"
        label="追回金额"
        hint={`已付 ${formatYuan(paid, { fen: "always" })} 元，可以全部或部分追回`}
        error={fen !== null && fen > paid ? "不能超过已付金额" : fen === 0 ? "请填大于零的金额" : undefined}
      >
        <MoneyInput {...form.bind("amountFen")} />
      </FormField>
    </ActDialog>
  );
}
