import { caseFacts, caseJsonSchema, dropAt, getAt, setAt, showFact } from "@jinengtong/policy/authoring";
import { useMemo, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Disclosure } from "../../../../kit/Disclosure.tsx";
import { Select } from "../../../../kit/Select.tsx";
import { setIn } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { emptyFact } from "./CaseFactsEditor.tsx";
import { FactField } from "./FactField.tsx";

/** The facts that all worked cases of a benefit share, unless one says otherwise. */
export function BaseFacts({ path }: { path: string }): ReactElement {
  const { files, names, policy, edit, readOnly } = useLaw();
  const base = getAt(files[path], "/base");
  const facts = useMemo(() => caseFacts(policy?.caseSchema ?? caseJsonSchema, names), [policy, names]);
  const given = facts.filter(({ pointer }) => getAt(base, pointer) !== undefined);
  const change = (make: (base: unknown) => unknown, key: string): void =>
    edit((old) => setIn(old, path, "/base", make(getAt(old[path], "/base"))), `${path}/base${key}`);
  return (
    <Disclosure
      summary={
        <span className="line-clamp-1">
          基础事实：{given.map((fact) => `${fact.label} ${showFact(fact, getAt(base, fact.pointer))}`).join("；")}
        </span>
      }
    >
      <div className="grid gap-2 rounded-md bg-paper-deep p-3 sm:grid-cols-2">
        {given.map((fact) => (
          <div key={fact.pointer} className={fact.control.kind === "rows" ? "sm:col-span-2" : "flex items-end gap-1"}>
            <div className="min-w-0 flex-1">
              {readOnly ? (
                <p>
                  {fact.label}：{showFact(fact, getAt(base, fact.pointer))}
                </p>
              ) : (
                <FactField
                  fact={fact}
                  value={getAt(base, fact.pointer)}
                  onChange={(value) => change((old) => setAt(old, fact.pointer, value), fact.pointer)}
                />
              )}
            </div>
            {!readOnly && fact.pointer !== "/appliedOn" && (
              <Button
                variant="quiet"
                icon="minus"
                label={`不给出${fact.label}`}
                onClick={() => change((old) => dropAt(old, fact.pointer), "")}
              >
                去掉
              </Button>
            )}
          </div>
        ))}
        {!readOnly && (
          <Select
            aria-label="加一项基础事实"
            value=""
            placeholder="加一项基础事实……"
            choices={facts
              .filter((fact) => !given.includes(fact))
              .map(({ pointer, label }) => ({ value: pointer, label }))}
            onChange={(pointer) => {
              const fact = facts.find((one) => one.pointer === pointer);
              if (fact !== undefined) change((old) => setAt(old, pointer, emptyFact(fact)), "");
            }}
          />
        )}
      </div>
    </Disclosure>
  );
}
