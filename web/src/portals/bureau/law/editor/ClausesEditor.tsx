import { getAt } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { changeList, freeName, moved } from "../model/edits.ts";
import { benefitPaths, idOf, rowsAt, textAt, usersOfClause } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import { RowActs } from "./RowActs.tsx";

const FILE = "clauses.json";

/** The clauses of the document in the office's own words, with what rests on each. */
export function ClausesEditor(): ReactElement {
  const { files, edit, readOnly } = useLaw();
  const clauses = rowsAt(files[FILE], "/clauses");
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="grid gap-2">
      <ProblemNote file={FILE} only={["", "/clauses"]} />
      <ol className="divide-y divide-line border-y border-line">
        {clauses.map((clause, at) => {
          const id = textAt(clause, "/id");
          const users = usersOfClause(files, id);
          return (
            <li key={at} className="py-1.5">
              <div className="flex items-start justify-between gap-2">
                <button
                  type="button"
                  aria-expanded={open === at}
                  onClick={() => setOpen(open === at ? null : at)}
                  className="min-w-0 flex-1 rounded-sm text-left hover:bg-paper-deep"
                >
                  <span className="num mr-2 font-semibold">{id}</span>
                  <span className="font-medium">{textAt(clause, "/title")}</span>
                  <span className="block text-sm text-ink-2">{textAt(clause, "/summary")}</span>
                </button>
                {!readOnly && (
                  <RowActs
                    name={id}
                    at={at}
                    count={clauses.length}
                    onMove={(to) => edit((old) => changeList(old, FILE, "/clauses", (list) => moved(list, at, to)))}
                    onCopy={() =>
                      edit((old) =>
                        changeList(old, FILE, "/clauses", (list) =>
                          list.flatMap((one, i) =>
                            i === at
                              ? [
                                  one,
                                  {
                                    ...clause,
                                    id: freeName(
                                      id,
                                      clauses.map((row) => textAt(row, "/id")),
                                    ),
                                  },
                                ]
                              : [one],
                          ),
                        ),
                      )
                    }
                    onRemove={
                      users.length > 0
                        ? null
                        : () =>
                            edit((old) =>
                              changeList(old, FILE, "/clauses", (list) => list.filter((_one, i) => i !== at)),
                            )
                    }
                  />
                )}
              </div>
              <ProblemNote file={FILE} under={`/clauses/${at}`} />
              {open === at && <ClauseFields at={at} users={users} />}
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <span>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => {
              edit((old) =>
                changeList(old, FILE, "/clauses", (list) => [
                  ...list,
                  {
                    id: freeName(
                      "新条款",
                      clauses.map((row) => textAt(row, "/id")),
                    ),
                    title: "标题",
                    summary: "概括",
                    concerns: [],
                    benefits: [],
                    features: [],
                  },
                ]),
              );
              setOpen(clauses.length);
            }}
          >
            加一条
          </Button>
        </span>
      )}
    </div>
  );
}

function ClauseFields({ at, users }: { at: number; users: readonly string[] }): ReactElement {
  const { files, set, readOnly } = useLaw();
  const pointer = `/clauses/${at}`;
  const clause = getAt(files[FILE], pointer);
  const benefits = getAt(clause, "/benefits");
  const concerns = getAt(clause, "/concerns");
  return (
    <div className="mt-2 grid gap-2 rounded-md bg-paper-deep p-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <Field label="编号" required="filter">
        <Input
          value={textAt(clause, "/id")}
          readOnly={readOnly}
          onChange={(next) => set(FILE, `${pointer}/id`, next)}
        />
      </Field>
      <Field label="标题" required="filter">
        <Input
          value={textAt(clause, "/title")}
          readOnly={readOnly}
          onChange={(next) => set(FILE, `${pointer}/title`, next)}
        />
      </Field>
      <Field label="概括" required="filter" className="sm:col-span-2">
        <TextArea
          value={textAt(clause, "/summary")}
          rows={2}
          onChange={(next) => set(FILE, `${pointer}/summary`, next)}
        />
      </Field>
      <Field label="涉及谁" required={false} className="sm:col-span-2" hint="用顿号分开">
        <Input
          value={Array.isArray(concerns) ? concerns.join("、") : ""}
          readOnly={readOnly}
          onChange={(next) => set(FILE, `${pointer}/concerns`, next === "" ? [] : next.split("、"))}
        />
      </Field>
      <Field label="落到哪些补贴" required={false} className="sm:col-span-2">
        <MultiSelect
          value={Array.isArray(benefits) ? benefits.map(String) : []}
          choices={benefitPaths(files).map((path) => ({ value: idOf(path), label: textAt(files[path], "/title") }))}
          onChange={(next) => set(FILE, `${pointer}/benefits`, next)}
        />
      </Field>
      {users.length > 0 && (
        <p className="text-sm text-ink-2 sm:col-span-2">
          {users.join("、")}引用了这一条；改编号时请一并改，去掉前先改引用。
        </p>
      )}
    </div>
  );
}
