import { getAt, isRecord, showFact, type CaseFact } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { setIn } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { FactField } from "./FactField.tsx";
import { ParameterValue } from "./ParameterValues.tsx";

interface CaseFactsEditorProps {
  path: string;
  at: number;
  facts: readonly CaseFact[];
}

/** The facts in which a worked case differs from the common ones: set otherwise, or left out. */
export function CaseFactsEditor({ path, at, facts }: CaseFactsEditorProps): ReactElement {
  const { files, edit, names } = useLaw();
  const file = files[path];
  const worked = getAt(file, `/cases/${at}`);
  const own = getAt(worked, "/set");
  const set: Record<string, unknown> = isRecord(own) ? own : {};
  const left = getAt(worked, "/drop");
  const drop = Array.isArray(left) ? left.map(String) : [];
  const parameters = names.parameters.map(({ name, label }) => ({
    value: `/parameters/${name}`,
    label: `参数：${label}`,
  }));
  const parameterAt = (pointer: string) => names.parameters.find(({ name }) => pointer === `/parameters/${name}`);
  const change = (next: Record<string, unknown>, dropped: readonly string[]): void =>
    edit((old) => {
      const whole = getAt(old[path], `/cases/${at}`);
      const kept = { ...(isRecord(whole) ? whole : {}), set: next, drop: dropped };
      if (Object.keys(next).length === 0) Reflect.deleteProperty(kept, "set");
      if (dropped.length === 0) Reflect.deleteProperty(kept, "drop");
      return setIn(old, path, `/cases/${at}`, kept);
    }, `${path}/${at}/facts`);
  const free = facts.filter(({ pointer }) => !(pointer in set) && !drop.includes(pointer));
  const labelOf = (pointer: string): string =>
    facts.find((one) => one.pointer === pointer)?.label ??
    parameters.find(({ value }) => value === pointer)?.label ??
    pointer;
  return (
    <div className="grid gap-2">
      <p className="font-medium">与基础事实不同的</p>
      {Object.entries(set).map(([pointer, value]) => {
        const fact = facts.find((one) => one.pointer === pointer) ?? {
          pointer,
          label: labelOf(pointer),
          none: false,
          control: { kind: "text" } as const,
        };
        const parameter = parameterAt(pointer);
        const setTo = (next: unknown): void => change({ ...set, [pointer]: next }, drop);
        return (
          <div key={pointer} className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              {parameter === undefined ? (
                <FactField fact={fact} value={value} onChange={setTo} />
              ) : (
                <Field label={fact.label} required="filter">
                  <ParameterValue parameter={parameter} value={value} label={fact.label} onChange={setTo} />
                </Field>
              )}
            </div>
            <Button
              variant="quiet"
              icon="cross"
              label={`${fact.label}照基础事实`}
              onClick={() => change(Object.fromEntries(Object.entries(set).filter(([key]) => key !== pointer)), drop)}
            >
              照旧
            </Button>
          </div>
        );
      })}
      {drop.map((pointer) => (
        <div key={pointer} className="flex items-center justify-between gap-2">
          <span>{labelOf(pointer)}：不知道（没有给出）</span>
          <Button
            variant="quiet"
            icon="cross"
            label={`${labelOf(pointer)}照基础事实`}
            onClick={() =>
              change(
                set,
                drop.filter((one) => one !== pointer),
              )
            }
          >
            照旧
          </Button>
        </div>
      ))}
      <div className="grid gap-2 sm:grid-cols-2">
        <Select
          aria-label="改一项事实"
          value=""
          placeholder="改一项事实……"
          choices={[
            ...free.map((fact) => ({
              value: fact.pointer,
              label: withBase(fact, getAt(file, `/base${fact.pointer}`)),
            })),
            ...parameters.filter(({ value }) => !(value in set)),
          ]}
          onChange={(pointer) => {
            if (pointer === "") return;
            const base = getAt(file, `/base${pointer}`);
            const fact = facts.find((one) => one.pointer === pointer);
            const parameter = parameterAt(pointer);
            change(
              {
                ...set,
                [pointer]: base ?? (fact === undefined ? (parameter?.values[0]?.value ?? 0) : emptyFact(fact)),
              },
              drop,
            );
          }}
        />
        <Select
          aria-label="不知道一项事实"
          value=""
          placeholder="不知道一项事实……"
          choices={free
            .filter(({ pointer }) => getAt(file, `/base${pointer}`) !== undefined)
            .map(({ pointer, label }) => ({ value: pointer, label }))}
          onChange={(pointer) => pointer !== "" && change(set, [...drop, pointer])}
        />
      </div>
    </div>
  );
}

const withBase = (fact: CaseFact, base: unknown): string =>
  base === undefined ? fact.label : `${fact.label}（基础：${showFact(fact, base)}）`;

/** A value to begin from. */
export function emptyFact({ control }: CaseFact): unknown {
  switch (control.kind) {
    case "number":
      return 0;
    case "flag":
      return true;
    case "choice": {
      const first = control.choices[0]?.value ?? "";
      return control.numbers ? Number(first) : first;
    }
    case "many":
    case "rows":
    case "days":
      return [];
    default:
      return "";
  }
}
