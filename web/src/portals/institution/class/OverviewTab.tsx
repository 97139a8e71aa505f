import type { ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { CaseHistory } from "../../../lists/queue/CaseHistory.tsx";
import { ChecksPanel } from "./ChecksPanel.tsx";
import { ClassFacts } from "./ClassFacts.tsx";
import { type Claiming, claimsByList, claimsWholeClass, usePolicy } from "../../../features/claims/use-policy.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

const nextSteps: Record<string, readonly { tab: string; title: string; detail: string }[]> = {
  approved: [
    { tab: "roster", title: "备好名册", detail: "确认报名或导入；开班后锁定。" },
    { tab: "timetable", title: "核对课表", detail: "要改的现在提交变更，开班前立即生效。" },
  ],
  running: [
    { tab: "attendance", title: "签到与点名", detail: "上课前 30 分钟起可以打开签到码。" },
    { tab: "courses", title: "看网上学习进度", detail: "按比例计入课时。" },
    { tab: "exams", title: "安排考核", detail: "课时满、出勤够的学员可以参加。" },
  ],
  completed: [
    { tab: "exams", title: "登记成绩", detail: "可以逐人登记，也可以导入成绩表。" },
    { tab: "certificates", title: "发放培训合格证书", detail: "课时满、考核合格的学员。" },
    { tab: "roster", title: "登记未结业", detail: "课时不足、缺考或不合格的学员；人人有结论后可以归档。" },
  ],
};

const subsidySteps = {
  list: { tab: "subsidy", title: "生成补贴清单", detail: "核对、调整后提交，系统为每人建一笔申请。" },
  class: { tab: "subsidy", title: "申请班级补贴", detail: "按结业人数当场试算，备好材料后提交。" },
  advance: { tab: "subsidy", title: "申请预拨", detail: "合同备好后可以申请，不超过一半。" },
} as const;

/** Next step in the class's state; the money comes by a list, for the class as a whole, or through others. */
function stepsOf({ state }: TrainingClass, claiming: Claiming | undefined) {
  const steps = nextSteps[state];
  if (steps === undefined) return undefined;
  const over = state === "completed";
  if (over && claimsByList(claiming)) return [...steps, subsidySteps.list];
  if (!claimsWholeClass(claiming, "institution")) return steps;
  if (over) return [...steps, subsidySteps.class];
  return claiming?.stages.includes("advance") === true ? [...steps, subsidySteps.advance] : steps;
}

/** 概况与检查: obstacles to the class's next state, its facts, and its history. */
export function OverviewTab({ training }: { training: TrainingClass }): ReactElement {
  const filing = ["draft", "returned", "submitted"].includes(training.state);
  const returned = training.history.findLast((entry) => entry.to === "returned");
  const policy = usePolicy(training.policyId);
  const steps = stepsOf(training, policy.claiming(training.benefit));
  return (
    <div className="grid gap-4 items-start xl:grid-cols-[1fr_30rem]">
      <div className="grid content-start gap-4">
        {training.state === "returned" && returned !== undefined && (
          <Notice tone="turn" title="退回补正">
            <p>{returned.reason}</p>
            <p className="num mt-1 text-sm text-ink-2">{formatInstant(returned.at)}　改好后重新提交。</p>
          </Notice>
        )}
        {training.state === "submitted" && (
          <Notice title="人社部门正在审核">
            最迟 <span className="num">{training.dueOn}</span> 答复
            {training.overdue && "，现已超过承诺时限"}。审核期间可以继续增减名册；计划和课表要改，点“取回修改”。
          </Notice>
        )}
        {filing && <ChecksPanel training={training} />}
        {steps !== undefined && (
          <Card title="接下来" tone="turn">
            <ol className="divide-y divide-line border-y border-line">
              {steps.map((step, index) => (
                <li key={step.tab} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                  <span aria-hidden className="num text-lg font-semibold text-turn">
                    {index + 1}
                  </span>
                  <div className="min-w-0 flex-1">
                    <p className="font-medium">{step.title}</p>
                    <p className="text-sm text-ink-2">{step.detail}</p>
                  </div>
                  <Button variant="secondary" to={`/institution/classes/${training.id}/${step.tab}`}>
                    去办
                  </Button>
                </li>
              ))}
            </ol>
          </Card>
        )}
        <Card
          title="概况"
          action={
            <Link to={`/institution/classes/${training.id}/plan`} className="text-accent underline underline-offset-3">
              看计划全文
            </Link>
          }
        >
          <ClassFacts training={training} />
        </Card>
      </div>
      <Card className="content-start">
        <CaseHistory
          entries={training.history.toReversed().map((entry, index) => ({
            id: `${entry.at}-${index}`,
            at: formatInstant(entry.at),
            who: entry.by ?? "系统",
            what: entry.label,
            ...(entry.reason === null || entry.reason === "" ? {} : { note: entry.reason }),
          }))}
        />
      </Card>
    </div>
  );
}
