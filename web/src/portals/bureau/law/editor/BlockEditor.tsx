import { fieldsOf, isRecord, paletteOf, starterOf, type Field as Part } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { DateBox } from "../../../../kit/staff/DateBox.tsx";
import { Checkbox } from "../../../../kit/Checkbox.tsx";
import { useLaw } from "../model/law-context.ts";
import type { BlockEditorProps } from "./block.ts";
import { withUnknown } from "./block.ts";
import { BlockList } from "./BlockList.tsx";
import { ListFields } from "./InlineList.tsx";
import { NumberField } from "./NumberField.tsx";
import { OptionFields } from "./OptionFields.tsx";

/** A block of the grammar taken apart: its kind, and each of its parts as a field. Inner blocks stand inside. */
export function BlockEditor({ family, value, onChange, label }: BlockEditorProps): ReactElement {
  const { names, readOnly } = useLaw();
  const node = isRecord(value) ? value : {};
  const kind = typeof node["kind"] === "string" ? node["kind"] : "";
  const palette = paletteOf(family);
  const plain = family === "years" && typeof value === "number";
  const choices = family === "years" ? [{ value: "", label: "一个岁数" }, ...palette] : palette;
  const chosen = palette.find((block) => block.value === kind);
  return (
    <fieldset className="min-w-0" disabled={readOnly}>
      <legend className="sr-only">{label}</legend>
      <div className="grid gap-2">
        <Select
          aria-label={`${label}：种类`}
          value={kind}
          onChange={(next) => onChange(next === "" ? 16 : kept(starterOf(family, next, names), node))}
          choices={choices}
          {...(kind === "" && !plain ? { placeholder: "选一种" } : {})}
          className="max-w-72"
        />
        {chosen !== undefined && <p className="text-sm text-ink-3">{chosen.description}</p>}
        {plain && (
          <NumberField
            label={label}
            control={{ kind: "number", least: 0, most: 150, unit: "周岁" }}
            value={value}
            onChange={onChange}
          />
        )}
        <div className="grid gap-2 sm:grid-cols-2">
          {fieldsOf(family, node, names).map((part) => (
            <PartField
              key={`${kind}-${part.key}`}
              part={part}
              node={node}
              onChange={(next) => onChange(withPart(node, part.key, next))}
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}

/** The new block with those parts of the old one that bear the same name: its step, its clause, its fact. */
function kept(made: Record<string, unknown>, old: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stays = ["step", "clause", "name"].filter((key) => key in made && old[key] !== undefined);
  return { ...made, ...Object.fromEntries(stays.map((key) => [key, old[key]])) };
}

function withPart(node: Readonly<Record<string, unknown>>, key: string, value: unknown): Record<string, unknown> {
  const next = { ...node, [key]: value };
  if (value === undefined) Reflect.deleteProperty(next, key);
  return next;
}

interface PartFieldProps {
  part: Part;
  node: Readonly<Record<string, unknown>>;
  onChange: (value: unknown) => void;
}

const WIDE = new Set(["block", "blocks", "options", "many", "group"]);

/** One part of a block. */
export function PartField({ part, node, onChange }: PartFieldProps): ReactElement | null {
  const { control, label, required } = part;
  const value = node[part.key];
  // An optional group of parts is offered once it is there.
  if (!required && value === undefined && control.kind === "group") return null;
  const wide = WIDE.has(control.kind) ? "sm:col-span-2 min-w-0" : "min-w-0";
  switch (control.kind) {
    case "number":
      return <NumberField label={label} control={control} value={value} onChange={onChange} />;
    case "flag":
      return (
        <Field label={label} group required="filter">
          <Checkbox plain checked={value === true} onChange={onChange}>
            {value === true ? control.yes : control.no}
          </Checkbox>
        </Field>
      );
    case "day":
      return (
        <Field label={label} required="filter">
          <DateBox keepsText value={typeof value === "string" ? value : ""} onChange={onChange} />
        </Field>
      );
    case "text":
      return (
        <Field label={label} required="filter">
          <Input value={typeof value === "string" ? value : ""} onChange={onChange} />
        </Field>
      );
    case "choice":
      return (
        <Field label={label} required="filter">
          <Select
            value={value === undefined ? "" : String(value)}
            onChange={(next) => onChange(next === "" && !required ? undefined : next)}
            choices={withUnknown(control.choices, value)}
            {...(required ? {} : { placeholder: "不写" })}
          />
        </Field>
      );
    case "many":
      return (
        <div className={wide}>
          <ListFields control={control} value={value} onChange={onChange} label={label} />
        </div>
      );
    case "bound":
      return <BoundField part={part} control={control} value={value} onChange={onChange} />;
    case "block":
      return (
        <div className={wide}>
          <p className="mb-1 font-medium">{label}</p>
          <div className="border-l-2 border-line pl-3">
            <BlockEditor family={control.family} value={value} onChange={onChange} label={label} />
          </div>
        </div>
      );
    case "blocks":
      return (
        <div className={wide}>
          <p className="mb-1 font-medium">{label}</p>
          <BlockList
            Block={BlockEditor}
            family={control.family}
            value={value}
            onChange={onChange}
            label={label}
            least={control.least}
          />
        </div>
      );
    case "options":
      return (
        <div className={wide}>
          <p className="mb-1 font-medium">{label}</p>
          <OptionFields Block={BlockEditor} control={control} value={value} onChange={onChange} />
        </div>
      );
    case "group":
      return (
        <div className={wide}>
          <p className="mb-1 font-medium">{label}</p>
          <div className="grid gap-2 border-l-2 border-line pl-3 sm:grid-cols-2">
            {control.fields.map((inner) => (
              <PartField
                key={inner.key}
                part={inner}
                node={isRecord(value) ? value : {}}
                onChange={(next) => onChange(withPart(isRecord(value) ? value : {}, inner.key, next))}
              />
            ))}
          </div>
        </div>
      );
  }
}

function BoundField(props: {
  part: Part;
  control: Extract<Part["control"], { kind: "bound" }>;
  value: unknown;
  onChange: (value: unknown) => void;
}): ReactElement {
  const { part, control, value, onChange } = props;
  const name = isRecord(value) ? String(value["name"] ?? "") : "";
  return (
    <div className="grid gap-1">
      <Field label={`${part.label}：取自`} required="filter">
        <Select
          value={name}
          onChange={(next) =>
            onChange(next === "" ? literalOf(control.literal.kind) : { kind: "parameter", name: next })
          }
          choices={withUnknown(control.parameters, name)}
          placeholder="直接写在这里"
        />
      </Field>
      {name === "" && (
        <PartField part={{ ...part, control: control.literal }} node={{ [part.key]: value }} onChange={onChange} />
      )}
    </div>
  );
}

const literalOf = (kind: string): unknown => (kind === "day" ? "2020-01-01" : 1);
