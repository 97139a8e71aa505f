import { getAt, starterOf } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { changeList } from "../model/edits.ts";
import { idOf, rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { BlockEditor } from "./BlockEditor.tsx";
import { ProblemNote } from "./ProblemNote.tsx";

const FILE = "ceilings.json";

/** The most that a benefit may ever come to: it decides nothing, the proof holds every amount against it. */
export function CeilingPart({ path }: { path: string }): ReactElement {
  const { files, names, policy, set, edit, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const benefit = idOf(path);
  const at = rowsAt(files[FILE], "/ceilings").findIndex((one) => one["benefit"] === benefit);
  const pointer = `/ceilings/${at}`;
  const clause = textAt(files[FILE], `${pointer}/clause`);
  return (
    <section aria-labelledby="ceiling">
      <div className="flex items-center justify-between gap-2">
        <h3 id="ceiling" className="text-lg font-semibold">
          最多能有多少
        </h3>
        {at >= 0 && (
          <Button variant="quiet" icon={open ? "up" : "down"} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "收起" : "展开修改"}
          </Button>
        )}
      </div>
      <div className="border-y border-line py-1.5">
        {at < 0 ? (
          <p className="flex flex-wrap items-center gap-3 text-ink-2">
            没有写上限。
            {!readOnly && (
              <Button
                variant="secondary"
                icon="plus"
                onClick={() => {
                  const made = {
                    benefit,
                    clause: textAt(files[path], "/clause"),
                    quantity: starterOf("quantity", "money", names),
                  };
                  edit((old) =>
                    changeList(
                      old[FILE] === undefined ? { ...old, [FILE]: { ceilings: [] } } : old,
                      FILE,
                      "/ceilings",
                      (list) => [...list, made],
                    ),
                  );
                  setOpen(true);
                }}
              >
                写一个上限
              </Button>
            )}
          </p>
        ) : (
          <p>
            在任何情形下都不超过 {policy?.ceilings.get(benefit)?.text ?? "……"}
            <span className="num ml-1.5 text-sm text-ink-3">〔{clause}〕</span>
          </p>
        )}
        {at >= 0 && <ProblemNote file={FILE} under={pointer} />}
      </div>
      {open && at >= 0 && (
        <div className="mt-2 grid gap-3 rounded-md bg-paper-deep p-3">
          <Field label="依据条款" required="filter" className="max-w-72">
            <Select
              value={clause}
              disabled={readOnly}
              choices={withUnknown(names.clauses, clause)}
              onChange={(next) => set(FILE, `${pointer}/clause`, next)}
            />
          </Field>
          <BlockEditor
            family="quantity"
            value={getAt(files[FILE], `${pointer}/quantity`)}
            label="上限"
            onChange={(next) => set(FILE, `${pointer}/quantity`, next)}
          />
          {!readOnly && (
            <span>
              <Button
                variant="quiet"
                icon="minus"
                className="first:ml-0"
                onClick={() => {
                  edit((old) => changeList(old, FILE, "/ceilings", (list) => list.toSpliced(at, 1)));
                  setOpen(false);
                }}
              >
                去掉上限
              </Button>
            </span>
          )}
        </div>
      )}
    </section>
  );
}
