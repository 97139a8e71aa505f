import { stateWord } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { ClassClaims } from "../../../features/claims/ClassClaims.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { claimsByList, claimsWholeClass, usePolicy } from "../../../features/claims/use-policy.ts";
import { listRefresh } from "./list-refresh.ts";
import { SubsidyList } from "./SubsidyList.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import type { ListHead } from "./list-head.ts";

/** 补贴: a claim for the class as a whole, or the list of its learners' subsidies. */
export function SubsidyTab({ training }: { training: TrainingClass }): ReactElement {
  const policy = usePolicy(training.policyId);
  return claimsWholeClass(policy.claiming(training.benefit), "institution") ? (
    <ClassClaims training={training} base="/institution" applyAt={`/institution/classes/${training.id}/claim`} />
  ) : (
    <SubsidyLists training={training} />
  );
}

/** 补贴清单: generated on current facts, adjusted with reasons, regenerated, submitted. Every generation is kept. */
function SubsidyLists({ training }: { training: TrainingClass }): ReactElement {
  const lists = useApi(api.subsidyLists.ofClass, { params: { id: training.id } });
  const [shown, setShown] = useState<string | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const tell = useToast();
  const generate = useChange(api.subsidyLists.generate, {
    refresh: listRefresh,
    onSuccess: (list) => {
      setShown(null);
      tell(`已生成第 ${list.version} 次清单：${list.people} 人，${formatYuan(list.totalFen)} 元`);
    },
  });
  const submit = useChange(api.subsidyLists.submit, {
    refresh: [...listRefresh, api.claims.list],
    onSuccess: ({ claims, totalFen }) => {
      setSubmitting(false);
      tell(`已提交 ${claims} 笔申请，共 ${formatYuan(totalFen)} 元`);
    },
  });
  const policy = usePolicy(training.policyId);
  const byList = claimsByList(policy.claiming(training.benefit));
  const possible = byList && (training.state === "completed" || training.state === "closed");
  const again = () => generate.mutate({ params: { id: training.id } });

  return (
    <QueryView query={lists} lines={8}>
      {({ rows }) => {
        const [latest] = rows;
        if (latest === undefined) {
          return (
            <div className="grid gap-4">
              <ErrorNotice error={generate.error} />
              <Empty
                title={byList ? "还没有补贴清单" : "这个班不用补贴清单"}
                action={
                  possible && (
                    <Button busy={generate.isPending} onClick={again}>
                      生成补贴清单
                    </Button>
                  )
                }
              >
                {possible
                  ? "系统按每位学员的出勤、成绩、证书和身份逐条判定，列出能补多少、不能补的缺什么。"
                  : byList
                    ? "结束培训、考核合格并发证后，才能生成补贴清单。"
                    : "这个班的补贴不由培训机构按学员名单申请，由合作企业或学员本人办理；证书发放后系统会通知他们。"}
              </Empty>
            </div>
          );
        }
        const current = rows.find((row) => row.id === shown) ?? latest;
        const isOpen = current.id === latest.id && latest.state === "generated";
        return (
          <div className="grid gap-4">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <Versions lists={rows} current={current} onChoose={setShown} />
              <div className="flex flex-wrap gap-2">
                <Button
                  variant="secondary"
                  icon="print"
                  to={`/institution/classes/${training.id}/print/subsidy?list=${current.id}`}
                >
                  打印审批表和签字单
                </Button>
                {latest.state === "generated" && (
                  <Button variant="secondary" icon="refresh" busy={generate.isPending} onClick={again}>
                    重新生成
                  </Button>
                )}
                {isOpen && (
                  <Button disabled={current.people === 0} onClick={() => setSubmitting(true)}>
                    提交 {current.people} 人
                  </Button>
                )}
              </div>
            </div>
            <ErrorNotice error={generate.error} />
            {latest.state === "submitted" && current.id === latest.id && (
              <Notice
                title="清单已提交"
                action={
                  <Button variant="secondary" to={`/institution/claims?classId=${training.id}`}>
                    看每笔申请到哪一步
                  </Button>
                }
              >
                <span className="num">
                  {latest.submittedAt !== null && formatInstant(latest.submittedAt)} 提交 {latest.people} 笔，共{" "}
                  {formatYuan(latest.totalFen)} 元。
                </span>
              </Notice>
            )}
            <SubsidyList training={training} list={current} open={isOpen} />
            <ConfirmSheet
              open={submitting}
              onClose={() => setSubmitting(false)}
              title={`提交“${training.name}”的补贴清单`}
              consequences={[
                <>
                  为 <strong className="num">{current.people}</strong> 名学员各建一笔申请，共{" "}
                  <strong className="num">{formatYuan(current.totalFen, { fen: "always" })} 元</strong>
                  ，收款方是本单位。
                </>,
                "每位学员会收到通知，可以提出异议；他们自己待确认的同一项申请随之失效。",
                "人社部门两级审核、公示五个工作日后，由财政部门拨付。",
              ]}
              action={`提交 ${current.people} 笔，共 ${formatYuan(current.totalFen)} 元`}
              onConfirm={() => submit.mutate({ params: { id: current.id } })}
              busy={submit.isPending}
              error={submit.error}
            />
          </div>
        );
      }}
    </QueryView>
  );
}

function Versions({
  lists,
  current,
  onChoose,
}: {
  lists: readonly ListHead[];
  current: ListHead;
  onChoose: (id: string) => void;
}): ReactElement {
  return (
    <div role="group" aria-label="各次清单" className="flex flex-wrap gap-1">
      {lists.map((list) => (
        <button
          key={list.id}
          type="button"
          aria-pressed={list.id === current.id}
          onClick={() => onChoose(list.id)}
          className={
            list.id === current.id
              ? "num min-h-(--touch) rounded-md border border-accent bg-accent-soft px-3 font-semibold text-accent"
              : "num min-h-(--touch) rounded-md border border-line px-3 text-ink-2 hover:border-accent"
          }
        >
          第 {list.version} 次　{stateWord("subsidy-list", list.state).label}
        </button>
      ))}
    </div>
  );
}
