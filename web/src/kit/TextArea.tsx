import { writtenLength } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { useFieldProps, useLimit } from "./Field.tsx";
import { inputClass } from "./input-class.ts";

interface TextAreaProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  /** Most characters, where no contract says it. */
  limit?: number;
  placeholder?: string;
  "aria-label"?: string;
}

/** Several lines of text; with a limit it says how much of it is used. A longer text stays, and is told. */
export function TextArea({ value, onChange, rows = 4, limit: own, ...rest }: TextAreaProps): ReactElement {
  const field = useFieldProps();
  const { limit, fault } = useLimit(value, own);
  return (
    <>
      <textarea
        {...field}
        {...rest}
        {...(fault === undefined ? {} : { "aria-invalid": true })}
        rows={rows}
        value={value}
        className={cx(inputClass, "py-2.5 leading-relaxed")}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault !== undefined && (
        <p role="alert" className="mt-1 text-sm text-refuse">
          {fault}
        </p>
      )}
      {limit !== undefined && (
        <p className="num mt-1 text-right text-sm text-ink-3">
          {writtenLength(value)} / {limit} 字
        </p>
      )}
    </>
  );
}
