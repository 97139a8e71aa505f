import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

const planFields = new Set([
  "occupation",
  "plan",
  "assessmentPlan",
  "priceFen",
  "phone",
  "bring",
  "startsOn",
  "projectId",
  "capacity",
  "enterpriseId",
  "requiredHours",
]);

/** Page where a finding is fixed. */
function fixOf(where: string): { tab: string; title: string } {
  if (where === "occupation") return { tab: "plan", title: "去计划" };
  if (where === "roster") return { tab: "roster", title: "去名册" };
  if (planFields.has(where)) return { tab: "plan", title: "去计划" };
  return { tab: where === "sessions" ? "timetable" : `timetable?session=${where}`, title: "去课表" };
}

/** 检查: findings of the filing, errors first, then warnings for the reviewer. */
export function ChecksPanel({ training }: { training: TrainingClass }): ReactElement {
  const checks = useApi(api.classes.check, { params: { id: training.id } });
  return (
    <Card
      title="检查"
      tone={(checks.data?.errors ?? 0) > 0 ? "refuse" : "plain"}
      action={
        <Button variant="quiet" icon="refresh" busy={checks.isFetching} onClick={() => void checks.refetch()}>
          再查一遍
        </Button>
      }
    >
      <QueryView query={checks} lines={4}>
        {(data) =>
          data.findings.length === 0 ? (
            <p className="flex items-center gap-2">
              <StatusMark kind="done">全部通过</StatusMark>
              <span className="text-ink-2">师资、场地、课时、准入和学员时间都没有冲突，可以提交。</span>
            </p>
          ) : (
            <>
              <p className="mb-2 text-ink-2">
                {data.errors > 0 ? (
                  <>
                    <strong className="num font-semibold text-refuse">{data.errors} 处必须更正</strong>
                    才能提交
                    {data.warnings > 0 && <span className="num">；{data.warnings} 条提示会显示给审核人</span>}。
                  </>
                ) : (
                  <span className="num">可以提交。{data.warnings} 条提示会一并显示给审核人。</span>
                )}
              </p>
              <ul className="divide-y divide-line border-y border-line">
                {data.findings.map((finding) => {
                  const fix = fixOf(finding.where);
                  const isError = finding.severity === "error";
                  return (
                    <li
                      key={`${finding.code}-${finding.where}-${finding.sentence}`}
                      className="grid grid-cols-[5rem_1fr_auto] items-baseline gap-x-3 py-2"
                    >
                      <StatusMark kind={isError ? "refused" : "late"}>{isError ? "须更正" : "提示"}</StatusMark>
                      <span>{finding.sentence}</span>
                      <Link
                        to={
                          finding.code === "not-admitted"
                            ? "/institution/admissions"
                            : `/institution/classes/${training.id}/${fix.tab}`
                        }
                        className="text-accent underline underline-offset-3"
                      >
                        {finding.code === "not-admitted" ? "去办准入" : fix.title}
                      </Link>
                    </li>
                  );
                })}
              </ul>
            </>
          )
        }
      </QueryView>
    </Card>
  );
}
