import type { Parameter } from "@jinengtong/policy/engine";
import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { DateBox } from "../../../../kit/staff/DateBox.tsx";
import { changeList } from "../model/edits.ts";
import { rowsAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { readNumber, showNumber } from "./InlineValue.tsx";

const FILE = "parameters.json";

/** From and to which day a value holds; without a day, from ever or for ever. */
const BOUNDS = [
  { key: "from", title: "自" },
  { key: "to", title: "至" },
] as const;

/** The dated values of a parameter with their sources, edited in place. */
export function ParameterValues({ name }: { name: string }): ReactElement {
  const { files, names, readOnly, set, edit } = useLaw();
  const at = rowsAt(files[FILE], "/parameters").findIndex((one) => one["name"] === name);
  const parameter = names.parameters.find((one) => one.name === name);
  if (parameter === undefined) return <p className="text-ink-2">没有这个参数。</p>;
  const pointer = `/parameters/${at}/values`;
  return (
    <div className="grid gap-2">
      {parameter.values.length === 0 && (
        <p className="text-sm text-ink-2">
          {parameter.supplied === "place" ? "由各地规定，政策包里没有值。" : "还没有值。"}
        </p>
      )}
      {parameter.values.map((row, index) => (
        <div
          key={index}
          className="grid grid-cols-[minmax(6rem,1fr)_auto_auto] items-center gap-x-3 gap-y-1.5 max-sm:grid-cols-1"
        >
          <ParameterValue
            parameter={parameter}
            value={row.value}
            label={`${parameter.label}：第 ${index + 1} 个值`}
            onChange={(value) => set(FILE, `${pointer}/${index}/value`, value)}
          />
          {BOUNDS.map(({ key, title }) => (
            <span key={key} className="flex items-center gap-1.5">
              <span aria-hidden className="shrink-0 text-sm text-ink-2">
                {title}
              </span>
              <span className="w-36">
                <DateBox
                  keepsText
                  aria-label={`${parameter.label}：第 ${index + 1} 个值${title}`}
                  value={row[key] ?? ""}
                  onChange={(day) => set(FILE, `${pointer}/${index}/${key}`, day === "" ? undefined : day)}
                />
              </span>
            </span>
          ))}
          <span className="col-span-full flex gap-1.5">
            <Input
              aria-label={`${parameter.label}：出处`}
              value={row.source}
              readOnly={readOnly}
              placeholder="出处：文件名称、文号、条款"
              onChange={(source) => set(FILE, `${pointer}/${index}/source`, source)}
            />
            {!readOnly && (
              <Button
                variant="quiet"
                icon="minus"
                label={`删去${parameter.label}的这个值`}
                onClick={() =>
                  edit((old) => changeList(old, FILE, pointer, (list) => list.filter((_one, i) => i !== index)))
                }
              >
                删
              </Button>
            )}
          </span>
        </div>
      ))}
      {!readOnly && (
        <span>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => edit((old) => changeList(old, FILE, pointer, (list) => [...list, newValue(parameter)]))}
          >
            加一个值
          </Button>
        </span>
      )}
    </div>
  );
}

function newValue({ type, values }: Parameter): object {
  const last = values.at(-1)?.value;
  const first = type.kind === "choice" ? (type.options[0]?.value ?? "") : type.kind === "day" ? "" : 0;
  return { value: last ?? first, source: "" };
}

interface ParameterValueProps {
  parameter: Parameter;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
}

const UNITS: Readonly<Record<Parameter["type"]["kind"], string>> = {
  money: "元",
  ratio: "%",
  percent: "%",
  count: "",
  day: "",
  choice: "",
};

/** One value of a parameter, in its unit. */
export function ParameterValue({ parameter, value, onChange, label }: ParameterValueProps): ReactElement {
  const { readOnly } = useLaw();
  const { type } = parameter;
  if (type.kind === "choice")
    return (
      <Select
        aria-label={label}
        disabled={readOnly}
        value={typeof value === "string" ? value : ""}
        onChange={onChange}
        choices={type.options}
      />
    );
  if (type.kind === "day")
    return <DateBox keepsText aria-label={label} value={typeof value === "string" ? value : ""} onChange={onChange} />;
  return (
    <Input
      aria-label={label}
      readOnly={readOnly}
      inputMode="decimal"
      unit={UNITS[type.kind]}
      className="num text-right"
      value={showParameterValue(type.kind, value)}
      onChange={(text) => onChange(readParameterValue(type.kind, text) ?? text)}
    />
  );
}

/** A typed text as a value of a parameter; null where it is none. Ratios are typed in per cent. */
export function readParameterValue(kind: Parameter["type"]["kind"], text: string): number | string | null {
  const plain = text.trim();
  if (kind === "choice" || kind === "day") return plain === "" ? null : plain;
  if (kind === "ratio") {
    const percent = /^\d{1,3}(?:\.\d{1,4})?%?$/u.test(plain) ? Number(plain.replace("%", "")) : null;
    return percent === null || percent > 100 ? null : Math.round(percent * 10_000) / 1_000_000;
  }
  return readNumber(plain.replace(/[%元]$/u, ""), kind === "money" ? "fen" : "");
}

export function showParameterValue(kind: Parameter["type"]["kind"], value: unknown): string {
  if (kind === "ratio" && typeof value === "number") return String(Math.round(value * 1e6) / 1e4);
  return showNumber(value, kind === "money" ? "fen" : "");
}
