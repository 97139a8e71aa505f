import type { Control } from "@jinengtong/policy/authoring";
import { isRecord } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { CheckboxGroup } from "../../../../kit/CheckboxGroup.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { Popover } from "../../../../kit/Popover.tsx";
import { Select } from "../../../../kit/Select.tsx";

type Many = Extract<Control, { kind: "many" }>;

interface ListProps {
  control: Many;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A list as it stands in a sentence; a press opens it. */
export function InlineList(props: ListProps & { text: string; label: string; readOnly: boolean }): ReactElement {
  const { text, label, readOnly, ...list } = props;
  if (readOnly) return <span className="font-medium">{text}</span>;
  return (
    <Popover
      label={label}
      className="w-[26rem] max-w-[90vw]"
      button={
        <button
          type="button"
          aria-label={`${label}：${text}`}
          className="mx-0.5 inline rounded-sm border-b-2 border-accent-line bg-accent-soft px-1 text-left font-medium hover:border-accent"
        >
          {text === "" ? "（还没有选）" : text}
        </button>
      }
    >
      <ListFields {...list} label={label} />
    </Popover>
  );
}

const SHORT = 8;

/** Several of a list, or one of the shared lists in its place. */
export function ListFields({ control, value, onChange, label }: ListProps & { label: string }): ReactElement {
  const list = isRecord(value) ? String(value["list"] ?? "") : "";
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const choose = (next: string[]): void => onChange(control.numbers ? next.map(Number) : next);
  return (
    <div className="grid gap-3">
      {control.lists.length > 0 && (
        <Field label={`${label}：取自`} required="filter">
          <Select
            value={list}
            onChange={(next) => onChange(next === "" ? [] : { list: next })}
            choices={control.lists}
            placeholder="在这里逐项选"
          />
        </Field>
      )}
      {list === "" && (
        <Field label={label} group={control.choices.length <= SHORT} required="filter">
          {control.choices.length <= SHORT ? (
            <CheckboxGroup value={chosen} onChange={choose} choices={control.choices} />
          ) : (
            <MultiSelect value={chosen} onChange={choose} choices={control.choices} placeholder="输入名称查找" />
          )}
        </Field>
      )}
    </div>
  );
}
