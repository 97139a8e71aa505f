import { useState, type FormEvent, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { formatNumber, formatYuan } from "../../../kit/format.ts";
import { Icon } from "../../../kit/Icon.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import type { Answer, FactValue, Question } from "./answers.ts";
import { PeriodList, type Entry } from "./PeriodList.tsx";

interface QuestionFormProps {
  question: Question;
  /** Initially checked options. */
  suggested?: readonly string[];
  onAnswer: (answer: Answer) => void;
  onBack: (() => void) | null;
}

/** One question with its answers. A single choice continues at once; "不清楚" is always allowed. */
export function QuestionForm({ question, suggested = [], onAnswer, onBack }: QuestionFormProps): ReactElement {
  const [text, setText] = useState("");
  const [fen, setFen] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string[]>([...suggested]);
  const [entries, setEntries] = useState<Entry[]>([]);
  const { kind, path } = question;
  const labelOf = (value: string) => question.options.find((option) => String(option.value) === value)?.label ?? value;
  const give = (value: FactValue, shown: string) => onAnswer({ path, question: question.question, value, shown });
  const single = kind === "boolean" || kind === "choice";
  const list = kind === "history" || kind === "periods";

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (kind === "choices") give(chosen, chosen.length === 0 ? "都不是" : chosen.map(labelOf).join("、"));
    else if (kind === "money" && fen !== null) give(fen, `${formatYuan(fen)} 元`);
    else if (kind === "number" && /^\d{1,6}$/u.test(text)) give(Number(text), formatNumber(Number(text)));
    else if (list && entries.length > 0)
      give(
        entries.map(({ shown: _shown, ...entry }) => entry),
        `${entries.length} 项`,
      );
    else if ((kind === "date" || kind === "text") && text.trim() !== "") give(text.trim(), text.trim());
  }

  // Text in brackets explains the question, so it goes below it.
  const [, title = question.question, hint] = /^(.+?)(?:（(.+)）)?$/u.exec(question.question) ?? [];
  const complete =
    kind === "choices" || (list ? entries.length > 0 : kind === "money" ? fen !== null : text.trim() !== "");

  return (
    <form onSubmit={submit} className="grid gap-6">
      <Field
        group={kind !== "money" && kind !== "number" && kind !== "text"}
        label={<span className="text-2xl leading-snug font-semibold">{title}</span>}
        hint={hint}
      >
        <div className="mt-4">
          {single && (
            <div className="grid gap-2.5">
              {question.options.map((option) => (
                <button
                  key={option.label}
                  type="button"
                  onClick={() => give(option.value, option.label)}
                  className="flex min-h-(--touch) items-center justify-between gap-3 rounded-md border border-line-strong bg-sheet px-4 py-2.5 text-left text-lg hover:border-accent hover:bg-accent-soft hover:text-accent"
                >
                  {option.label}
                  <Icon name="right" size="1em" className="text-ink-3" />
                </button>
              ))}
            </div>
          )}
          {kind === "choices" && (
            <CheckboxGroup
              value={chosen}
              onChange={setChosen}
              choices={question.options.map((option) => ({ value: String(option.value), label: option.label }))}
            />
          )}
          {kind === "date" && <DateInput value={text} onChange={setText} />}
          {kind === "money" && <MoneyInput value={fen} onChange={setFen} />}
          {kind === "number" && (
            <Input
              inputMode="numeric"
              autoComplete="off"
              limit={6}
              className="num max-w-[8em] text-xl"
              value={text}
              onChange={(value) => setText(value.replace(/\D/gu, ""))}
            />
          )}
          {kind === "text" && <Input autoComplete="off" limit={40} value={text} onChange={setText} />}
          {list && <PeriodList kind={kind} entries={entries} onChange={setEntries} />}
        </div>
      </Field>
      <div className="flex flex-wrap gap-3">
        {list && entries.length === 0 && (
          <Button onClick={() => give([], kind === "history" ? "没有领过" : "没有领取")}>
            {kind === "history" ? "没有领过" : "没有领取"}
          </Button>
        )}
        {!single && (!list || entries.length > 0) && (
          <Button type="submit" disabled={!complete}>
            {kind === "choices" && chosen.length === 0 ? "都不是，下一题" : "下一题"}
          </Button>
        )}
        <Button
          variant={single ? "secondary" : "quiet"}
          onClick={() => onAnswer({ path, question: question.question, shown: "不清楚" })}
        >
          不清楚，跳过
        </Button>
        {onBack !== null && (
          <Button variant="quiet" icon="left" onClick={onBack}>
            上一题
          </Button>
        )}
      </div>
    </form>
  );
}
