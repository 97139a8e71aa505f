import type { ReactElement, ReactNode } from "react";
import { Thread, ThreadNode } from "./Thread.tsx";

export interface NextStep {
  id: string;
  /** The action, as a verb: 签到今天的课. */
  title: string;
  /** Time and place: 今天 14:30 · 示例街道实训楼 302. */
  when: string;
  detail?: ReactNode;
  /** Button of the action, if it can be done now. */
  action?: ReactNode;
}

/** 下一步: what the person can do next, the most important one largest. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }): ReactElement {
  return (
    <Thread label="下一步">
      {steps.map((step, index) => (
        <ThreadNode key={step.id} tone={index === 0 ? "now" : "todo"} last={index === steps.length - 1}>
          <p className="num text-sm text-ink-2">{step.when}</p>
          <p className={index === 0 ? "text-xl font-semibold" : "font-medium"}>{step.title}</p>
          {step.detail !== undefined && <div className="mt-0.5 text-sm text-ink-2">{step.detail}</div>}
          {step.action !== undefined && <div className="mt-3 flex flex-wrap gap-2">{step.action}</div>}
        </ThreadNode>
      ))}
    </Thread>
  );
}
