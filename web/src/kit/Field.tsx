import { writtenLength } from "@jinengtong/standards";
import { createContext, useContext, useId, type FocusEvent, type ReactElement, type ReactNode } from "react";
import { tooLong } from "./form-rules.ts";
import { Icon } from "./Icon.tsx";

interface FieldContextValue {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  limit: number | undefined;
}

const FieldContext = createContext<FieldContextValue | null>(null);

/** Props for an input inside a `Field`, which connect label, hint and error to it. */
export function useFieldProps() {
  const field = useContext(FieldContext);
  if (field === null) return {};
  return {
    id: field.id,
    ...(field.describedBy === undefined ? {} : { "aria-describedby": field.describedBy }),
    ...(field.invalid ? { "aria-invalid": true as const } : {}),
    ...(field.required ? { "aria-required": true as const } : {}),
  };
}

/**
 * Most characters of the text in this input, its own or its field's, and the sentence on a longer one where the field doesn't already
 * show a fault.
 */
export function useLimit(value: string, own?: number): { limit: number | undefined; fault: string | undefined } {
  const field = useContext(FieldContext);
  const limit = own ?? field?.limit;
  const length = writtenLength(value);
  const over = limit !== undefined && length > limit;
  return { limit, fault: over && field?.invalid !== true ? tooLong(length, limit) : undefined };
}

/** Id of the label, for an input of several elements, which `<label for>` can't reference. */
export function useFieldLabel(): { "aria-labelledby"?: string } {
  const field = useContext(FieldContext);
  return field === null ? {} : { "aria-labelledby": field.labelId };
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Error message: the fault and how to fix it; also announced. */
  error?: string | undefined;
  /** Most fields are required; the others show 选填. Filters show neither. */
  required?: boolean | "filter";
  /** For several inputs under one label (radio buttons, the parts of a date). */
  group?: boolean;
  /** Most characters of the text in it. A longer text stays, and the input says so. */
  limit?: number | undefined;
  children: ReactNode;
  className?: string;
  /** Focus left the field. */
  onLeave?: () => void;
}

/** A field: label, hint, input and error, connected. */
export function Field({
  label,
  hint,
  error,
  required = true,
  group = false,
  limit,
  children,
  className,
  onLeave,
}: FieldProps): ReactElement {
  const id = useId();
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint !== undefined && hintId, error !== undefined && errorId].filter(Boolean).join(" ");
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
  };
  const heading = (
    <>
      {label}
      {required === false && <span className="ml-2 text-sm font-normal text-ink-3">选填</span>}
    </>
  );
  const content = (
    <FieldContext
      value={{
        id,
        labelId,
        describedBy: describedBy === "" ? undefined : describedBy,
        invalid: error !== undefined,
        required: required === true,
        limit,
      }}
    >
      {hint !== undefined && (
        <div id={hintId} className="mb-1.5 text-sm text-ink-2">
          {hint}
        </div>
      )}
      {children}
      {error !== undefined && (
        <div id={errorId} role="alert" className="mt-1.5 flex gap-1.5 text-sm text-refuse">
          <Icon name="warning" className="mt-0.5" />
          <span>{error}</span>
        </div>
      )}
    </FieldContext>
  );
  if (group) {
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears when the focus leaves its inputs, no more
      <fieldset
        className={className}
        onBlur={onBlur}
        {...(describedBy === "" ? {} : { "aria-describedby": describedBy })}
      >
        <legend id={labelId} className="mb-1 font-medium">
          {heading}
        </legend>
        {content}
      </fieldset>
    );
  }
  return (
    <div className={className} onBlur={onBlur}>
      <label id={labelId} htmlFor={id} className="mb-1 block font-medium">
        {heading}
      </label>
      {content}
    </div>
  );
}
