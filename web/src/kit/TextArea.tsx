import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./Field.tsx";
import { inputClass } from "./input-class.ts";

interface TextAreaProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
  "aria-label"?: string;
}

/** Several lines of text; with a limit it says how much room is left. */
export function TextArea({ value, onChange, rows = 4, maxLength, ...rest }: TextAreaProps): ReactElement {
  const field = useFieldProps();
  return (
    <>
      <textarea
        {...field}
        {...rest}
        {...(maxLength === undefined ? {} : { maxLength })}
        rows={rows}
        value={value}
        className={cx(inputClass, "py-2.5 leading-relaxed")}
        onChange={(event) => onChange(event.target.value)}
      />
      {maxLength !== undefined && (
        <p className="num mt-1 text-right text-sm text-ink-3">
          {value.length} / {maxLength} 字
        </p>
      )}
    </>
  );
}
