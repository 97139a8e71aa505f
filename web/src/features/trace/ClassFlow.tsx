import type { ReactElement } from "react";
import { formatNumber, formatYuan } from "../../kit/format.ts";
import type { ClassTrace } from "./trace-types.ts";

/** From seats to yuan in five figures, each narrower than the one before. */
export function ClassFlow({ totals }: { totals: ClassTrace["totals"] }): ReactElement {
  const steps = [
    { label: "入班学员", value: formatNumber(totals.learners), unit: "人次" },
    { label: "取得证书", value: formatNumber(totals.certificates), unit: "本" },
    { label: "补贴申请", value: formatNumber(totals.claims), unit: "件" },
    { label: "核定", value: formatYuan(totals.approvedFen), unit: "元" },
    { label: `已到账 ${totals.payments} 笔`, value: formatYuan(totals.paidFen), unit: "元" },
  ];
  return (
    <ol
      aria-label="从学员到资金"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-5"
    >
      {steps.map((step, index) => (
        <li key={step.label} className="relative bg-sheet px-4 py-3 max-md:last:col-span-2">
          <span className="text-sm text-ink-2">{step.label}</span>
          <span className="num block">
            <span className="text-2xl font-semibold tracking-tight">{step.value}</span>
            <span className="ml-1 text-sm text-ink-2">{step.unit}</span>
          </span>
          {index < steps.length - 1 && (
            <span
              aria-hidden
              className="absolute top-1/2 -right-[7px] z-10 size-3 border-t border-r border-line-strong bg-sheet max-md:hidden"
              style={{ transform: "translateY(-50%) rotate(45deg)" }}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
