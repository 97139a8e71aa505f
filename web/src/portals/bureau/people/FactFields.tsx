import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { factForms, pointerOf, type FactField, type FactKind, type FactText } from "./fact-forms.ts";

interface FactFieldsProps {
  kind: FactKind;
  /** A form whose values begin with `noFact`. */
  form: { readonly values: FactText; set(change: FactText): void };
}

/** Fields of one kind of fact. */
export function FactFields({ kind, form }: FactFieldsProps): ReactElement {
  return (
    <>
      {factForms[kind].fields.map((field) => (
        <FactInput
          key={`${kind}${field.name}`}
          field={field}
          value={form.values[pointerOf(field)] ?? ""}
          onChange={(value) => form.set({ [pointerOf(field)]: value })}
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
  const shared = { name: pointerOf(field), label: field.label, required: field.optional !== true };
  switch (field.type) {
    case "date":
      return (
        <FormField {...shared} group>
          <DateInput value={value} onChange={onChange} />
        </FormField>
      );
    case "yes-no":
      return (
        <FormField {...shared} group>
          <RadioGroup
            inline
            value={value}
            onChange={onChange}
            choices={[
              { value: "yes", label: "是" },
              { value: "no", label: "否" },
            ]}
          />
        </FormField>
      );
    case "choice":
      return (
        <FormField {...shared}>
          <Select value={value} onChange={onChange} placeholder="请选择" choices={field.choices ?? []} />
        </FormField>
      );
    case "groups":
      return (
        <FormField {...shared} group>
          <CheckboxGroup
            value={value === "" ? [] : value.split(",")}
            onChange={(chosen) => onChange(chosen.join(","))}
            choices={groups.codes.map((code) => ({ value: code, label: groups.label(code) }))}
          />
        </FormField>
      );
    default:
      return (
        <FormField {...shared}>
          <Input
            value={value}
            onChange={(typed) => onChange(field.type === "months" ? typed.replace(/\D/gu, "") : typed)}
            limit={60}
            {...(field.type === "months" ? { inputMode: "numeric" as const, unit: "个月" } : {})}
          />
        </FormField>
      );
  }
}
