import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { Checkbox } from "./Checkbox.tsx";
import type { Choice } from "./Select.tsx";

interface CheckboxGroupProps<Value extends string> {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  choices: readonly Choice<Value>[];
  inline?: boolean;
}

/** Several of a few options. Put it into `<Field group>`. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>): ReactElement {
  return (
    <div className={cx("grid gap-2", props.inline === true && "grid-cols-[repeat(auto-fit,minmax(9em,1fr))]")}>
      {props.choices.map((choice) => (
        <Checkbox
          key={choice.value}
          checked={props.value.includes(choice.value)}
          disabled={choice.disabled === true}
          {...(choice.description === undefined ? {} : { description: choice.description })}
          onChange={(checked) =>
            props.onChange(
              checked ? [...props.value, choice.value] : props.value.filter((value) => value !== choice.value),
            )
          }
        >
          {choice.label}
        </Checkbox>
      ))}
    </div>
  );
}
