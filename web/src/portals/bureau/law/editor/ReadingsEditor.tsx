import { getAt } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { RadioGroup } from "../../../../kit/RadioGroup.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { TextArea } from "../../../../kit/TextArea.tsx";
import { changeList, freeName } from "../model/edits.ts";
import { rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { EntryList, type Entry } from "./EntryList.tsx";

const FILE = "interpretations.json";

/** Places of the text that can be read in two ways: both readings, the chosen one, and why. */
export function ReadingsEditor(): ReactElement {
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        文字有不同读法的，写明各种读法、取哪一种和理由。取定的读法由两位工作人员在“读法”页确认。
      </p>
      <EntryList
        file={FILE}
        list="interpretations"
        add="加一处读法"
        fresh={{ id: "reading", make: newReading }}
        name={(reading) => textAt(reading, "/question")}
        Head={ReadingHead}
        Fields={ReadingFields}
      />
    </div>
  );
}

function newReading(id: string, files: Readonly<Record<string, unknown>>): object {
  return {
    id,
    clause: textAt(files["clauses.json"], "/clauses/0/id"),
    question: "这一句怎样理解？",
    readings: [
      { id: "first", text: "读法一" },
      { id: "second", text: "读法二" },
    ],
    chosen: "first",
    reason: "理由",
  };
}

function ReadingFields({ at }: { at: number }): ReactElement {
  const { files, names, set, edit, readOnly } = useLaw();
  const pointer = `/interpretations/${at}`;
  const reading = getAt(files[FILE], pointer);
  const rows = rowsAt(reading, "/readings");
  const parameter = textAt(reading, "/parameter");
  return (
    <div className="mt-2 grid gap-3 rounded-md bg-paper-deep p-3">
      <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <Field label="问题" required="filter">
          <Input
            value={textAt(reading, "/question")}
            readOnly={readOnly}
            onChange={(next) => set(FILE, `${pointer}/question`, next)}
          />
        </Field>
        <Field label="依据条款" required="filter">
          <Select
            value={textAt(reading, "/clause")}
            disabled={readOnly}
            choices={withUnknown(names.clauses, textAt(reading, "/clause"))}
            onChange={(next) => set(FILE, `${pointer}/clause`, next)}
          />
        </Field>
      </div>
      {rows.map((row, index) => (
        <Field key={index} label={`读法 ${index + 1}`} required="filter">
          <Input
            value={textAt(row, "/text")}
            readOnly={readOnly}
            onChange={(next) => set(FILE, `${pointer}/readings/${index}/text`, next)}
          />
        </Field>
      ))}
      {!readOnly && (
        <span>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() =>
              edit((old) =>
                changeList(old, FILE, `${pointer}/readings`, (list) => [
                  ...list,
                  {
                    id: freeName(
                      "reading",
                      rows.map((row) => textAt(row, "/id")),
                    ),
                    text: `读法${list.length + 1}`,
                  },
                ]),
              )
            }
          >
            再加一种读法
          </Button>
        </span>
      )}
      <Field label="取哪一种" group required="filter">
        <RadioGroup
          value={textAt(reading, "/chosen")}
          choices={rows.map((row) => ({ value: textAt(row, "/id"), label: textAt(row, "/text"), disabled: readOnly }))}
          onChange={(next) => set(FILE, `${pointer}/chosen`, next)}
        />
      </Field>
      <Field label="理由" required="filter">
        <TextArea
          value={textAt(reading, "/reason")}
          rows={2}
          onChange={(next) => set(FILE, `${pointer}/reason`, next)}
        />
      </Field>
      <Field label="哪个参数可以改取另一种" required={false}>
        <Select
          value={parameter}
          disabled={readOnly}
          placeholder="没有：要改规则"
          choices={withUnknown(
            names.parameters.map(({ name, label }) => ({ value: name, label })),
            parameter,
          )}
          onChange={(next) => set(FILE, `${pointer}/parameter`, next === "" ? undefined : next)}
        />
      </Field>
    </div>
  );
}

function ReadingHead({ entry: reading }: { entry: Entry }): ReactElement {
  const chosen = rowsAt(reading, "/readings").find((one) => one["id"] === reading["chosen"]);
  return (
    <>
      <span className="font-medium">{textAt(reading, "/question")}</span>
      <span className="num ml-1.5 text-sm text-ink-3">〔{textAt(reading, "/clause")}〕</span>
      <span className="block text-sm text-ink-2">取：{textAt(chosen, "/text")}</span>
    </>
  );
}
