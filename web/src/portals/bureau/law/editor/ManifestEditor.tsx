import { getAt } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { RadioGroup } from "../../../../kit/RadioGroup.tsx";
import { DateBox } from "../../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { changeList, moved } from "../model/edits.ts";
import { benefitPaths, idOf, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import { RowActs } from "./RowActs.tsx";

const FILE = "manifest.json";

/** Who issued the programme, from when it holds, and in which order its benefits are shown. */
export function ManifestEditor(): ReactElement {
  const { files, set, edit, readOnly } = useLaw();
  const file = files[FILE];
  const notes = getAt(file, "/notes");
  const paths = benefitPaths(files);
  const text = (key: string, label: string, hint?: string): ReactElement => (
    <Field label={label} required="filter" {...(hint === undefined ? {} : { hint })}>
      <Input value={textAt(file, `/${key}`)} readOnly={readOnly} onChange={(next) => set(FILE, `/${key}`, next)} />
    </Field>
  );
  return (
    <div className="grid max-w-4xl gap-4">
      <ProblemNote file={FILE} />
      <div className="grid gap-3 sm:grid-cols-2">
        {text("title", "政策名称")}
        {text("documentNumber", "文号")}
        {text("issuedBy", "印发机关")}
        {text("version", "版本号", "三段数字，如 2.1.0；发布后不能再用")}
        <Field label="从哪日起的申请用这一版" required="filter">
          <DateBox
            keepsText
            value={textAt(file, "/effective/from")}
            onChange={(day) => set(FILE, "/effective/from", day)}
          />
        </Field>
        <Field label="到哪日止" required={false} hint="不写的，由规则自己规定">
          <DateBox
            keepsText
            value={textAt(file, "/effective/to")}
            onChange={(day) => set(FILE, "/effective/to", day === "" ? undefined : day)}
          />
        </Field>
      </div>
      <Field label="这一版开始时在办的申请" group required="filter">
        <RadioGroup
          inline
          value={textAt(file, "/transition") === "redecide" ? "redecide" : "keep"}
          onChange={(next) => set(FILE, "/transition", next)}
          choices={[
            { value: "keep", label: "照原来的版本办完", disabled: readOnly },
            { value: "redecide", label: "按新版本重新判定", disabled: readOnly },
          ]}
        />
      </Field>
      <Field label="说明" required={false} hint="一行一条，印在政策说明页上">
        <TextArea
          value={Array.isArray(notes) ? notes.join("\n") : ""}
          rows={4}
          onChange={(next) => set(FILE, "/notes", next === "" ? [] : next.split("\n"))}
        />
      </Field>
      <section aria-labelledby="order">
        <h3 id="order" className="mb-1 font-semibold">
          补贴的先后
        </h3>
        <ol className="divide-y divide-line border-y border-line">
          {paths.map((path, at) => (
            <li key={path} className="flex items-center justify-between gap-2 py-0.5">
              <span>
                <span className="num mr-2 text-ink-3">{at + 1}.</span>
                {textAt(files[path], "/title")}
              </span>
              {!readOnly && (
                <RowActs
                  name={textAt(files[path], "/title")}
                  at={at}
                  count={paths.length}
                  onMove={(to) =>
                    edit((old) => changeList(old, FILE, "/benefits", () => moved(paths.map(idOf), at, to)))
                  }
                  onRemove={null}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
