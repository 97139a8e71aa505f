import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Icon } from "../../kit/Icon.tsx";
import { Select } from "../../kit/Select.tsx";
import { cuts, dimensions, hasSource, type Dimension, type Measure } from "./measures.ts";
import type { Question, useQuestion } from "./use-question.ts";

type Change = ReturnType<typeof useQuestion>[1];

/** Active filters, each removable, and a button to add one. */
export function FilterChips({ question, onChange }: { question: Question; onChange: Change }): ReactElement {
  const [adding, setAdding] = useState<Dimension | "">("");
  const inForce = dimensions.filter((dimension) => question.filter[dimension] !== undefined);
  const offered = dimensions.filter(
    (dimension) => !inForce.includes(dimension) && (dimension !== "source" || hasSource(question.measure)),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-ink-3">只看</span>
      {inForce.map((dimension) => (
        <Chip
          key={dimension}
          measure={question.measure}
          dimension={dimension}
          code={question.filter[dimension] ?? ""}
          onRemove={() => onChange({ [dimension]: "" })}
        />
      ))}
      <Select
        className="w-36"
        aria-label="添加条件"
        value={adding}
        placeholder={inForce.length === 0 ? "全部，添加条件…" : "再添加条件…"}
        onChange={setAdding}
        choices={offered.map((dimension) => ({ value: dimension, label: cuts[dimension] }))}
      />
      {adding !== "" && (
        <CodeSelect
          measure={question.measure}
          dimension={adding}
          onPick={(code) => {
            onChange({ [adding]: code });
            setAdding("");
          }}
        />
      )}
    </div>
  );
}

/** Codes of a dimension with labels, most frequent first, from the statistics. */
function useCodes(measure: Measure, dimension: Dimension) {
  const table = useApi(api.statistics.ask, { query: { measure, by: dimension } }, { staleTime: 300_000 });
  return (table.data?.rows ?? []).filter((row) => row.code !== "");
}

function CodeSelect({
  measure,
  dimension,
  onPick,
}: {
  measure: Measure;
  dimension: Dimension;
  onPick: (code: string) => void;
}): ReactElement {
  const codes = useCodes(measure, dimension);
  return (
    <Select
      className="w-56"
      aria-label={`选择${cuts[dimension]}`}
      value=""
      placeholder={`选择${cuts[dimension]}`}
      onChange={(code) => code !== "" && onPick(code)}
      choices={codes.map((row) => ({ value: row.code, label: row.label }))}
    />
  );
}

function Chip({
  measure,
  dimension,
  code,
  onRemove,
}: {
  measure: Measure;
  dimension: Dimension;
  code: string;
  onRemove: () => void;
}): ReactElement {
  const label = useCodes(measure, dimension).find((row) => row.code === code)?.label ?? code;
  return (
    <span className="inline-flex min-h-8 items-center rounded-md border border-accent-line bg-accent-soft pl-2.5">
      <span className="text-sm text-ink-2">{cuts[dimension]}：</span>
      <span className="font-medium">{label}</span>
      <button
        type="button"
        aria-label={`去掉条件 ${cuts[dimension]}：${label}`}
        onClick={onRemove}
        className="grid size-8 place-items-center text-ink-2 hover:text-accent"
      >
        <Icon name="cross" size="0.9em" />
      </button>
    </span>
  );
}
