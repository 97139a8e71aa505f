import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { formatSeconds } from "../../../kit/format.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { courseRefresh } from "./refresh.ts";
import type { Lesson } from "./course.ts";

interface CheckText {
  minutes: string;
  seconds: string;
  text: string;
  options: string[];
  answer: number;
}

const newCheck = (): CheckText => ({ minutes: "", seconds: "", text: "", options: ["", "", "", ""], answer: 0 });

const textOf = (check: Lesson["checks"][number]): CheckText => ({
  minutes: String(Math.floor(check.atMs / 60_000)),
  seconds: String(Math.round((check.atMs % 60_000) / 1000)),
  text: check.text,
  options: check.options,
  answer: check.answer,
});

const atMs = (check: CheckText): number => (Number(check.minutes) * 60 + Number(check.seconds)) * 1000;

const isTimed = (check: CheckText): boolean => `${check.minutes}${check.seconds}` !== "";

const digits = (text: string): string => text.replace(/\D/gu, "");

/** Edits check questions, each with the moment at which its answer was shown. */
export function LessonChecksDialog({ lesson, onClose }: { lesson: Lesson; onClose: () => void }): ReactElement {
  const tell = useToast();
  const save = useChange(api.lessons.setChecks, {
    refresh: courseRefresh,
    onSuccess: () => {
      form.clear();
      tell("随堂提问已保存");
      onClose();
    },
  });
  const form = useForm({
    initial: { checks: lesson.checks.length === 0 ? [newCheck()] : lesson.checks.map(textOf) },
    rules: contractOf(api.lessons.setChecks),
    error: save.error,
    draft: `checks-${lesson.id}`,
  });
  const { checks } = form.values;
  const edit = (index: number, part: Partial<CheckText>) => form.setRow("checks", index, part);
  const optionsFault = (index: number): string | undefined =>
    form.fault(`checks/${index}/options`) ??
    checks[index]?.options.map((_, at) => form.fault(`checks/${index}/options/${at}`)).find(Boolean);
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={`随堂提问：${lesson.title}`}
      footer={
        <FormFooter
          form={form}
          close="先放着"
          action={`保存 ${checks.length} 个提问`}
          busy={save.isPending}
          disabled={!checks.every(isTimed)}
          onClose={onClose}
          onConfirm={() =>
            save.mutate({
              params: { id: lesson.id },
              body: {
                checks: checks.map((check) => ({
                  atMs: atMs(check),
                  text: check.text.trim(),
                  options: check.options.map((option) => option.trim()),
                  answer: check.answer,
                })),
              },
            })
          }
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <p className="text-ink-2">
          问刚讲过、认真看就答得上的，一句话，四个短答案。课件共 {formatSeconds((lesson.durationMs ?? 0) / 1000)}
          ；系统随机挑时候问，每次答案次序不同，答错或一分钟没答就退回上一次答对的地方。
        </p>
        {checks.map((check, index) => (
          <fieldset key={index} className="rounded-md border border-line p-3">
            <legend className="px-1 font-medium">第 {index + 1} 个</legend>
            <div className="grid gap-3">
              <div className="flex flex-wrap items-end gap-3">
                <FormField name={`checks/${index}/atMs`} label="讲到哪里以后问" group>
                  <span className="flex items-center gap-2">
                    <Input
                      className="w-20"
                      inputMode="numeric"
                      aria-label="分"
                      unit="分"
                      value={check.minutes}
                      onChange={(text) => edit(index, { minutes: digits(text) })}
                    />
                    <Input
                      className="w-20"
                      inputMode="numeric"
                      aria-label="秒"
                      unit="秒"
                      value={check.seconds}
                      onChange={(text) => edit(index, { seconds: digits(text) })}
                    />
                  </span>
                </FormField>
                <Button
                  variant="quiet"
                  className="ml-auto"
                  onClick={() => form.set({ checks: checks.filter((_, at) => at !== index) })}
                >
                  去掉
                </Button>
              </div>
              <FormField name={`checks/${index}/text`} label="问什么">
                <Input value={check.text} onChange={(text) => edit(index, { text })} />
              </FormField>
              <div
                role="group"
                aria-label={`第 ${index + 1} 个的答案，点选正确的`}
                className="grid gap-1.5 sm:grid-cols-2"
              >
                {check.options.map((option, at) => (
                  <div key={at} className="flex items-center gap-2">
                    <input
                      type="radio"
                      name={`check-${index}`}
                      aria-label={`答案 ${String.fromCodePoint(65 + at)} 正确`}
                      checked={check.answer === at}
                      onChange={() => edit(index, { answer: at })}
                      className="size-4 shrink-0 accent-accent"
                    />
                    <Input
                      aria-label={`答案 ${String.fromCodePoint(65 + at)}`}
                      value={option}
                      onChange={(text) =>
                        edit(index, { options: check.options.map((one, place) => (place === at ? text : one)) })
                      }
                    />
                  </div>
                ))}
              </div>
              {optionsFault(index) !== undefined && (
                <p role="alert" className="text-sm text-refuse">
                  {optionsFault(index)}
                </p>
              )}
            </div>
          </fieldset>
        ))}
        <div>
          <Button variant="secondary" icon="plus" onClick={() => form.set({ checks: [...checks, newCheck()] })}>
            再加一个
          </Button>
        </div>
      </FormBody>
    </Dialog>
  );
}
