import type { ReactElement, ReactNode } from "react";
import { PrintSheet } from "./PrintSheet.tsx";

export interface ApprovalStep {
  /** 经办, 初审, 复审, 财政… */
  title: string;
  /** The decision in words. */
  opinion: string;
  name?: string;
  on?: string;
}

interface ApprovalSheetProps {
  title: string;
  number: string;
  on: string;
  /** Pairs of label and value; two pairs a line, or one where `wide`. */
  facts: readonly { label: string; value: ReactNode; wide?: boolean }[];
  /** Between the facts and the signatures: conditions, arithmetic, rows. */
  children?: ReactNode;
  steps: readonly ApprovalStep[];
  foot?: ReactNode;
}

/** 审批表: a printed form with opinions and room for signature and seal. */
export function ApprovalSheet({ title, number, on, facts, children, steps, foot }: ApprovalSheetProps): ReactElement {
  return (
    <PrintSheet title={title} left={`编号：${number}`} right={on} foot={foot}>
      <dl className="grid grid-cols-4 border-t border-l border-ink">
        {facts.map((fact) => (
          <div
            key={fact.label}
            className={
              fact.wide === true ? "col-span-4 grid grid-cols-[6.5em_1fr]" : "col-span-2 grid grid-cols-[6.5em_1fr]"
            }
          >
            <dt className="border-r border-b border-ink bg-paper px-2 py-1.5 text-center print:bg-white">
              {fact.label}
            </dt>
            <dd className="border-r border-b border-ink px-2 py-1.5">{fact.value}</dd>
          </div>
        ))}
      </dl>
      {children !== undefined && <div className="border-x border-b border-ink px-3 py-2">{children}</div>}
      <div
        className="grid border-l border-ink"
        style={{ gridTemplateColumns: `repeat(${Math.min(3, Math.max(1, steps.length))}, 1fr)` }}
      >
        {steps.map((step) => (
          <section key={step.title} className="flex min-h-[38mm] flex-col border-r border-b border-ink p-2">
            <h2 className="font-semibold">{step.title}意见</h2>
            <p className="flex-1 py-2">{step.opinion}</p>
            <p className="num text-right text-sm">签名（章）：{step.name ?? "　　　　"}</p>
            <p className="num text-right text-sm">{step.on ?? "　　年　　月　　日"}</p>
          </section>
        ))}
      </div>
    </PrintSheet>
  );
}
