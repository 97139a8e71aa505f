import { useState, type ReactElement } from "react";
import { levelLabel } from "../../../features/occupations/levels.ts";
import { Button } from "../../../kit/Button.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Money } from "../../../kit/Money.tsx";
import { AnswerRow } from "./AnswerRow.tsx";
import { type Answer, type Answers, chosenOf, levelsOf, NOT_LISTED, type Question, type Trade } from "./answers.ts";
import { TradeChoice } from "./TradeChoice.tsx";

interface QuestionViewProps {
  question: Question;
  answers: Answers;
  trades: readonly Trade[];
  onAnswer: (answer: Answer) => void;
}

/** One question. A single answer goes on at once; several are sent together. */
export function QuestionView({ question, answers, trades, onAnswer }: QuestionViewProps): ReactElement {
  const [chosen, setChosen] = useState(() => chosenOf(answers[question.id]));
  const [count, setCount] = useState("");
  const { kind, unit, most } = question;
  const number = /^\d{1,6}$/u.test(count) ? Number(count) : 0;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="text-2xl leading-snug font-semibold">
        {question.question}
      </h2>
      {question.hint !== null && <p className="mt-1 text-ink-2">{question.hint}</p>}
      <div className="mt-4 grid gap-2.5">
        {kind === "one" &&
          question.options.map(({ id, label, hint }) => (
            <AnswerRow key={id} hint={hint} onClick={() => onAnswer(id)}>
              {label}
            </AnswerRow>
          ))}
        {kind === "several" && (
          <>
            <CheckboxGroup
              value={chosen}
              onChange={setChosen}
              choices={question.options.map(({ id, label, hint }) => ({
                value: id,
                label,
                ...(hint === null ? {} : { description: hint }),
              }))}
            />
            <div className="sticky bottom-0 -mx-1 bg-sheet px-1 py-2">
              <Button block onClick={() => onAnswer(chosen)}>
                {chosen.length === 0 ? (question.none ?? "都没有") : `选好了（${chosen.length} 项）`}
              </Button>
            </div>
          </>
        )}
        {kind === "trade" && (
          <TradeChoice
            trades={trades.filter(({ mostFen }) => mostFen !== null || question.courses)}
            onChoose={({ key }) => onAnswer(key)}
            onNone={() => onAnswer(NOT_LISTED)}
          />
        )}
        {kind === "level" &&
          levelsOf(trades, answers).map(({ level, fen }) => (
            <AnswerRow key={level} aside={<Money fen={fen} />} onClick={() => onAnswer(level)}>
              {levelLabel(level)}
            </AnswerRow>
          ))}
        {kind === "count" && (
          <>
            {question.usual.map((usual) => (
              <AnswerRow key={usual} onClick={() => onAnswer(usual)}>
                {usual} {unit}
              </AnswerRow>
            ))}
            <form
              className="flex flex-wrap items-center gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                if (number >= 1 && number <= (most ?? number)) onAnswer(number);
              }}
            >
              <Input aria-label="别的数" inputMode="numeric" value={count} onChange={setCount} className="max-w-32" />
              <span>{unit}</span>
              <Button type="submit" variant="secondary" disabled={number < 1 || number > (most ?? number)}>
                就这么多
              </Button>
            </form>
          </>
        )}
      </div>
    </section>
  );
}
