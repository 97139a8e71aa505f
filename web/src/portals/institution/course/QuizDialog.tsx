import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { courseRefresh } from "./refresh.ts";
import { QuestionFields, type QuestionValues } from "./QuestionFields.tsx";

const { "quiz/questions/#/options/#": _emptyOnesAreLeftOut, ...rules } = needing(
  contractOf(api.courses.addQuiz),
  "quiz/passScore",
  "quiz/maxAttempts",
);

type Body = ApiInput<Api["courses"]["addQuiz"]>["body"];

const newQuestion = (): QuestionValues => ({ kind: "single", text: "", options: ["", "", "", ""], answers: [] });

/** Quiz editor. The draft stays on this computer until the quiz is added. */
export function QuizDialog({ courseId, onClose }: { courseId: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const add = useChange(api.courses.addQuiz, {
    refresh: courseRefresh,
    onSuccess: () => {
      form.clear();
      tell("练习已加入课程");
      onClose();
    },
  });
  const form = useForm({
    initial: { title: "随堂练习", quiz: { passScore: "60", maxAttempts: "3", questions: [newQuestion()] } },
    rules,
    error: add.error,
    draft: `quiz-${courseId}`,
  });
  const { title, quiz } = form.values;
  const { passScore, maxAttempts, questions } = quiz;
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
  const noAnswer = (index: number): string | undefined =>
    questions[index]?.answers.length === 0 && form.fault(`quiz/questions/${index}/answers`) !== undefined
      ? "请勾选正确的选项"
      : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="添加随堂练习"
      footer={
        <FormFooter
          form={form}
          close="先放着"
          action={`加入课程，共 ${questions.length} 题`}
          busy={add.isPending}
          onClose={onClose}
          onConfirm={() => add.mutate({ params: { id: courseId }, body: body() })}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-[1fr_8rem_8rem]">
          <FormField name="title" label="练习名称">
            <Input {...form.bind("title")} />
          </FormField>
          <FormField name="quiz/passScore" required label="通过分数">
            <Input
              inputMode="numeric"
              unit="分"
              value={passScore}
              onChange={(text) => form.setPart("quiz", { passScore: text.replace(/\D/gu, "") })}
            />
          </FormField>
          <FormField name="quiz/maxAttempts" required label="最多可做">
            <Input
              inputMode="numeric"
              unit="次"
              value={maxAttempts}
              onChange={(text) => form.setPart("quiz", { maxAttempts: text.replace(/\D/gu, "") })}
            />
          </FormField>
        </div>
        {questions.map((question, index) => (
          <QuestionFields
            key={index}
            number={index + 1}
            value={question}
            at={`quiz/questions/${index}`}
            error={
              noAnswer(index) ??
              form.fault(`quiz/questions/${index}/answers`) ??
              form.fault(`quiz/questions/${index}/options`)
            }
            onChange={(next) =>
              form.setPart("quiz", { questions: questions.map((one, at) => (at === index ? next : one)) })
            }
            onRemove={
              questions.length > 1
                ? () => form.setPart("quiz", { questions: questions.filter((_, at) => at !== index) })
                : undefined
            }
          />
        ))}
        <div>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => form.setPart("quiz", { questions: [...questions, newQuestion()] })}
          >
            再加一题
          </Button>
        </div>
      </FormBody>
    </Dialog>
  );
}
