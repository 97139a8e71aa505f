import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Popover } from "../../../../kit/Popover.tsx";
import { useLaw } from "../model/law-context.ts";
import { ParameterValues } from "./ParameterValues.tsx";

/** A parameter as a sentence names it; a press opens its dated values. */
export function InlineParameter({ name, text }: { name: string; text: string }): ReactElement {
  const { names, readOnly } = useLaw();
  const at = names.parameters.findIndex((one) => one.name === name);
  const parameter = names.parameters[at];
  if (parameter === undefined) return <span className="font-medium text-refuse">{text}</span>;
  return (
    <Popover
      label={`参数：${parameter.label}`}
      className="w-[34rem] max-w-[92vw]"
      button={
        <button
          type="button"
          className="mx-0.5 inline rounded-sm border-b-2 border-dotted border-accent px-0.5 text-left font-medium hover:bg-accent-soft"
        >
          {text}
        </button>
      }
    >
      <div className="grid gap-3">
        <div>
          <p className="font-semibold">{parameter.label}</p>
          <p className="text-sm text-ink-2">{parameter.description}</p>
        </div>
        <ParameterValues name={name} />
        {!readOnly && (
          <p className="text-sm text-ink-2">
            改这里，用到这个参数的各项补贴一起变。
            <Button variant="quiet" to={`?at=parameters#${name}`}>
              全部参数
            </Button>
          </p>
        )}
      </div>
    </Popover>
  );
}
