import type { Control } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { useLaw } from "../model/law-context.ts";
import { readNumber, showNumber, unitShown } from "./InlineValue.tsx";

/** A number within bounds, in its unit. What is half typed stays as it is typed, and is marked. */
export function NumberField(props: {
  label: string;
  control: Extract<Control, { kind: "number" }>;
  value: unknown;
  onChange: (value: unknown) => void;
}): ReactElement {
  const { readOnly } = useLaw();
  const { unit, least, most } = props.control;
  const isNumber = typeof props.value === "number";
  const fault = !isNumber
    ? "请填数字"
    : (props.value as number) < least
      ? `不能小于 ${showNumber(least, unit)}`
      : (props.value as number) > most
        ? `不能大于 ${showNumber(most, unit)}`
        : undefined;
  return (
    <Field label={props.label} required="filter" error={fault}>
      <Input
        inputMode="decimal"
        readOnly={readOnly}
        className="num text-right"
        unit={unitShown(unit)}
        value={showNumber(props.value, unit)}
        onChange={(text) => props.onChange(readNumber(text, unit) ?? text)}
      />
    </Field>
  );
}
