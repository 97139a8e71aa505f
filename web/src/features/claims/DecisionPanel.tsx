import type { ReactElement } from "react";
import { ConditionList, type Condition } from "../../kit/ConditionList.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { usePolicy } from "./use-policy.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** A decision as the policy engine writes it. */
export interface DecisionView {
  outcome: "granted" | "refused" | "incomplete";
  amountFen?: number | undefined;
  recoverFen?: number | undefined;
  findings: readonly { test: string; clause: string; met: boolean | null; because: string }[];
  computation: readonly {
    step: string;
    clause?: string | undefined;
    fen?: number | undefined;
    value?: number | undefined;
  }[];
  /** Version null: it isn't on this platform. */
  policy: { id: string; version: string | null; digest: string };
}

interface DecisionPanelProps {
  decision: DecisionView;
  /** Title of a test: 劳动合同满一年. Without one only the reason is shown. */
  testTitle?: (test: string) => string;
  /** Title of a computation step: 培训与评价标准. */
  stepTitle?: (step: string) => string;
  /** Where a clause is explained, of the version that decided. */
  clauseHref?: (clause: string, programme: string) => string;
  /** The officer's options for an unmet condition. */
  remedy?: (test: string) => Condition["remedy"];
  /** Heading level: 2 where the panel is a part of the page itself. */
  level?: 2 | 3;
}

const outcomes = {
  granted: { kind: "done", word: "符合条件" },
  refused: { kind: "refused", word: "不符合条件" },
  incomplete: { kind: "waiting", word: "材料还不全" },
} as const;

/** The engine's decision: outcome and amount, every condition with its clause, the computation, and the policy version. */
export function DecisionPanel(props: DecisionPanelProps): ReactElement {
  const { decision, testTitle = (test) => test, stepTitle = (step) => step, level = 3 } = props;
  const Heading = `h${level}` as const;
  const Part = `h${level === 2 ? 3 : 4}` as const;
  const outcome = outcomes[decision.outcome];
  const { id, version } = decision.policy;
  const reference = version === null ? id : `${id}@${version}`;
  const policy = usePolicy(reference);
  const { clauseHref } = props;
  return (
    <section aria-label="系统判定" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <Heading className="text-lg font-semibold">
          系统判定　<StatusMark kind={outcome.kind}>{outcome.word}</StatusMark>
        </Heading>
        {decision.amountFen !== undefined && <Money fen={decision.amountFen} exact size="large" />}
      </div>
      <ConditionList
        {...(clauseHref === undefined ? {} : { clauseHref: (clause: string) => clauseHref(clause, reference) })}
        conditions={decision.findings.map((finding) => ({
          id: finding.test,
          met: finding.met,
          clause: finding.clause,
          title: testTitle(finding.test),
          because: finding.because,
          remedy: props.remedy?.(finding.test),
        }))}
      />
      {decision.computation.length > 0 && (
        <div>
          <Part className="mb-1 font-medium">怎么算的</Part>
          <ol className="num">
            {decision.computation.map((step, index) => {
              const last = index === decision.computation.length - 1;
              return (
                <li
                  key={step.step}
                  className={
                    last
                      ? "flex justify-between gap-4 border-t border-ink py-1.5 font-semibold"
                      : "flex justify-between gap-4 py-1"
                  }
                >
                  <span>
                    {stepTitle(step.step)}
                    {step.clause !== undefined && (
                      <span className="ml-2 text-sm font-normal text-ink-3">条款 {step.clause}</span>
                    )}
                  </span>
                  <span>
                    {step.fen === undefined
                      ? `× ${formatShare(step.step, step.value ?? 0)}`
                      : `${formatYuan(step.fen, { fen: "always" })} 元`}
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
      )}
      {decision.recoverFen !== undefined && decision.recoverFen > 0 && (
        <p>
          应收回预付款 <Money fen={decision.recoverFen} exact />
        </p>
      )}
      <p className="text-xs text-ink-3">
        依据《{policy.query.data?.title ?? id}》{version === null ? "（当时的版本不在本平台）" : `第 ${version} 版`}
        ，指纹{" "}
        <code className="font-mono" title={decision.policy.digest}>
          {decision.policy.digest.replace("sha256:", "").slice(0, 12)}…
        </code>
      </p>
    </section>
  );
}

/** A rate is shown as a percentage; months and heads as numbers. */
function formatShare(step: string, value: number): string {
  return step === "rate" || !Number.isInteger(value) ? `${Number((value * 100).toFixed(2))}%` : String(value);
}
