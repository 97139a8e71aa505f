import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { FormField } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";

export interface QuestionValues {
  kind: "single" | "multiple" | "true-false";
  text: string;
  options: string[];
  answers: number[];
}

interface QuestionFieldsProps {
  number: number;
  value: QuestionValues;
  /** Pointer of the question in the request. */
  at: string;
  /** Fault of its options and answers. */
  error: string | undefined;
  onChange: (value: QuestionValues) => void;
  onRemove: (() => void) | undefined;
}

/** One question: kind, text, options, and which of them are right. */
export function QuestionFields({
  number,
  value,
  at: pointer,
  error,
  onChange,
  onRemove,
}: QuestionFieldsProps): ReactElement {
  const several = value.kind === "multiple";
  function choose(at: number): void {
    const has = value.answers.includes(at);
    onChange({
      ...value,
      answers: several ? (has ? value.answers.filter((one) => one !== at) : [...value.answers, at].toSorted()) : [at],
    });
  }
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="px-1 font-medium">第 {number} 题</legend>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <Select
            className="w-32"
            aria-label={`第 ${number} 题的题型`}
            value={value.kind}
            onChange={(kind) => {
              if (kind === "") return;
              onChange({
                ...value,
                kind,
                answers: [],
                options:
                  kind === "true-false" ? ["对", "错"] : value.options.length < 4 ? ["", "", "", ""] : value.options,
              });
            }}
            choices={[
              { value: "single", label: "单选" },
              { value: "multiple", label: "多选" },
              { value: "true-false", label: "判断" },
            ]}
          />
          {onRemove !== undefined && (
            <Button variant="quiet" onClick={onRemove}>
              去掉这题
            </Button>
          )}
        </div>
        <FormField name={`${pointer}/text`} label="题目" {...(error === undefined ? {} : { error })}>
          <TextArea value={value.text} onChange={(text) => onChange({ ...value, text })} rows={2} />
        </FormField>
        <div role="group" aria-label={`第 ${number} 题的选项，勾选正确的`} className="grid gap-1.5">
          {value.options.map((option, at) => (
            <div key={at} className="flex items-center gap-2">
              <input
                type={several ? "checkbox" : "radio"}
                name={`question-${number}`}
                aria-label={`选项 ${String.fromCodePoint(65 + at)} 正确`}
                checked={value.answers.includes(at)}
                onChange={() => choose(at)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="num w-5 text-ink-2">{String.fromCodePoint(65 + at)}</span>
              <Input
                aria-label={`选项 ${String.fromCodePoint(65 + at)}`}
                value={option}
                limit={200}
                readOnly={value.kind === "true-false"}
                onChange={(text) =>
                  onChange({ ...value, options: value.options.map((one, index) => (index === at ? text : one)) })
                }
              />
            </div>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
