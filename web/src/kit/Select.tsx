import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { useFieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { inputClass } from "./input-class.ts";

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  /** One line that explains the choice. */
  description?: string;
  disabled?: boolean;
}

interface SelectProps<Value extends string> {
  value: Value | "";
  onChange: (value: Value | "") => void;
  choices: readonly Choice<Value>[];
  /** Label of the empty option. Omit if a choice is required. */
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
}

/** A native select: the best picker on a phone. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const { value, onChange, choices, placeholder, className, ...rest } = props;
  const field = useFieldProps();
  return (
    <span className={cx("relative block", className)}>
      <select
        {...field}
        {...rest}
        value={value}
        className={cx(inputClass, "appearance-none pr-9 in-[.staff]:pr-7")}
        onChange={(event) => onChange(event.target.value as Value | "")}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon
        name="down"
        size="1em"
        className="pointer-events-none absolute top-0 right-3 bottom-0 my-auto text-ink-2 in-[.staff]:right-2"
      />
    </span>
  );
}
