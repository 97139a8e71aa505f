import { CLAIMANTS, EVIDENCE, PER, PREPARED, STAGES, WAYS_ON } from "@jinengtong/policy/engine";
import { choicesOf, getAt, isRecord } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { idOf, textAt } from "../model/files.ts";
import { claimingOf } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { ClassTermsFields } from "./ClassTermsFields.tsx";
import { NumberField } from "./NumberField.tsx";
import { PapersEditor } from "./PapersEditor.tsx";
import { ProblemNote } from "./ProblemNote.tsx";

/** How a benefit is asked for: a sentence, and on request its parts. It decides nothing, so that no worked case changes with it. */
export function ClaimingPart({ path }: { path: string }): ReactElement {
  const { files, edit, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const id = idOf(path);
  const own = `claiming/${id}.json`;
  const file = files[own];
  return (
    <section aria-labelledby="claiming">
      <div className="flex items-center justify-between gap-2">
        <h3 id="claiming" className="text-lg font-semibold">
          怎么申请
        </h3>
        {file !== undefined && (
          <Button variant="quiet" icon={open ? "up" : "down"} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "收起" : "展开修改"}
          </Button>
        )}
      </div>
      <div className="border-y border-line py-1.5">
        {file === undefined ? (
          <p className="flex flex-wrap items-center gap-3 text-refuse">
            还没有写怎么申请。
            {!readOnly && (
              <Button
                variant="secondary"
                icon="plus"
                onClick={() => {
                  edit((old) => ({ ...old, [own]: claimingOf(id, textAt(files[path], "/title")) }));
                  setOpen(true);
                }}
              >
                写申请办法
              </Button>
            )}
          </p>
        ) : (
          <p>{sentenceOf(file)}</p>
        )}
        <ProblemNote file={own} />
      </div>
      {open && file !== undefined && (
        <div className="mt-2 grid gap-4 rounded-md bg-paper-deep p-3">
          <WhoAndWhen file={own} />
          <PapersEditor file={own} />
          <ClassTermsFields file={own} />
          <WayOnFields file={own} />
        </div>
      )}
    </section>
  );
}

/** 由用人单位按班申请，分预拨、结算，凭培训班；交 2 种材料；开学徒班。 */
function sentenceOf(file: unknown): string {
  const several = (pointer: string, names: Readonly<Record<string, string>>): string => {
    const list = getAt(file, pointer);
    return Array.isArray(list) ? list.map((one) => names[String(one)] ?? String(one)).join("、") : "";
  };
  const one = (pointer: string, names: Readonly<Record<string, string>>): string =>
    names[textAt(file, pointer)] ?? textAt(file, pointer);
  const stages = several("/stages", STAGES);
  const prepared = one("/prepared/kind", PREPARED);
  const papers = getAt(file, "/papers");
  const count = Array.isArray(papers) ? papers.length : 0;
  const label = textAt(file, "/class/label");
  return [
    `由${several("/by", CLAIMANTS)}${one("/per", PER)}申请`,
    ...(stages === "" ? [] : [`分${stages}`]),
    `凭${one("/evidence", EVIDENCE)}`,
    ...(prepared === "" ? [] : [prepared]),
    count === 0 ? "不用另交材料" : `交 ${count} 种材料`,
    label === "" ? "不按它开班" : `开${label}`,
  ].join("，");
}

function WhoAndWhen({ file }: { file: string }): ReactElement {
  const { files, set, readOnly } = useLaw();
  const claiming = files[file];
  const many = (pointer: string): string[] => {
    const list = getAt(claiming, pointer);
    return Array.isArray(list) ? list.map(String) : [];
  };
  const choice = (key: string, label: string, names: Readonly<Record<string, string>>): ReactElement => (
    <Field label={label} required="filter">
      <Select
        value={textAt(claiming, `/${key}`)}
        disabled={readOnly}
        choices={withUnknown(choicesOf(names), textAt(claiming, `/${key}`))}
        onChange={(next) => set(file, `/${key}`, next)}
      />
    </Field>
  );
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label="由谁申请" required="filter" hint="备好的申请由第一个确认">
        <MultiSelect
          value={many("/by")}
          choices={choicesOf(CLAIMANTS)}
          onChange={(next) => !readOnly && set(file, "/by", next)}
        />
      </Field>
      <Field label="分哪些阶段" required={false} hint="不选，就一次申请">
        <MultiSelect
          value={many("/stages")}
          choices={choicesOf(STAGES)}
          onChange={(next) => !readOnly && set(file, "/stages", next)}
        />
      </Field>
      {choice("per", "按人还是按班", PER)}
      {choice("evidence", "凭什么申请", EVIDENCE)}
      <Field label="平台什么时候备好" required={false}>
        <Select
          value={textAt(claiming, "/prepared/kind")}
          disabled={readOnly}
          placeholder="不备，由申请人提出"
          choices={withUnknown(choicesOf(PREPARED), textAt(claiming, "/prepared/kind"))}
          onChange={(kind) =>
            set(file, "/prepared", kind === "" ? undefined : kind === "certificate" ? { kind, order: 0 } : { kind })
          }
        />
      </Field>
      {textAt(claiming, "/prepared/kind") === "certificate" && (
        <NumberField
          label="金额相同时的先后"
          control={{ kind: "number", least: 0, most: 100, unit: "" }}
          value={getAt(claiming, "/prepared/order")}
          onChange={(next) => set(file, "/prepared/order", next)}
        />
      )}
      <Field label="简称" required="filter" hint="在申请、名单里怎么称呼">
        <Input value={textAt(claiming, "/short")} readOnly={readOnly} onChange={(next) => set(file, "/short", next)} />
      </Field>
    </div>
  );
}

function WayOnFields({ file }: { file: string }): ReactElement {
  const { files, names, set, readOnly } = useLaw();
  const way = getAt(files[file], "/wayOn");
  const kind = textAt(way, "/kind");
  const benefit = textAt(way, "/benefit");
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">下一步</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <Field label="去哪里" required="filter">
          <Select
            value={kind}
            disabled={readOnly}
            choices={withUnknown(choicesOf(WAYS_ON), kind)}
            onChange={(next) => {
              const { benefit: _left, ...rest } = isRecord(way) ? way : {};
              set(file, "/wayOn", { ...rest, kind: next, ...(next === "classes" ? { benefit: idOf(file) } : {}) });
            }}
          />
        </Field>
        {kind === "classes" && (
          <Field label="按哪项补贴开的班" required="filter">
            <Select
              value={benefit}
              disabled={readOnly}
              choices={withUnknown(choicesOf(names.benefits), benefit)}
              onChange={(next) => set(file, "/wayOn/benefit", next)}
            />
          </Field>
        )}
        <Field label="说明" required="filter" className="sm:col-span-2">
          <Input value={textAt(way, "/how")} readOnly={readOnly} onChange={(next) => set(file, "/wayOn/how", next)} />
        </Field>
        <Field label="按钮上的字" required="filter">
          <Input
            value={textAt(way, "/action")}
            readOnly={readOnly}
            onChange={(next) => set(file, "/wayOn/action", next)}
          />
        </Field>
      </div>
    </fieldset>
  );
}
