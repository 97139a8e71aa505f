import { STAGES } from "@jinengtong/policy/engine";
import { choicesOf, getAt } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Checkbox } from "../../../../kit/Checkbox.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { EntryList, type Entry } from "./EntryList.tsx";

/** The papers that a claim comes with, in the order in which they are asked for. */
export function PapersEditor({ file }: { file: string }): ReactElement {
  return (
    <section aria-label="材料">
      <h4 className="mb-1 font-semibold">材料</h4>
      <EntryList
        file={file}
        list="papers"
        id="kind"
        add="加一种材料"
        fresh={{
          id: "paper",
          make: (kind) => ({ kind, label: "材料名称", hint: "交哪几页、要不要盖章", expected: true }),
        }}
        name={(paper) => textAt(paper, "/label")}
        Head={PaperHead}
        Fields={PaperFields}
      />
    </section>
  );
}

function PaperFields({ file, at }: { file: string; at: number }): ReactElement {
  const { files, set, readOnly } = useLaw();
  const pointer = `/papers/${at}`;
  const paper = getAt(files[file], pointer);
  const text = (key: string, label: string, hint?: string): ReactElement => (
    <Field label={label} required="filter" {...(hint === undefined ? {} : { hint })}>
      <Input
        value={textAt(paper, `/${key}`)}
        readOnly={readOnly}
        onChange={(next) => set(file, `${pointer}/${key}`, next)}
      />
    </Field>
  );
  const stage = textAt(paper, "/stage");
  return (
    <div className="mt-2 grid gap-2 rounded-md bg-sheet p-3 sm:grid-cols-2">
      {text("label", "材料名称")}
      {text("hint", "怎么交")}
      {text("kind", "编号", "小写字母、数字和短横线；同一种材料各项补贴用同一个")}
      <Field label="只在哪个阶段要" required={false}>
        <Select
          value={stage}
          disabled={readOnly}
          placeholder="每个阶段都要"
          choices={withUnknown(choicesOf(STAGES), stage)}
          onChange={(next) => set(file, `${pointer}/stage`, next === "" ? undefined : next)}
        />
      </Field>
      <Checkbox
        plain
        disabled={readOnly}
        checked={getAt(paper, "/expected") === true}
        onChange={(next) => set(file, `${pointer}/expected`, next)}
      >
        应交：没有交的，审核人员会看到
      </Checkbox>
    </div>
  );
}

function PaperHead({ entry: paper }: { entry: Entry }): ReactElement {
  return (
    <>
      <span className="font-medium">{textAt(paper, "/label")}</span>
      <span className="ml-2 text-sm text-ink-2">{paper["expected"] === true ? "应交" : "可以交"}</span>
      <span className="block text-sm text-ink-2">{textAt(paper, "/hint")}</span>
    </>
  );
}
