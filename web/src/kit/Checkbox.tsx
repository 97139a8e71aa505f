import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  description?: string;
  disabled?: boolean;
  /** Without a frame, for a consent under a form or a filter. */
  plain?: boolean;
}

/** A checkbox; the whole row is clickable. */
export function Checkbox({
  checked,
  onChange,
  children,
  description,
  disabled = false,
  plain = false,
}: CheckboxProps): ReactElement {
  return (
    <label
      className={cx(
        "flex min-h-(--touch) cursor-pointer items-start gap-3 rounded-md py-2 in-[.staff]:gap-2 in-[.staff]:py-1",
        "focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent",
        !plain && "border px-3",
        !plain && (checked ? "border-accent bg-accent-soft" : "border-line-strong bg-sheet hover:border-ink-2"),
        disabled && "cursor-not-allowed opacity-55",
      )}
    >
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        className="mt-[0.35em] size-[1.1em] shrink-0 accent-accent outline-none"
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {children}
        {description !== undefined && <span className="block text-sm text-ink-2">{description}</span>}
      </span>
    </label>
  );
}
