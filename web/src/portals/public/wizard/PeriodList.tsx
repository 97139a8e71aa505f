import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { Select } from "../../../kit/Select.tsx";
import type { FactValue } from "./answers.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";

/** One line of a list, with its words. */
export type Entry = { readonly [key: string]: FactValue } & { readonly shown: string };

interface PeriodListProps {
  kind: "history" | "periods";
  entries: readonly Entry[];
  onChange: (entries: Entry[]) => void;
}

/** Earlier benefits, or periods of unemployment benefit, added one by one. */
export function PeriodList({ kind, entries, onChange }: PeriodListProps): ReactElement {
  const policy = usePolicy();
  const choices = historyChoices(policy);
  const [benefit, setBenefit] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const ready = kind === "history" ? benefit !== "" && from !== "" : from !== "" && to >= from;

  function add(): void {
    const name = choices.find((choice) => choice.value === benefit)?.label ?? "";
    onChange([
      ...entries,
      kind === "history"
        ? { benefit, on: from, shown: `${name}，${from}` }
        : { from, to, shown: formatPeriod(from, to) },
    ]);
    setBenefit("");
    setFrom("");
    setTo("");
  }

  return (
    <div className="grid gap-4">
      {entries.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <li key={entry.shown} className="flex items-center justify-between gap-3 py-1">
              <span className="num">{entry.shown}</span>
              <Button
                variant="quiet"
                label={`删去 ${entry.shown}`}
                onClick={() => onChange(entries.filter((other) => other !== entry))}
              >
                删去
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-4 rounded-lg border border-line bg-paper p-4">
        {kind === "history" && (
          <Field label="领过哪一种">
            <Select value={benefit} onChange={setBenefit} placeholder="请选择" choices={choices} />
          </Field>
        )}
        <Field group label={kind === "history" ? "哪一天领的（大概也行）" : "从哪一天起"}>
          <DateInput value={from} onChange={setFrom} />
        </Field>
        {kind === "periods" && (
          <Field group label="到哪一天止">
            <DateInput value={to} onChange={setTo} />
          </Field>
        )}
        <div>
          <Button variant="secondary" icon="plus" disabled={!ready} onClick={add}>
            加上这一{kind === "history" ? "项" : "段"}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Benefits that a person may have had before, their own first; then those of others that the rules read. */
function historyChoices({ benefits, vocabulary }: ReturnType<typeof usePolicy>): { value: string; label: string }[] {
  const had = benefits.filter(({ claiming }) => claiming?.per === "person");
  const own = had.filter(({ claiming }) => claiming?.wayOn.own === true);
  const others = had.filter(({ claiming }) => claiming?.wayOn.own !== true);
  return [
    ...own.map((one) => ({ value: one.benefit, label: one.title })),
    ...others.map((one) => ({ value: one.benefit, label: `${one.title}（单位领取）` })),
    ...(vocabulary?.grants ?? []).map(({ id, label }) => ({ value: id, label })),
  ];
}
