import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { courseRefresh } from "./refresh.ts";
import { QuestionFields, type QuestionValues } from "./QuestionFields.tsx";

type Body = ApiInput<Api["courses"]["addQuiz"]>["body"];

const newQuestion = (): QuestionValues => ({ kind: "single", text: "", options: ["", "", "", ""], answers: [] });

/** A quiz for a course, question by question. What is written stays on this computer until the quiz is added. */
export function QuizDialog({ courseId, onClose }: { courseId: string; onClose: () => void }): ReactElement {
  const draft = useDraft(`quiz-${courseId}`, {
    title: "随堂练习",
    passScore: "60",
    maxAttempts: "3",
    questions: [newQuestion()],
  });
  const tell = useToast();
  const add = useChange(api.courses.addQuiz, {
    refresh: courseRefresh,
    onSuccess: () => {
      draft.clear();
      tell("练习已加入课程");
      onClose();
    },
  });
  const { title, passScore, maxAttempts, questions } = draft.value;
  const problem = add.error instanceof ProblemError ? add.error : null;
  const body = (): Body => ({
    title,
    quiz: {
      passScore: Number(passScore),
      maxAttempts: Number(maxAttempts),
      questions: questions.map((question) => ({
        ...question,
        options: question.options.filter((option) => option.trim() !== ""),
      })),
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="添加随堂练习"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先放着
          </Button>
          <Button busy={add.isPending} onClick={() => add.mutate({ params: { id: courseId }, body: body() })}>
            加入课程，共 {questions.length} 题
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <ErrorNotice error={add.error} fieldNames={{ "/title": "练习名称" }} />
        <div className="grid gap-4 sm:grid-cols-[1fr_8rem_8rem]">
          <Field label="练习名称" error={problem?.fieldError("/title")}>
            <Input value={title} onChange={(text) => draft.set({ title: text })} maxLength={80} />
          </Field>
          <Field label="通过分数" error={problem?.fieldError("/quiz/passScore")}>
            <Input
              inputMode="numeric"
              unit="分"
              value={passScore}
              onChange={(text) => draft.set({ passScore: text.replace(/\D/gu, "") })}
            />
          </Field>
          <Field label="最多可做" error={problem?.fieldError("/quiz/maxAttempts")}>
            <Input
              inputMode="numeric"
              unit="次"
              value={maxAttempts}
              onChange={(text) => draft.set({ maxAttempts: text.replace(/\D/gu, "") })}
            />
          </Field>
        </div>
        {questions.map((question, index) => (
          <QuestionFields
            key={index}
            number={index + 1}
            value={question}
            error={
              problem?.fieldError(`/quiz/questions/${index}/answers`) ??
              problem?.fieldError(`/quiz/questions/${index}/text`) ??
              problem?.fieldError(`/quiz/questions/${index}/options`)
            }
            onChange={(next) => draft.set({ questions: questions.map((one, at) => (at === index ? next : one)) })}
            onRemove={
              questions.length > 1
                ? () => draft.set({ questions: questions.filter((_, at) => at !== index) })
                : undefined
            }
          />
        ))}
        <div>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => draft.set({ questions: [...questions, newQuestion()] })}
          >
            再加一题
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
