import { getAt, isRecord, testSentence } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { changeList, freeName, moved } from "../model/edits.ts";
import { rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { BlockEditor } from "./BlockEditor.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { RowActs } from "./RowActs.tsx";
import { Sentence } from "./Sentence.tsx";

interface TestRowProps {
  path: string;
  at: number;
  count: number;
}

/** One condition: its sentence, what is wrong with it, and on request its blocks. */
export function TestRow({ path, at, count }: TestRowProps): ReactElement {
  const { files, names, set, edit, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const pointer = `/tests/${at}`;
  const test = getAt(files[path], pointer);
  const rule = getAt(test, "/rule");
  const pieces = testSentence(rule, names);
  const title = textAt(test, "/title") || `第 ${at + 1} 项`;
  const interpretations = getAt(test, "/interpretations");
  const changeTests = (make: (list: readonly unknown[]) => readonly unknown[]): void =>
    edit((old) => changeList(old, path, "/tests", make));
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-1 py-1.5">
      <span className="num pt-1 text-right text-ink-3">{at + 1}.</span>
      <div className="min-w-0 pl-1">
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0">
            {pieces === null ? (
              <span className="text-refuse">“{title}”还没有写完，请展开补全。</span>
            ) : (
              <Sentence pieces={pieces} path={path} pointer={`${pointer}/rule`} title={title} />
            )}
            <span className="num ml-1.5 text-sm whitespace-nowrap text-ink-3">〔{textAt(test, "/clause")}〕</span>
          </p>
          <span className="shrink-0">
            <Button
              variant="quiet"
              icon={open ? "up" : "down"}
              label={`${open ? "收起" : "展开"}：${title}`}
              aria-expanded={open}
              className="first:ml-0"
              onClick={() => setOpen(!open)}
            >
              {open ? "收起" : "展开"}
            </Button>
          </span>
        </div>
        <ProblemNote file={path} under={pointer} />
        {open && (
          <div className="mt-2 mb-2 grid gap-3 rounded-md bg-paper-deep p-3">
            {!readOnly && (
              <div className="flex items-center justify-between gap-2">
                <span className="num text-sm text-ink-2">
                  第 {at + 1} 项，共 {count} 项
                </span>
                <RowActs
                  name={title}
                  at={at}
                  count={count}
                  onMove={(to) => changeTests((list) => moved(list, at, to))}
                  onCopy={() =>
                    changeTests((list) => list.flatMap((one, i) => (i === at ? [one, copied(one, list)] : [one])))
                  }
                  onRemove={count > 1 ? () => changeTests((list) => list.filter((_one, i) => i !== at)) : null}
                />
              </div>
            )}
            <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_13rem]">
              <Field label="这一条叫什么" required="filter">
                <Input
                  value={textAt(test, "/title")}
                  readOnly={readOnly}
                  onChange={(next) => set(path, `${pointer}/title`, next)}
                />
              </Field>
              <Field label="依据条款" required="filter">
                <Select
                  value={textAt(test, "/clause")}
                  choices={withUnknown(names.clauses, textAt(test, "/clause"))}
                  disabled={readOnly}
                  onChange={(next) => set(path, `${pointer}/clause`, next)}
                />
              </Field>
            </div>
            <BlockEditor
              family="test"
              value={rule}
              label={title}
              onChange={(next) => set(path, `${pointer}/rule`, next)}
            />
            {names.interpretations.length > 0 && (
              <Field label="牵涉的读法" required="filter">
                <MultiSelect
                  value={Array.isArray(interpretations) ? interpretations.map(String) : []}
                  choices={names.interpretations}
                  onChange={(next) => set(path, `${pointer}/interpretations`, next.length === 0 ? undefined : next)}
                />
              </Field>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** A copy under a name of its own. */
function copied(test: unknown, list: readonly unknown[]): unknown {
  const taken = rowsAt({ list }, "/list").map((one) => textAt(one, "/id"));
  return isRecord(test) ? { ...test, id: freeName(textAt(test, "/id"), taken) } : test;
}
