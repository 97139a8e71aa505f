import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Sample = Output<Api["samples"]["show"]>;
export type Frame = Sample["frame"];
export type Verdict = Sample["found"][number]["verdict"];

/** Sampling frames, with the meaning of their dates and the page of a record. */
export const frames: Record<
  Frame,
  { label: string; unit: string; date: string; href: (id: string, number: string) => string }
> = {
  payments: { label: "付款", unit: "笔", date: "到账日期", href: (id) => `/audit/payments/${id}` },
  claims: { label: "补贴申请", unit: "件", date: "申请日期", href: (id) => `/audit/claims/${id}` },
  classes: { label: "培训班", unit: "个班", date: "开班日期", href: (id) => `/audit/classes/${id}` },
  certificates: {
    label: "证书",
    unit: "本",
    date: "发证日期",
    href: (_id, number) => `/audit/certificates?serial=${encodeURIComponent(number)}`,
  },
};

export const frameChoices = (Object.keys(frames) as Frame[]).map((value) => ({ value, label: frames[value].label }));

export const verdicts: Record<Verdict, { kind: "done" | "turn" | "refused"; label: string }> = {
  "in-order": { kind: "done", label: "相符" },
  question: { kind: "turn", label: "存疑" },
  irregular: { kind: "refused", label: "不符" },
};
