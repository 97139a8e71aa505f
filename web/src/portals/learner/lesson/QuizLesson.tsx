import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";

/** A quiz: all questions on one page, scored at once; right answers are shown when no attempt is left. */
export function QuizLesson({ lessonId, enrolmentId }: { lessonId: string; enrolmentId: string }): ReactElement {
  const query = useApi(api.lessons.quiz, { params: { id: lessonId }, query: { enrolmentId } });
  const {
    value: answers,
    set: setAnswers,
    clear,
  } = useDraft<Record<number, string[]>>(`quiz.${enrolmentId}.${lessonId}`, {});
  /** The answers of the paper that was handed in, shown beside its result. */
  const [sent, setSent] = useState<Record<number, string[]>>({});
  const submit = useChange(api.lessons.submitQuiz, {
    refresh: [api.lessons.quiz, api.courses.ofClass, api.myClasses.page, api.homes.learner],
    onSuccess: () => {
      setSent(answers);
      clear();
      scrollTo({ top: 0 });
    },
  });
  const result = submit.data;
  return (
    <QueryView query={query} lines={6}>
      {(quiz) => {
        const over = result !== undefined || quiz.passed || quiz.attemptsLeft === 0;
        const answered = quiz.questions.every((_question, index) => (answers[index]?.length ?? 0) > 0);
        return (
          <div className="grid gap-6">
            {submit.error !== null && <ErrorNotice error={submit.error} />}
            {result !== undefined ? (
              <Notice
                tone={result.passed ? "info" : "turn"}
                title={`${result.score} 分，${result.passed ? "合格" : "没有合格"}`}
              >
                {result.passed
                  ? "这一节完成了。"
                  : result.attemptsLeft > 0
                    ? `${quiz.passScore} 分合格，还可以再答 ${result.attemptsLeft} 次。`
                    : "次数用完了。请找授课老师，培训机构可以再给您增加次数。"}
              </Notice>
            ) : !quiz.passed && quiz.attemptsLeft === 0 ? (
              <Notice tone="turn" title={`次数用完了，最好成绩 ${quiz.bestScore ?? 0} 分`}>
                没有合格。请找授课老师，培训机构可以再给您增加次数，增加后会发消息给您。
              </Notice>
            ) : quiz.passed ? (
              <Notice title={`已通过，最好成绩 ${quiz.bestScore ?? 0} 分`}>不需要再答，题目留着给您复习。</Notice>
            ) : (
              <p className="text-ink-2">
                {quiz.passScore} 分合格，还可以答 {quiz.attemptsLeft} 次
                {quiz.bestScore !== null && `，目前最好 ${quiz.bestScore} 分`}。
              </p>
            )}
            {result === undefined && !quiz.passed && quiz.attemptsLeft > 0 && quiz.granted !== null && (
              <Notice title={`培训机构又给了您 ${quiz.granted.attempts} 次机会`}>原因：{quiz.granted.reason}</Notice>
            )}
            {quiz.questions.map((question, index) => {
              const choices = question.options.map((label, place) => ({
                value: String(place),
                label,
                disabled: over,
              }));
              const value = (result === undefined ? answers : sent)[index] ?? [];
              const set = (chosen: string[]) => setAnswers({ [index]: chosen });
              const right = result?.answers?.[index]?.map((place) => question.options[place]).join("、");
              return (
                <Card key={question.text}>
                  <Field
                    group
                    label={`${index + 1}. ${question.text}`}
                    hint={question.kind === "multiple" ? "可以选几个。" : undefined}
                  >
                    {question.kind === "multiple" ? (
                      <CheckboxGroup value={value} onChange={set} choices={choices} />
                    ) : (
                      <RadioGroup value={value[0] ?? ""} onChange={(chosen) => set([chosen])} choices={choices} />
                    )}
                  </Field>
                  {result !== undefined && (
                    <p className="mt-3 flex flex-wrap gap-x-4">
                      <StatusMark kind={result.right[index] === true ? "done" : "refused"}>
                        {result.right[index] === true ? "答对了" : "答错了"}
                      </StatusMark>
                      {right !== undefined && <span>正确答案：{right}</span>}
                    </p>
                  )}
                </Card>
              );
            })}
            {!over && (
              <Button
                block
                busy={submit.isPending}
                disabled={!answered}
                onClick={() =>
                  submit.mutate({
                    params: { id: lessonId },
                    body: {
                      enrolmentId,
                      answers: quiz.questions.map((_question, index) => (answers[index] ?? []).map(Number)),
                    },
                  })
                }
              >
                {answered ? "交卷" : "每题都答了才能交卷"}
              </Button>
            )}
            {result !== undefined && !result.passed && result.attemptsLeft > 0 && (
              <Button onClick={() => submit.reset()}>再答一次</Button>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
