import type { Column } from "@jinengtong/returns";
import type { ReactElement } from "react";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { DateBox } from "../../kit/staff/DateBox.tsx";

interface ReturnFieldProps {
  column: Column;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  unit?: string;
}

/** One column of a form as a field, by its kind. */
export function ReturnField({ column, value, onChange, error, unit = "" }: ReturnFieldProps): ReactElement {
  return (
    <Field
      label={column.title}
      hint={column.hint}
      error={error}
      required={column.optional !== true}
      className="min-w-0"
    >
      {column.kind === "code" ? (
        <Select
          placeholder="请选择"
          value={value}
          onChange={onChange}
          choices={(column.list ?? []).map(({ code, title }) => ({ value: code, label: title }))}
        />
      ) : column.kind === "day" ? (
        <DateBox value={value} onChange={onChange} keepsText />
      ) : (
        <Input
          className={column.kind === "text" ? "" : "num text-right"}
          inputMode={
            column.kind === "yuan" || column.kind === "decimal"
              ? "decimal"
              : column.kind === "count"
                ? "numeric"
                : "text"
          }
          autoComplete="off"
          value={value}
          onChange={onChange}
          {...(column.kind === "yuan" ? { unit: "元" } : unit === "" ? {} : { unit })}
        />
      )}
    </Field>
  );
}
