import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { DecisionPanel } from "./DecisionPanel.tsx";
import { stepTitle } from "./step-title.ts";
import { usePolicy } from "./use-policy.ts";
import type { ClaimPreview } from "./use-claim-preview.ts";

const fieldNames = {
  "/stated/contractFen": "项目合同金额",
  "/stated/acceptedFen": "验收金额",
  "/stated/costPerHeadFen": "人均培训费用",
  "/classId": "培训班",
  "/personId": "职工",
};

/** Preview of a claim: amount, each condition, and other obstacles. */
export function PreviewPanel({ base, preview }: { base: string; preview: UseQueryResult<ClaimPreview> }): ReactElement {
  const law = preview.data?.decision.policy;
  const policy = usePolicy(law && `${law.id}@${law.version}`);
  const { error } = preview;
  if (error instanceof ProblemError && error.problem.code === "class-not-ready")
    return (
      <Notice tone="turn" title="还不到申请的时候">
        {error.message}
      </Notice>
    );
  if (error !== null) return <ErrorNotice error={error} fieldNames={fieldNames} />;
  const { data } = preview;
  if (data === undefined)
    return (
      <Card title="试算">
        <Skeleton lines={6} />
      </Card>
    );
  const { decision, existing } = data;
  return (
    <div className="grid gap-4" aria-busy={preview.isPlaceholderData}>
      {existing !== null && (
        <Notice
          tone="turn"
          title={`这个班的这项补贴已有一笔申请：${existing.number}，${existing.stateLabel}`}
          {...(existing.id === null
            ? {}
            : {
                action: (
                  <Button variant="secondary" to={`${base}/claims/${existing.id}`}>
                    看这笔申请
                  </Button>
                ),
              })}
        >
          {existing.id === null && "由合作的另一方提出，同一个班不能重复申请。"}
        </Notice>
      )}
      {!data.payeeReady && (
        <Notice
          tone="turn"
          title="还没有登记收款账户，补贴无处可发"
          action={
            <Button variant="secondary" to={`${base}/settings`}>
              去登记单位账户
            </Button>
          }
        />
      )}
      <Card>
        <div className="grid gap-4" aria-live="polite">
          {data.class !== null && (
            <FactList
              columns={3}
              facts={[
                { label: "计划人数", value: <span className="num">{data.class.capacity} 人</span> },
                { label: "名册人数", value: <span className="num">{data.class.rosterSize} 人</span> },
                { label: "结业人数", value: <span className="num">{data.class.finishers} 人</span> },
                ...(data.class.advancedFen > 0
                  ? [{ label: "已预拨", value: <Money fen={data.class.advancedFen} exact /> }]
                  : []),
              ]}
            />
          )}
          <DecisionPanel
            level={2}
            decision={decision}
            testTitle={(test) => policy.testTitle(decision.benefit, test)}
            stepTitle={stepTitle}
          />
        </div>
      </Card>
    </div>
  );
}
