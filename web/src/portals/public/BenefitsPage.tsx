import { useMemo, type ReactElement } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { groups } from "@jinengtong/standards";
import { ProgrammeChoice } from "../../features/programmes/ProgrammeChoice.tsx";
import { useProgrammes } from "../../features/programmes/use-programmes.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Page } from "../../kit/Page.tsx";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { situations } from "./situations.ts";
import type { Answer, Question } from "./wizard/answers.ts";
import { BenefitResults } from "./wizard/BenefitResults.tsx";
import { QuestionForm } from "./wizard/QuestionForm.tsx";
import { useEntitlements } from "./wizard/use-entitlements.ts";

interface Progress {
  answers: Answer[];
  /** The person asked for results before the last question. */
  results?: boolean;
}

const GROUPS_PATH = "/person/groups";
const groupsQuestion: Question = {
  path: GROUPS_PATH,
  question: "您属于以下哪些人员？（可多选，都不是就不选）",
  kind: "choices",
  options: groups.options.map(({ code, label }) => ({ value: code, label })),
};

/**
 * 我能领什么: one question at a time, the most decisive first. Answers live only in this tab's history, so that Back returns to the
 * previous question; nothing is stored.
 */
export default function BenefitsPage(): ReactElement {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const situation = situations.find((one) => one.id === search.get("as"));
  const started = location.state as Progress | null;
  const progress: Progress = useMemo(
    () => started ?? { answers: situation?.facts.map((fact) => ({ ...fact })) ?? [] },
    [started, situation],
  );
  const { answers } = progress;
  const programme = search.get("programme") ?? "";
  const { inForce, usual } = useProgrammes();
  const query = useEntitlements(answers, programme);

  const go = (next: Progress) => void navigate({ search: location.search }, { state: next });
  const restart = () =>
    void navigate({ pathname: "/benefits", search: programme === "" ? "" : `programme=${programme}` }, { state: null });
  const asksGroups = situation !== undefined && !answers.some((answer) => answer.path === GROUPS_PATH);
  const question = asksGroups ? groupsQuestion : (query.data?.nextQuestion ?? null);
  const settled = query.data?.benefits.filter((benefit) => benefit.status !== "missing").length ?? 0;
  const total = query.data?.benefits.length ?? 0;

  if (query.data !== undefined && (progress.results === true || question === null)) {
    return (
      <BenefitResults
        result={query.data}
        answers={answers}
        onMore={question === null ? null : () => go({ answers })}
        onBack={answers.length === 0 ? null : () => void navigate(-1)}
        onRestart={restart}
        programme={programme === "" ? usual : programme}
        onChange={(kept) => go({ answers: kept })}
      />
    );
  }
  return (
    <Page
      title="我能领什么补贴"
      intro={answers.length === 0 ? "一次一个问题，不知道的可以跳过。不用注册，答案不会留存。" : undefined}
    >
      {answers.length === 0 && (
        <ProgrammeChoice
          programmes={inForce}
          value={programme === "" ? usual : programme}
          onChange={(next) => void navigate({ search: next === usual ? "" : `programme=${next}` }, { state: null })}
        />
      )}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {question === null ? (
        query.error === null && <Skeleton lines={6} />
      ) : (
        <>
          {total > 0 && (
            <div className="grid gap-2">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-2">
                <p className="num" aria-live="polite">
                  第 {answers.length + 1} 题 · {total} 项补贴里已有 {settled} 项有结论
                </p>
                {answers.length > 0 && (
                  <Button variant="quiet" onClick={() => go({ answers, results: true })}>
                    先看结果
                  </Button>
                )}
              </div>
              <ProgressBar value={settled} max={total} label="已有结论的补贴" />
            </div>
          )}
          <div className="rounded-lg border border-line bg-sheet p-5 sm:p-8" aria-busy={query.isPlaceholderData}>
            <QuestionForm
              key={question.path}
              question={question}
              suggested={question.path === GROUPS_PATH ? (situation?.groups ?? []) : []}
              onAnswer={(answer) => go({ answers: [...answers, answer] })}
              onBack={started === null ? null : () => void navigate(-1)}
            />
          </div>
          <p className="text-sm text-ink-3">
            结果按现行政策条款逐条推算，供您参考；正式结论以主管部门核定为准。关掉这一页，答案就没有了。
          </p>
        </>
      )}
    </Page>
  );
}
