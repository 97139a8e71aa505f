import { isRecord, starterOf, type Control } from "@jinengtong/policy/authoring";
import type { ComponentType, ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { useLaw } from "../model/law-context.ts";
import type { BlockEditorProps } from "./block.ts";

const FIRST = { test: "is", quantity: "money", rate: "percent" } as const;

interface OptionFieldsProps {
  Block: ComponentType<BlockEditorProps>;
  control: Extract<Control, { kind: "options" }>;
  value: unknown;
  onChange: (value: unknown[]) => void;
}

/** One block for each case that a choice tells apart. */
export function OptionFields({ Block, control, value, onChange }: OptionFieldsProps): ReactElement {
  const { names, readOnly } = useLaw();
  const list = Array.isArray(value) ? value.filter(isRecord) : [];
  const used = new Set(list.map((one) => String(one["is"])));
  const left = control.is.filter((one) => !used.has(one.value));
  const change = (at: number, part: Record<string, unknown>): void =>
    onChange(list.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const family = control.family === "test" || control.family === "rate" ? control.family : "quantity";
  return (
    <div className="grid gap-2">
      {list.map((one, at) => {
        const code = String(one["is"]);
        const known = control.is.find((choice) => choice.value === code);
        const name = known?.label ?? code;
        return (
          <div key={at} className="grid gap-1 border-l-2 border-line pl-3">
            <div className="flex flex-wrap items-center gap-2">
              <Select
                aria-label={`第 ${at + 1} 种情形`}
                value={code}
                choices={[
                  ...(known === undefined ? [{ value: code, label: `${code}（不在名单上）` }] : [known]),
                  ...left,
                ]}
                onChange={(next) =>
                  change(at, { is: control.is.find((choice) => choice.value === next)?.code ?? next })
                }
                className="w-64 max-w-full"
              />
              {!readOnly && list.length > 1 && (
                <Button
                  variant="quiet"
                  icon="minus"
                  label={`删去情形 ${name}`}
                  onClick={() => onChange(list.filter((_one, index) => index !== at))}
                >
                  删
                </Button>
              )}
            </div>
            <Block
              family={family}
              value={one[control.part]}
              label={name}
              onChange={(next) => change(at, { [control.part]: next })}
            />
          </div>
        );
      })}
      {!readOnly && left[0] !== undefined && (
        <Button
          variant="secondary"
          icon="plus"
          onClick={() =>
            onChange([...list, { is: left[0]?.code, [control.part]: starterOf(family, FIRST[family], names) }])
          }
        >
          加一种情形
        </Button>
      )}
    </div>
  );
}
