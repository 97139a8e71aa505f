import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./Field.tsx";
import { inputClass } from "./input-class.ts";

interface InputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
  /** A unit after the box: 元, 课时. */
  unit?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. `value` and `onChange` speak plain strings. */
export function Input({ onChange, unit, className, ...rest }: InputProps): ReactElement {
  const field = useFieldProps();
  const box = (
    <input
      {...field}
      {...rest}
      className={cx(inputClass, "read-only:bg-paper", className)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  if (unit === undefined) return box;
  return (
    <span className="flex items-center gap-2">
      {box}
      <span className="shrink-0 text-ink-2">{unit}</span>
    </span>
  );
}
