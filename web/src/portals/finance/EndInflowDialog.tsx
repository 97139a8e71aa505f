import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Inflow } from "./inflow.ts";

const OUTCOMES = [
  { value: "arrived", label: "已到位，资金已经登记入账" },
  { value: "withdrawn", label: "不再拨入" },
];

/** Ends an expected inflow: the money came, or won't. */
export function EndInflowDialog({ inflow, onClose }: { inflow: Inflow; onClose: () => void }): ReactElement {
  const tell = useToast();
  const end = useChange(api.inflows.end, {
    refresh: [api.inflows.list],
    onSuccess: () => {
      tell("这一项计划拨入已结束");
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={`结束计划拨入：${formatYuan(inflow.amountFen)} 元`}
      consequences={[
        "到账日不再按这一项推算；不再拨入的，等这笔钱的人和单位会收到变化。",
        "到位的钱要另用“登记资金”入账，这里不入账。",
      ]}
      action="结束"
      rules={contractOf(api.inflows.end)}
      reasons={OUTCOMES}
      readBy="写明凭证号，或不再拨入的原因。"
      onConfirm={({ kind, text }) =>
        end.mutate({ params: { id: inflow.id }, body: { outcome: kind as "arrived" | "withdrawn", reason: text } })
      }
      busy={end.isPending}
      error={end.error}
    />
  );
}
