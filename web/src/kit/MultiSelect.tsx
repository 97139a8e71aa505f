import { Combobox } from "@base-ui/react/combobox";
import { useMemo, type ReactElement } from "react";
import { useFieldLabel, useFieldProps } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { Choice } from "./Select.tsx";
import { useLayer } from "./use-layer.ts";

interface MultiSelectProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  choices: readonly Pick<Choice, "value" | "label">[];
  placeholder?: string;
}

/** Multi-select with search by any part of a label. Backspace in the empty box removes the last choice. */
export function MultiSelect({ value, onChange, choices, placeholder }: MultiSelectProps): ReactElement {
  const field = useFieldProps();
  // While the list is open, Base UI hides everything else from screen readers; `aria-labelledby` still names the box.
  const label = useFieldLabel();
  const { ref, layer } = useLayer();
  const items = useMemo(
    () => Combobox.createItems([...choices], { getValue: (one) => one.value, getLabel: (one) => one.label }),
    [choices],
  );
  const labelOf = (code: string) => choices.find((one) => one.value === code)?.label ?? code;
  return (
    <Combobox.Root items={items} multiple value={[...value]} onValueChange={onChange} autoHighlight>
      <Combobox.InputGroup ref={ref} className={boxClass}>
        <Combobox.Chips className="flex flex-wrap items-center gap-1">
          {value.map((code) => (
            <Combobox.Chip key={code} aria-label={labelOf(code)} className={chipClass}>
              {labelOf(code)}
              <Combobox.ChipRemove
                aria-label={`去掉 ${labelOf(code)}`}
                className="grid size-(--touch) max-w-6 place-items-center text-ink-2 hover:text-refuse in-[.staff]:h-6"
              >
                <Icon name="cross" size="0.9em" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            {...field}
            {...label}
            {...(value.length === 0 && placeholder !== undefined ? { placeholder } : {})}
            className="min-h-6 min-w-6 flex-1 bg-transparent px-1 outline-none"
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <Combobox.Portal container={layer}>
        <Combobox.Positioner sideOffset={8} collisionPadding={8} positionMethod="fixed" className="z-40 outline-none">
          <Combobox.Popup className={popupClass}>
            <Combobox.Empty>
              <p className="px-3 py-2 text-ink-2 empty:hidden">没有找到，请换一个词。</p>
            </Combobox.Empty>
            <Combobox.List>
              {(one: Pick<Choice, "value" | "label">) => (
                <Combobox.Item key={one.value} value={one.value} className={itemClass}>
                  <span className="min-w-0 flex-1">{one.label}</span>
                  <Combobox.ItemIndicator className="text-accent">
                    <Icon name="check" size="1em" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

const boxClass =
  "block min-h-(--touch) w-full cursor-text rounded-md border border-line-strong bg-sheet px-1 py-0.5 text-base text-ink hover:border-ink-2 " +
  "focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent";
const chipClass =
  "flex min-h-6 items-center gap-0.5 rounded-sm border border-line bg-paper pl-2 outline-none " +
  "data-highlighted:border-accent data-highlighted:bg-accent-soft focus:border-accent focus:bg-accent-soft";
const popupClass =
  "max-h-[min(var(--available-height),18rem)] w-(--anchor-width) max-w-(--available-width) overflow-y-auto overscroll-contain rounded-md border border-line bg-sheet py-1 text-base text-ink shadow-float";
const itemClass =
  "flex min-h-(--touch) cursor-pointer items-center gap-2 px-3 py-1 outline-none select-none data-highlighted:bg-paper data-selected:bg-accent-soft data-selected:font-medium";
