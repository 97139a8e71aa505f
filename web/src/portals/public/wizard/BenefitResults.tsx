import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Page } from "../../../kit/Page.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import type { Answer, EntitlementsAnswer } from "./answers.ts";
import { BenefitCard } from "./BenefitCard.tsx";

interface BenefitResultsProps {
  result: EntitlementsAnswer;
  answers: readonly Answer[];
  /** The programme that was asked about. */
  programme: string;
  onMore: (() => void) | null;
  onBack: (() => void) | null;
  onRestart: () => void;
  /** Removes one answer; returns the others. */
  onChange: (answers: Answer[]) => void;
}

const STATUSES = [
  { key: "eligible", title: "可享受", none: "按现在的回答，还没有能直接享受的补贴。看看“还缺什么”。" },
  { key: "missing", title: "还缺什么", none: "没有待补充的了。" },
  { key: "ineligible", title: "不符合", none: "没有不符合的。" },
] as const;
/** Benefits that the person claims come first, then those closest to being met. */
function nearness({ wayOn, decision }: EntitlementsAnswer["benefits"][number]): number {
  const met = decision.findings.filter((finding) => finding.met === true).length;
  return (wayOn?.own === true ? 1 : 0) + met / Math.max(1, decision.findings.length);
}

type Status = (typeof STATUSES)[number]["key"];

/** Result of the answers: three lists, each benefit with its conditions, clauses and next step. */
export function BenefitResults(props: BenefitResultsProps): ReactElement {
  const { result, answers } = props;
  const policy = useApi(api.policy.show, { params: { id: props.programme } }, { staleTime: Infinity });
  const of = (status: Status) =>
    result.benefits.filter((benefit) => benefit.status === status).toSorted((a, b) => nearness(b) - nearness(a));
  const [shown, setShown] = useState<Status>(
    () => STATUSES.find(({ key }) => result.benefits.some((benefit) => benefit.status === key))?.key ?? "eligible",
  );
  const eligible = of("eligible").length;
  const missing = of("missing").length;
  const current = STATUSES.find(({ key }) => key === shown) ?? STATUSES[0];
  return (
    <Page
      title={
        eligible > 0
          ? `有 ${eligible} 项补贴您可以享受`
          : missing > 0
            ? `有 ${missing} 项补贴还要看其他条件`
            : "暂时没有符合的补贴"
      }
      intro={`按《${result.policy.title}》和您刚才的回答推算，不留存。正式结论以主管部门核定为准。`}
      width="wide"
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem]">
        <div className="grid content-start gap-4">
          <Tabs
            label="结果"
            current={shown}
            onChange={(key) => setShown(key as Status)}
            tabs={STATUSES.map(({ key, title }) => ({ key, title, count: of(key).length }))}
          >
            <div className="grid gap-4">
              {of(shown).map((benefit, index) => (
                <BenefitCard
                  key={benefit.benefit}
                  benefit={benefit}
                  answers={answers}
                  programme={props.programme}
                  tests={policy.data?.benefits.find((one) => one.benefit === benefit.benefit)?.tests ?? []}
                  open={shown === "eligible" && index === 0}
                />
              ))}
              {of(shown).length === 0 && <p className="py-6 text-ink-2">{current.none}</p>}
            </div>
          </Tabs>
        </div>
        <aside className="grid content-start gap-4">
          <Card title="接着做" level={2}>
            <div className="grid gap-2">
              {props.onMore !== null && <Button onClick={props.onMore}>继续答题，结果更准</Button>}
              <Button variant={props.onMore === null ? "primary" : "secondary"} to="/classes">
                找一个培训班
              </Button>
              <Button variant="secondary" to="/register">
                注册，按我的真实记录算
              </Button>
              {props.onBack !== null && (
                <Button variant="quiet" icon="left" onClick={props.onBack}>
                  回到上一题
                </Button>
              )}
            </div>
          </Card>
          {answers.length > 0 && (
            <Card
              title="您的回答"
              action={
                <Button variant="quiet" onClick={props.onRestart}>
                  重新答
                </Button>
              }
            >
              <ul className="divide-y divide-line text-sm">
                {answers.map((answer) => (
                  <li key={answer.path} className="flex items-start justify-between gap-3 py-2">
                    <span>
                      <span className="block text-ink-2">{answer.question}</span>
                      <span className="font-medium">{answer.shown}</span>
                    </span>
                    <Button
                      variant="quiet"
                      label={`改：${answer.question}`}
                      onClick={() => props.onChange(answers.filter((other) => other !== answer))}
                    >
                      改
                    </Button>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </aside>
      </div>
    </Page>
  );
}
