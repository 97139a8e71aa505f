import { ENTERPRISE, LEARNERS } from "@jinengtong/policy/engine";
import { choicesOf, getAt } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { Checkbox } from "../../../../kit/Checkbox.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { withUnknown } from "./block.ts";
import { NumberField } from "./NumberField.tsx";

const FRESH = { label: "培训班", enterprise: "optional", project: false, searched: true, learners: "anyone" };

/** The class that is filed for a benefit, if any is. */
export function ClassTermsFields({ file }: { file: string }): ReactElement {
  const { files, set, readOnly } = useLaw();
  const terms = getAt(files[file], "/class");
  const isFiled = terms !== undefined;
  const smallest = getAt(terms, "/smallest");
  const choice = (key: string, label: string, names: Readonly<Record<string, string>>): ReactElement => (
    <Field label={label} required="filter">
      <Select
        value={textAt(terms, `/${key}`)}
        disabled={readOnly}
        choices={withUnknown(choicesOf(names), textAt(terms, `/${key}`))}
        onChange={(next) => set(file, `/class/${key}`, next)}
      />
    </Field>
  );
  const flag = (key: string, words: string): ReactElement => (
    <Checkbox
      plain
      disabled={readOnly}
      checked={getAt(terms, `/${key}`) === true}
      onChange={(next) => set(file, `/class/${key}`, next)}
    >
      {words}
    </Checkbox>
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">按它开的班</legend>
      <Checkbox
        plain
        disabled={readOnly}
        checked={isFiled}
        onChange={(next) => set(file, "/class", next ? FRESH : undefined)}
      >
        培训机构可以按这项补贴申请开班
      </Checkbox>
      {isFiled && (
        <div className="mt-1 grid gap-2 sm:grid-cols-2">
          <Field label="这种班叫什么" required="filter">
            <Input
              value={textAt(terms, "/label")}
              readOnly={readOnly}
              onChange={(next) => set(file, "/class/label", next)}
            />
          </Field>
          {choice("enterprise", "合作企业", ENTERPRISE)}
          {choice("learners", "学员", LEARNERS)}
          {smallest === undefined ? (
            <Checkbox plain disabled={readOnly} checked={false} onChange={() => set(file, "/class/smallest", 20)}>
              规定最少人数
            </Checkbox>
          ) : (
            <NumberField
              label="最少人数"
              control={{ kind: "number", least: 1, most: 1000, unit: "人" }}
              value={smallest}
              onChange={(next) => set(file, "/class/smallest", next === "" ? undefined : next)}
            />
          )}
          {flag("project", "须选择公布的培训项目")}
          {flag("searched", "列入“找培训班”的类别")}
        </div>
      )}
    </fieldset>
  );
}
