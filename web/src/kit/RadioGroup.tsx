import { useId, type ReactElement } from "react";
import { cx } from "./cx.ts";
import type { Choice } from "./Select.tsx";

interface RadioGroupProps<Value extends string> {
  value: Value | "";
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  /** Side by side where the words are short. */
  inline?: boolean;
}

/** One of a few options, each a clickable row. Put it into `<Field group>`. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactElement {
  const name = useId();
  return (
    <div className={cx("grid gap-2", props.inline === true && "grid-cols-[repeat(auto-fit,minmax(7.5em,1fr))]")}>
      {props.choices.map((choice) => {
        const chosen = choice.value === props.value;
        return (
          <label
            key={choice.value}
            className={cx(
              "flex min-h-(--touch) cursor-pointer items-start gap-3 rounded-md border px-3 py-2 in-[.staff]:py-1",
              "focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent",
              chosen ? "border-accent bg-accent-soft" : "border-line-strong bg-sheet hover:border-ink-2",
              choice.disabled === true && "cursor-not-allowed opacity-55",
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={chosen}
              disabled={choice.disabled}
              className="mt-[0.35em] size-[1.1em] shrink-0 accent-accent outline-none"
              onChange={() => props.onChange(choice.value)}
            />
            <span>
              <span className={cx(chosen && "font-medium")}>{choice.label}</span>
              {choice.description !== undefined && (
                <span className="block text-sm text-ink-2">{choice.description}</span>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}
