import { getAt } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Disclosure } from "../../../../kit/Disclosure.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { addTest } from "../model/edits.ts";
import { idOf, rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { AmountPart } from "./AmountPart.tsx";
import { withUnknown } from "./block.ts";
import { CeilingPart } from "./CeilingPart.tsx";
import { ClaimingPart } from "./ClaimingPart.tsx";
import { CopyBenefitDialog, RetireBenefitDialog } from "./BenefitDialogs.tsx";
import { Palette } from "./Palette.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { TestRow } from "./TestRow.tsx";

/** A benefit as it is read: whom it is for, its conditions and its amount as sentences that are changed where they stand. */
export function BenefitEditor({ path }: { path: string }): ReactElement {
  const { files, names, set, edit, readOnly } = useLaw();
  const [dialog, setDialog] = useState<"copy" | "retire" | null>(null);
  const file = files[path];
  const tests = rowsAt(file, "/tests");
  const title = textAt(file, "/title");
  return (
    <article className="grid gap-4">
      <header className="grid gap-2">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <Field label="名称" required="filter" className="min-w-56 flex-1">
            <Input value={title} readOnly={readOnly} onChange={(next) => set(path, "/title", next)} />
          </Field>
          <Field label="依据条款" required="filter" className="w-52">
            <Select
              value={textAt(file, "/clause")}
              choices={withUnknown(names.clauses, textAt(file, "/clause"))}
              disabled={readOnly}
              onChange={(next) => set(path, "/clause", next)}
            />
          </Field>
        </div>
        <Disclosure
          summary={
            <span>
              {textAt(file, "/audience") || "对象"}：{textAt(file, "/summary")}
            </span>
          }
        >
          <div className="grid gap-2 pb-2">
            <Field label="对象" required="filter">
              <Input
                value={textAt(file, "/audience")}
                readOnly={readOnly}
                onChange={(next) => set(path, "/audience", next)}
              />
            </Field>
            <Field label="一句话说明" required="filter">
              <TextArea value={textAt(file, "/summary")} rows={2} onChange={(next) => set(path, "/summary", next)} />
            </Field>
            <p className="num text-sm text-ink-3">编号 {idOf(path)}</p>
          </div>
        </Disclosure>
        <ProblemNote file={path} only={["", "/title", "/clause", "/audience", "/summary", "/id"]} />
      </header>

      <section aria-labelledby="conditions">
        <h3 id="conditions" className="mb-1 text-lg font-semibold">
          条件<span className="ml-2 text-sm font-normal text-ink-2">须全部满足</span>
        </h3>
        <ol className="divide-y divide-line border-y border-line">
          {tests.map((test, at) => (
            <TestRow key={`${textAt(test, "/id")}-${at}`} path={path} at={at} count={tests.length} />
          ))}
        </ol>
        {!readOnly && (
          <div className="mt-2">
            <Palette
              family="test"
              label="加一项条件"
              onPick={(kind) => edit((old) => addTest(old, path, kind, "新的条件", names))}
            >
              加一项条件
            </Palette>
          </div>
        )}
      </section>

      <AmountPart path={path} />
      <CeilingPart path={path} />
      <ClaimingPart path={path} />

      {!readOnly && (
        <footer className="flex flex-wrap gap-2 border-t border-line pt-3">
          <Button variant="secondary" icon="file" onClick={() => setDialog("copy")}>
            复制这项补贴
          </Button>
          <Button variant="danger" icon="cross" onClick={() => setDialog("retire")}>
            取消这项补贴
          </Button>
        </footer>
      )}
      {dialog === "copy" && (
        <CopyBenefitDialog from={idOf(path)} title={String(getAt(file, "/title"))} onClose={() => setDialog(null)} />
      )}
      {dialog === "retire" && <RetireBenefitDialog id={idOf(path)} title={title} onClose={() => setDialog(null)} />}
    </article>
  );
}
