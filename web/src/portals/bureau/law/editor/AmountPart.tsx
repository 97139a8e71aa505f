import { amountSentences, fieldsOf, getAt, isRecord, starterOf } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { setIn } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { BlockEditor, PartField } from "./BlockEditor.tsx";
import { BlockList } from "./BlockList.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { Sentence } from "./Sentence.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { Field } from "../../../../kit/Field.tsx";

/** How the amount is reckoned: a sentence for each stage, and on request its steps. */
export function AmountPart({ path }: { path: string }): ReactElement {
  const { files, names, edit, set, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const amount = getAt(files[path], "/amount");
  const sentences = amountSentences(amount, names);
  const staged = isRecord(amount) && amount["kind"] === "staged";
  const stages: unknown[] = isRecord(amount) && Array.isArray(amount["stages"]) ? amount["stages"] : [];
  return (
    <section aria-labelledby="amount">
      <div className="flex items-center justify-between gap-2">
        <h3 id="amount" className="text-lg font-semibold">
          金额
        </h3>
        <Button variant="quiet" icon={open ? "up" : "down"} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "收起步骤" : "展开步骤"}
        </Button>
      </div>
      <div className="border-y border-line py-1.5">
        {sentences === null ? (
          <p className="text-refuse">金额还没有写完，请展开补全。</p>
        ) : (
          sentences.map(({ stage, pieces }) => (
            <p key={stage ?? "all"} className="min-w-0">
              <Sentence
                pieces={pieces}
                path={path}
                pointer="/amount"
                title={stage === "advance" ? "预拨" : stage === "settlement" ? "结算" : "金额"}
              />
            </p>
          ))
        )}
        <ProblemNote file={path} under="/amount" />
      </div>
      {open && (
        <div className="mt-2 grid gap-3 rounded-md bg-paper-deep p-3">
          <Field label="怎样付" required="filter" className="max-w-72">
            <Select
              value={staged ? "staged" : "steps"}
              disabled={readOnly}
              choices={[
                { value: "steps", label: "一次算清" },
                { value: "staged", label: "分预拨和结算" },
              ]}
              onChange={(kind) =>
                edit((old) => setIn(old, path, "/amount", restaged(getAt(old[path], "/amount"), kind)))
              }
            />
          </Field>
          {staged
            ? stages.map((stage, at) => (
                <section key={at} className="grid gap-2">
                  <h4 className="font-semibold">{getAt(stage, "/stage") === "advance" ? "预拨" : "结算"}</h4>
                  <Steps pointer={`/amount/stages/${at}`} value={stage} path={path} />
                </section>
              ))
            : isRecord(amount) && <Steps pointer="/amount" value={amount} path={path} />}
          {!isRecord(amount) && (
            <BlockEditor family="amount" value={amount} label="金额" onChange={(next) => set(path, "/amount", next)} />
          )}
        </div>
      )}
    </section>
  );
}

function Steps({ path, pointer, value }: { path: string; pointer: string; value: unknown }): ReactElement {
  const { set, names } = useLaw();
  const rounding = fieldsOf("amount", starterOf("amount", "steps", names), names).find(({ key }) => key === "rounding");
  const node = isRecord(value) ? value : {};
  return (
    <>
      <BlockList
        Block={BlockEditor}
        family="step"
        value={node["steps"]}
        label="步骤"
        least={1}
        onChange={(next) => set(path, `${pointer}/steps`, next)}
      />
      {rounding !== undefined && (
        <div className="max-w-72">
          <PartField part={rounding} node={node} onChange={(next) => set(path, `${pointer}/rounding`, next)} />
        </div>
      )}
    </>
  );
}

/** The same steps, paid at once or in stages. */
function restaged(amount: unknown, kind: string): unknown {
  if (!isRecord(amount) || amount["kind"] === kind) return amount;
  if (kind === "staged") {
    const { steps, rounding } = amount;
    const stage = { steps, ...(rounding === undefined ? {} : { rounding }) };
    return {
      kind,
      stages: [
        { stage: "advance", ...stage },
        { stage: "settlement", ...stage },
      ],
    };
  }
  const last = Array.isArray(amount["stages"]) ? amount["stages"].filter(isRecord).at(-1) : undefined;
  return { kind, steps: last?.["steps"] ?? [] };
}
