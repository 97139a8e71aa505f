import type { StatusKind } from "../../kit/StatusMark.tsx";

interface Label {
  kind: StatusKind;
  label: string;
}

const BATCH: Record<string, Label> = {
  draft: { kind: "turn", label: "待提交" },
  submitted: { kind: "turn", label: "待复核放款" },
  released: { kind: "doing", label: "已放款" },
  sent: { kind: "waiting", label: "已送银行" },
  settled: { kind: "done", label: "已结清" },
  cancelled: { kind: "ended", label: "已作废" },
};

const PAYMENT: Record<string, Label> = {
  batched: { kind: "waiting", label: "已入批" },
  sent: { kind: "doing", label: "已送银行" },
  paid: { kind: "done", label: "已到账" },
  returned: { kind: "late", label: "银行退回" },
  cancelled: { kind: "ended", label: "已移出" },
};

const CLAWBACK: Record<string, Label> = {
  demanded: { kind: "doing", label: "追回中" },
  repaid: { kind: "done", label: "已追回" },
  cancelled: { kind: "ended", label: "已撤销" },
  "written-off": { kind: "ended", label: "已核销" },
};

const unknown = (state: string): Label => ({ kind: "waiting", label: state });

export const batchState = (state: string): Label => BATCH[state] ?? unknown(state);
export const paymentState = (state: string): Label => PAYMENT[state] ?? unknown(state);
export const clawbackState = (state: string): Label => CLAWBACK[state] ?? unknown(state);
export const batchStateChoices = Object.entries(BATCH).map(([value, { label }]) => ({ value, label }));
export const paymentStateChoices = Object.entries(PAYMENT).map(([value, { label }]) => ({ value, label }));
export const clawbackStateChoices = Object.entries(CLAWBACK).map(([value, { label }]) => ({ value, label }));
