import { useState, type ReactElement } from "react";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { changeList } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { AddDialog } from "./AddDialog.tsx";
import { KINDS } from "./parameter-kinds.ts";

const FILE = "parameters.json";
const NAME = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/u;

/** Adds a parameter without a value; values with their sources follow in the table. */
export function AddParameterDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { names, edit } = useLaw();
  const [label, setLabel] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<keyof typeof KINDS>("money");
  const [clause, setClause] = useState(names.clauses[0]?.value ?? "");
  const fault =
    name === ""
      ? undefined
      : !NAME.test(name)
        ? "两段以上的英文名，以小写字母开头，用点分开，如 training.perDayFen"
        : names.parameters.some((one) => one.name === name)
          ? "已有这个参数"
          : undefined;
  const options = [
    { value: "first", label: "读法一" },
    { value: "second", label: "读法二" },
  ];
  return (
    <AddDialog
      title="加一个参数"
      action="加上"
      leave="先不加"
      ready={label.trim() !== "" && name !== "" && fault === undefined}
      onClose={onClose}
      onAdd={() => {
        const type = kind === "choice" ? { kind, options } : { kind };
        const made = {
          name,
          label: label.trim(),
          clause,
          type,
          supplied: "place",
          description: `${label.trim()}。`,
          values: [],
        };
        edit((old) => changeList(old, FILE, "/parameters", (list) => [...list, made]));
      }}
    >
      <Field label="名称">
        <Input value={label} onChange={setLabel} placeholder="每日补贴标准" />
      </Field>
      <Field label="种类">
        <Select
          value={kind}
          onChange={(next) => next !== "" && setKind(next)}
          choices={(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((value) => ({ value, label: KINDS[value] }))}
        />
      </Field>
      <Field label="依据条款">
        <Select value={clause} onChange={setClause} choices={names.clauses} />
      </Field>
      <Field label="英文名" hint="用在规则和接口里；金额以 Fen 结尾" error={fault}>
        <Input value={name} onChange={setName} placeholder="training.perDayFen" />
      </Field>
    </AddDialog>
  );
}
