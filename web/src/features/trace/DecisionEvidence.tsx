import type { ReactElement } from "react";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { clauseHref } from "../claims/clause-href.ts";
import { stepTitle } from "../claims/step-title.ts";
import { DecisionPanel, type DecisionView } from "../claims/DecisionPanel.tsx";
import { CaseFactsText } from "./CaseFactsText.tsx";
import type { Evidence } from "./trace-types.ts";

const again = {
  same: "刚刚用保存的事实和同一版政策重新判定，结果一致。",
  different: "用保存的事实重新判定，结果与当时不一致，请查审计日志。",
  "package-missing": "平台上没有当时那一版政策包，不能重新判定；当时的结论与事实仍保存在这里。",
} as const;

/** Current decision: reasons derived again from the stored facts, computation, digest, and the facts. */
export function DecisionEvidence({ decision }: { decision: NonNullable<Evidence["decision"]> }): ReactElement {
  const titles = new Map(decision.findings.map((finding) => [finding.test, finding.title]));
  return (
    <div className="grid gap-4">
      <Notice tone={decision.rederived === "different" ? "refuse" : "info"}>{again[decision.rederived]}</Notice>
      <DecisionPanel
        decision={{
          outcome: decision.outcome as DecisionView["outcome"],
          amountFen: decision.amountFen,
          recoverFen: decision.recoverFen,
          findings: decision.findings,
          computation: decision.computation,
          policy: {
            id: decision.policyId,
            version: decision.policyVersion,
            digest: decision.policyDigest,
          },
        }}
        testTitle={(test) => titles.get(test) ?? test}
        stepTitle={stepTitle}
        clauseHref={clauseHref}
      />
      <p className="text-sm text-ink-2">
        政策包指纹 <code className="num font-mono text-xs break-all">{decision.policyDigest}</code>
      </p>
      <CaseFactsText facts={decision.facts} />
      {decision.earlier.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium">以前的判定</h3>
          <ul>
            {decision.earlier.map((each) => (
              <li key={each.version} className="num flex flex-wrap gap-x-4 border-b border-line py-1">
                第 {each.version} 次 <span className="text-ink-2">{formatInstant(each.at)}</span>
                {each.outcome === "granted" ? "符合条件" : each.outcome === "refused" ? "不符合条件" : "材料不全"}
                <Money fen={each.amountFen} exact />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
