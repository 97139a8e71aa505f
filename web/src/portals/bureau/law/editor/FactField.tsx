import { isRecord, type CaseFact } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Checkbox } from "../../../../kit/Checkbox.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { DateBox } from "../../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { withUnknown } from "./block.ts";
import { readNumber, showNumber, unitShown } from "./InlineValue.tsx";

interface FactFieldProps {
  fact: CaseFact;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A fact of a worked case. */
export function FactField({ fact, value, onChange }: FactFieldProps): ReactElement {
  const { control, label, none } = fact;
  if (control.kind === "rows") return <RowsField {...{ fact, value, onChange }} fields={control.fields} />;
  return (
    <Field label={label} required="filter" group={control.kind === "flag"}>
      <div className="grid gap-1">
        {value === null ? null : <FactInput {...{ fact, value, onChange }} />}
        {none && (
          <Checkbox plain checked={value === null} onChange={(on) => onChange(on ? null : "")}>
            没有
          </Checkbox>
        )}
      </div>
    </Field>
  );
}

function FactInput({ fact, value, onChange }: FactFieldProps): ReactElement {
  const { control } = fact;
  switch (control.kind) {
    case "number":
      return (
        <Input
          inputMode="decimal"
          className="num text-right"
          unit={unitShown(control.unit)}
          value={showNumber(value, control.unit)}
          onChange={(text) => onChange(readNumber(text, control.unit) ?? text)}
        />
      );
    case "day":
      return <DateBox value={typeof value === "string" ? value : ""} onChange={onChange} />;
    case "days":
      return <DaysInput value={value} onChange={onChange} />;
    case "flag":
      return (
        <Select
          value={value === true ? "yes" : "no"}
          choices={[
            { value: "yes", label: control.yes },
            { value: "no", label: control.no },
          ]}
          onChange={(next) => onChange(next === "yes")}
        />
      );
    case "choice":
      return (
        <Select
          value={value === undefined ? "" : String(value)}
          choices={withUnknown(control.choices, value)}
          onChange={(next) => onChange(control.numbers ? Number(next) : next)}
        />
      );
    case "many":
      return (
        <MultiSelect
          value={Array.isArray(value) ? value.map(String) : []}
          choices={control.choices}
          onChange={onChange}
        />
      );
    default:
      return <Input value={typeof value === "string" ? value : ""} onChange={onChange} />;
  }
}

/** Days, one a line or parted by commas. */
function DaysInput({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }): ReactElement {
  const [text, setText] = useState(Array.isArray(value) ? value.join("\n") : "");
  return (
    <TextArea
      value={text}
      rows={3}
      onChange={(next) => {
        setText(next);
        onChange(next.split(/[\s,，、]+/u).filter((day) => day !== ""));
      }}
    />
  );
}

function RowsField({ fact, value, onChange, fields }: FactFieldProps & { fields: readonly CaseFact[] }): ReactElement {
  const rows = Array.isArray(value) ? value.filter(isRecord) : [];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{fact.label}</legend>
      {rows.length === 0 && <p className="text-sm text-ink-2">没有。</p>}
      {rows.map((row, at) => {
        const change = (next: Record<string, unknown>): void => onChange(rows.map((one, i) => (i === at ? next : one)));
        const absent = fields.filter((field) => row[keyOf(field)] === undefined);
        return (
          <div key={at} className="grid gap-2 border-l-2 border-line pl-3 sm:grid-cols-2">
            {fields
              .filter((field) => row[keyOf(field)] !== undefined)
              .map((field) => (
                <FactField
                  key={field.pointer}
                  fact={field}
                  value={row[keyOf(field)]}
                  onChange={(next) => change({ ...row, [keyOf(field)]: next })}
                />
              ))}
            <div className="flex flex-wrap items-end gap-2 sm:col-span-2">
              <Select
                aria-label={`${fact.label}第 ${at + 1} 项：加一栏`}
                value=""
                placeholder="加一栏……"
                choices={absent.map((field) => ({ value: keyOf(field), label: field.label }))}
                onChange={(key) => {
                  const field = absent.find((one) => keyOf(one) === key);
                  if (field !== undefined) change({ ...row, [key]: firstValue(field) });
                }}
                className="w-40"
              />
              <Button variant="quiet" icon="minus" onClick={() => onChange(rows.filter((_one, i) => i !== at))}>
                删去这一项
              </Button>
            </div>
          </div>
        );
      })}
      <span>
        <Button variant="secondary" icon="plus" onClick={() => onChange([...rows, firstRow(fields)])}>
          加一项
        </Button>
      </span>
    </fieldset>
  );
}

const keyOf = ({ pointer }: CaseFact): string => pointer.split("/").at(-1) ?? "";

function firstRow(fields: readonly CaseFact[]): Record<string, unknown> {
  return Object.fromEntries(fields.slice(0, 2).map((field) => [keyOf(field), firstValue(field)]));
}

function firstValue({ control, none }: CaseFact): unknown {
  if (none) return null;
  if (control.kind === "choice")
    return control.numbers ? Number(control.choices[0]?.value) : (control.choices[0]?.value ?? "");
  return control.kind === "number" ? 0 : "";
}
