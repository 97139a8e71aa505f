import { getAt, isRecord } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Dialog } from "../../../../kit/Dialog.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { RadioGroup } from "../../../../kit/RadioGroup.tsx";
import { fileInWords } from "../law-words.ts";
import { setIn } from "../model/edits.ts";
import { textAt, type Files } from "../model/files.ts";
import type { Conflict } from "../model/merge.ts";
import type { Saving } from "../model/use-saving.ts";

interface MergeDialogProps {
  merge: NonNullable<Saving["asked"]>;
  titleOf: (id: string) => string;
  onSettle: (files: Files) => void;
}

/** Two officers changed the same place: each such place with both values, and which one stays. All else is together already. */
export function MergeDialog({ merge, titleOf, onSettle }: MergeDialogProps): ReactElement {
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  const settle = (): void => {
    // From the last to the first, so that a place taken out of a list leaves the earlier ones where they are.
    const chosen = [...theirs].toSorted((a, b) => b - a).map((at) => merge.conflicts[at]);
    onSettle(chosen.reduce((files, one) => (one === undefined ? files : withTheirs(files, one)), merge.files));
  };
  return (
    <Dialog
      open
      size="wide"
      busy
      onClose={() => undefined}
      title={`${merge.by}也改了这些地方`}
      footer={<Button onClick={settle}>按所选合并并保存</Button>}
    >
      <div className="grid gap-4">
        <p className="text-ink-2">
          两人改在不同地方的已经并在一起。下面 {merge.conflicts.length}{" "}
          处两人都改了，请逐处选定；没有选中的一方仍留在修改记录里。
        </p>
        {merge.conflicts.map((conflict, at) => (
          <Field
            key={at}
            group
            required="filter"
            label={placeOf(conflict, merge.files, titleOf)}
            hint={`原来：${inWords(conflict.base)}`}
          >
            <RadioGroup
              value={theirs.has(at) ? "theirs" : "mine"}
              onChange={(value) => {
                const next = new Set(theirs);
                if (value === "theirs") next.add(at);
                else next.delete(at);
                setTheirs(next);
              }}
              choices={[
                { value: "mine", label: "我的", description: inWords(conflict.mine) },
                { value: "theirs", label: `${merge.by}的`, description: inWords(conflict.theirs) },
              ]}
            />
          </Field>
        ))}
      </div>
    </Dialog>
  );
}

const withTheirs = (files: Files, { path, pointer, theirs }: Conflict): Files => {
  if (pointer !== "") return setIn(files, path, pointer, theirs);
  if (theirs !== undefined) return { ...files, [path]: theirs };
  return Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));
};

const FIELDS: Readonly<Record<string, string>> = {
  title: "名称",
  label: "名称",
  name: "名称",
  clause: "依据条款",
  audience: "对象",
  summary: "一句话说明",
  description: "说明",
  notes: "说明",
  version: "版本号",
  question: "问题",
  chosen: "取哪一种",
  reason: "理由",
  value: "值",
  from: "自哪天",
  to: "至哪天",
  source: "出处",
  rule: "条件",
  amount: "金额",
  steps: "金额",
  quantity: "上限",
  by: "由谁申请",
  papers: "材料",
  wayOn: "下一步",
  base: "基础事实",
  expect: "预期",
};

/** The innermost part of a place that has a name. */
const fieldOf = (pointer: string): string | undefined =>
  pointer
    .split("/")
    .toReversed()
    .flatMap((key) => FIELDS[key] ?? [])[0];

/** 岗位技能提升补贴（条件和金额）：失业保险缴费，条件 */
function placeOf({ path, pointer }: Conflict, files: Files, titleOf: (id: string) => string): string {
  const entry = /^(\/\w+\/\d+)/u.exec(pointer)?.[1];
  const found = entry === undefined ? undefined : getAt(files[path], entry);
  const name = ["title", "label", "question", "name"].map((key) => textAt(found, `/${key}`)).find((one) => one !== "");
  const inside = [name, fieldOf(pointer)].filter((one) => one !== undefined).join("，");
  return inside === "" ? fileInWords(path, titleOf) : `${fileInWords(path, titleOf)}：${inside}`;
}

function inWords(value: unknown): string {
  if (value === undefined) return "（没有）";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (isRecord(value)) {
    const name = ["title", "label", "question", "name"]
      .map((key) => textAt(value, `/${key}`))
      .find((one) => one !== "");
    return name ?? JSON.stringify(value).slice(0, 120);
  }
  return Array.isArray(value) ? `${value.length} 项：${value.map(inWords).join("、").slice(0, 120)}` : "（空）";
}
