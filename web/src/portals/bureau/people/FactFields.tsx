import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { factForms, type FactField, type FactKind, type FactText } from "./fact-forms.ts";

interface FactFieldsProps {
  kind: FactKind;
  text: FactText;
  onChange: (text: FactText) => void;
}

/** Fields of one kind of fact. */
export function FactFields({ kind, text, onChange }: FactFieldsProps): ReactElement {
  return (
    <>
      {factForms[kind].fields.map((field) => (
        <FactInput
          key={`${kind}${field.name}`}
          field={field}
          value={text[field.name] ?? ""}
          onChange={(value) => onChange({ ...text, [field.name]: value })}
        />
      ))}
    </>
  );
}

interface FactInputProps {
  field: FactField;
  value: string;
  onChange: (value: string) => void;
}

function FactInput({ field, value, onChange }: FactInputProps): ReactElement {
  const required = field.optional !== true;
  switch (field.type) {
    case "date":
      return (
        <Field label={field.label} group required={required}>
          <DateInput value={value} onChange={onChange} />
        </Field>
      );
    case "yes-no":
      return (
        <Field label={field.label} group required={required}>
          <RadioGroup
            inline
            value={value}
            onChange={onChange}
            choices={[
              { value: "yes", label: "是" },
              { value: "no", label: "否" },
            ]}
          />
        </Field>
      );
    case "choice":
      return (
        <Field label={field.label} required={required}>
          <Select value={value} onChange={onChange} placeholder="请选择" choices={field.choices ?? []} />
        </Field>
      );
    case "groups":
      return (
        <Field label={field.label} group required={required}>
          <CheckboxGroup
            value={value === "" ? [] : value.split(",")}
            onChange={(chosen) => onChange(chosen.join(","))}
            choices={groups.codes.map((code) => ({ value: code, label: groups.label(code) }))}
          />
        </Field>
      );
    default:
      return (
        <Field label={field.label} required={required}>
          <Input
            value={value}
            onChange={(typed) => onChange(field.type === "months" ? typed.replace(/\D/gu, "") : typed)}
            maxLength={60}
            {...(field.type === "months" ? { inputMode: "numeric" as const, unit: "个月" } : {})}
          />
        </Field>
      );
  }
}
