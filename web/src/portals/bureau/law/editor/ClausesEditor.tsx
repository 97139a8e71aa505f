import { getAt } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { benefitPaths, idOf, textAt, usersOfClause } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { EntryList, type Entry } from "./EntryList.tsx";

const FILE = "clauses.json";

/** The clauses of the document in the office's own words, with what rests on each. */
export function ClausesEditor(): ReactElement {
  const { files } = useLaw();
  return (
    <EntryList
      file={FILE}
      list="clauses"
      add="加一条"
      copies
      fresh={{
        id: "新条款",
        make: (id) => ({ id, title: "标题", summary: "概括", concerns: [], benefits: [], features: [] }),
      }}
      name={(clause) => textAt(clause, "/id")}
      isUsed={(clause) => usersOfClause(files, textAt(clause, "/id")).length > 0}
      Head={ClauseHead}
      Fields={ClauseFields}
    />
  );
}

function ClauseFields({ at }: { at: number }): ReactElement {
  const { files, set, readOnly } = useLaw();
  const pointer = `/clauses/${at}`;
  const clause = getAt(files[FILE], pointer);
  const users = usersOfClause(files, textAt(clause, "/id"));
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

function ClauseHead({ entry: clause }: { entry: Entry }): ReactElement {
  return (
    <>
      <span className="num mr-2 font-semibold">{textAt(clause, "/id")}</span>
      <span className="font-medium">{textAt(clause, "/title")}</span>
      <span className="block text-sm text-ink-2">{textAt(clause, "/summary")}</span>
    </>
  );
}
