import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { useFieldProps, useLimit } from "./Field.tsx";
import { inputClass } from "./input-class.ts";

interface InputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "maxLength"> {
  value: string;
  onChange: (value: string) => void;
  /** Most characters, where no contract says it. A longer text is never cut: the input says so. */
  limit?: number;
  /** A unit after the box: 元, 课时. */
  unit?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. `value` and `onChange` speak plain strings. */
export function Input({ onChange, unit, limit, className, ...rest }: InputProps): ReactElement {
  const field = useFieldProps();
  const { fault } = useLimit(rest.value, limit);
  const box = (
    <input
      {...field}
      {...rest}
      {...(fault === undefined ? {} : { "aria-invalid": true })}
      className={cx(inputClass, "read-only:bg-paper", className)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <>
      {unit === undefined ? (
        box
      ) : (
        <span className="flex items-center gap-2">
          {box}
          <span className="shrink-0 text-ink-2">{unit}</span>
        </span>
      )}
      {fault !== undefined && (
        <span role="alert" className="mt-1 block text-sm text-refuse">
          {fault}
        </span>
      )}
    </>
  );
}
