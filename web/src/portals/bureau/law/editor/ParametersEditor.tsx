import { getAt } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { changeList } from "../model/edits.ts";
import { rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { AddParameterDialog } from "./AddParameterDialog.tsx";
import { withUnknown } from "./block.ts";
import { KINDS, SUPPLIED } from "./parameter-kinds.ts";
import { ParameterSheet } from "./ParameterSheet.tsx";
import { ParameterValues } from "./ParameterValues.tsx";
import { ProblemNote } from "./ProblemNote.tsx";

const FILE = "parameters.json";

/** The parameters as a table: dated values with unit and source, all edited in place. */
export function ParametersEditor(): ReactElement {
  const { files, names, readOnly } = useLaw();
  const [adding, setAdding] = useState(false);
  const [wanted, setWanted] = useState("");
  const rows = rowsAt(files[FILE], "/parameters");
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Input aria-label="查找参数" placeholder="查找参数" className="max-w-64" value={wanted} onChange={setWanted} />
        <ParameterSheet />
        {!readOnly && (
          <Button variant="secondary" icon="plus" onClick={() => setAdding(true)}>
            加一个参数
          </Button>
        )}
      </div>
      <ProblemNote file={FILE} only={["", "/parameters"]} />
      <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
        {rows.map((row, at) =>
          `${textAt(row, "/label")}${textAt(row, "/name")}`.includes(wanted.trim()) ? (
            <ParameterRow key={at} at={at} readable={names.parameters.some(({ name }) => name === row["name"])} />
          ) : null,
        )}
      </ul>
      {adding && <AddParameterDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function ParameterRow({ at, readable }: { at: number; readable: boolean }): ReactElement {
  const { files, names, set, edit, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const pointer = `/parameters/${at}`;
  const row = getAt(files[FILE], pointer);
  const name = textAt(row, "/name");
  const kind = textAt(row, "/type/kind");
  const supplied = textAt(row, "/supplied");
  const used = Object.entries(files).some(
    ([path, file]) => path.startsWith("benefits/") && JSON.stringify(file).includes(JSON.stringify(name)),
  );
  return (
    <li id={name} className="grid gap-x-4 gap-y-2 p-3 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div>
        <p className="font-semibold">{textAt(row, "/label")}</p>
        <p className="text-sm text-ink-2">
          {KINDS[kind as keyof typeof KINDS] ?? kind} · {SUPPLIED[supplied as keyof typeof SUPPLIED] ?? supplied} ·{" "}
          <span className="num">{textAt(row, "/clause")}</span>
        </p>
        <p className="text-sm text-ink-2">{textAt(row, "/description")}</p>
        <p className="num text-xs text-ink-3">{name}</p>
        {!readOnly && (
          <span className="mt-1 flex flex-wrap gap-2">
            <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "收起" : "名称和说明"}
            </Button>
            {!used && (
              <Button
                variant="quiet"
                icon="minus"
                label={`去掉参数${textAt(row, "/label")}`}
                onClick={() =>
                  edit((old) => changeList(old, FILE, "/parameters", (list) => list.filter((_one, i) => i !== at)))
                }
              >
                去掉
              </Button>
            )}
          </span>
        )}
      </div>
      <div className="min-w-0">
        {readable && <ParameterValues name={name} />}
        <ProblemNote file={FILE} under={pointer} />
      </div>
      {open && (
        <div className="grid gap-2 rounded-md bg-paper-deep p-3 sm:grid-cols-2 lg:col-span-2">
          <Field label="名称" required="filter">
            <Input value={textAt(row, "/label")} onChange={(next) => set(FILE, `${pointer}/label`, next)} />
          </Field>
          <Field label="依据条款" required="filter">
            <Select
              value={textAt(row, "/clause")}
              choices={withUnknown(names.clauses, textAt(row, "/clause"))}
              onChange={(next) => set(FILE, `${pointer}/clause`, next)}
            />
          </Field>
          <Field label="由谁规定" required="filter">
            <Select
              value={supplied}
              choices={Object.entries(SUPPLIED).map(([value, label]) => ({ value, label }))}
              onChange={(next) => set(FILE, `${pointer}/supplied`, next)}
            />
          </Field>
          <Field label="说明" required="filter" className="sm:col-span-2">
            <TextArea
              value={textAt(row, "/description")}
              rows={2}
              onChange={(next) => set(FILE, `${pointer}/description`, next)}
            />
          </Field>
        </div>
      )}
    </li>
  );
}
