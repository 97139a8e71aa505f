import { decideWorked, LEAST_WORKED_CASES, type WorkedResult } from "@jinengtong/policy/authoring";
import { casesOfFiles, PackageError, type Policy, type WorkedCases as CasesFile } from "@jinengtong/policy/engine";
import { useMemo, useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Checkbox } from "../../../../kit/Checkbox.tsx";
import { Empty } from "../../../../kit/Empty.tsx";
import { Icon } from "../../../../kit/Icon.tsx";
import { changeList, freeName, setIn } from "../model/edits.ts";
import { rowsAt, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { BaseFacts } from "./BaseFacts.tsx";
import { ProblemNote } from "./ProblemNote.tsx";
import { takeAsExpected, WorkedCaseRow } from "./WorkedCaseRow.tsx";

/** The worked cases of a benefit, decided again at each keystroke: which still come out as expected, and why not. */
export function WorkedCases({ benefit }: { benefit: string }): ReactElement {
  const { files, policy, broken, readOnly, edit } = useLaw();
  const [turnedOnly, setTurnedOnly] = useState(false);
  const path = `cases/${benefit}.json`;
  const file = files[path];
  const results = useMemo(() => decided(policy, path, file), [policy, path, file]);
  const names = rowsAt(file, "/cases").map((one) => textAt(one, "/name"));
  if (file === undefined)
    return (
      <Empty
        title="还没有算例"
        action={
          readOnly ? undefined : (
            <Button
              icon="plus"
              onClick={() =>
                edit((old) =>
                  setIn(old, path, "", { benefit, base: { appliedOn: "2025-01-01" }, cases: [newCase([])] }),
                )
              }
            >
              加第一个算例
            </Button>
          )
        }
      >
        每项补贴至少 {LEAST_WORKED_CASES} 个算例才能发布：每个界限的两边都要有。
      </Empty>
    );
  const turned = results?.filter(({ problem }) => problem !== null) ?? [];
  return (
    <section aria-labelledby="worked" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id="worked" className="text-lg font-semibold">
          算例
          <span className="num ml-2 text-sm font-normal text-ink-2">
            {names.length} 个
            {names.length < LEAST_WORKED_CASES && `，还差 ${LEAST_WORKED_CASES - names.length} 个才能发布`}
          </span>
        </h3>
        {!readOnly && (
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => edit((old) => changeList(old, path, "/cases", (list) => [...list, newCase(names)]))}
          >
            加一个算例
          </Button>
        )}
      </div>
      {results === null ? (
        <ProblemNote file={path} />
      ) : (
        <div
          role="status"
          className={`flex flex-wrap items-center justify-between gap-x-3 rounded-md border px-3 py-1 ${turned.length === 0 ? "border-accent-line bg-accent-soft" : "border-turn-line bg-turn-soft"}`}
        >
          <span className="flex items-center gap-1.5 font-medium">
            <Icon name={turned.length === 0 ? "check" : "flag"} size="1em" />
            {turned.length === 0 ? "全部与预期一致" : `${turned.length} 个与预期不同`}
            {broken !== null && (
              <span className="text-sm font-normal text-ink-2">（有一处没写完，按写完时的规则算）</span>
            )}
          </span>
          {turned.length > 0 && (
            <span className="flex flex-wrap items-center gap-x-3">
              <Checkbox plain checked={turnedOnly} onChange={setTurnedOnly}>
                只看不同的
              </Checkbox>
              {!readOnly && turned.every(({ decision }) => decision !== null) && (
                <Button
                  variant="quiet"
                  className="first:ml-0"
                  onClick={() =>
                    edit((old) => turned.reduce((next, result) => takeAsExpected(next, path, result), old))
                  }
                >
                  全部以新结果为准
                </Button>
              )}
            </span>
          )}
        </div>
      )}
      <BaseFacts path={path} />
      <ol className="divide-y divide-line border-y border-line">
        {inOrder(results ?? [])
          .filter(({ result }) => !turnedOnly || result.problem !== null)
          .map(({ result, at }) => (
            <WorkedCaseRow key={at} path={path} at={at} result={result} benefit={benefit} />
          ))}
      </ol>
    </section>
  );
}

/** Those that come out otherwise first, so that they are seen without looking for them. */
const inOrder = (results: readonly WorkedResult[]): { result: WorkedResult; at: number }[] =>
  results
    .map((result, at) => ({ result, at }))
    .toSorted((a, b) => Number(a.result.problem === null) - Number(b.result.problem === null) || a.at - b.at);

const newCase = (taken: readonly string[]): object => ({
  name: freeName("新的算例", taken),
  expect: { outcome: "granted", amountFen: 0 },
});

/** Null where the cases themselves are too unfinished to be read. */
function decided(policy: Policy | null, path: string, file: unknown): WorkedResult[] | null {
  const cases = readCases(path, file);
  if (cases === null) return null;
  return policy === null
    ? cases.cases.map((worked) => ({ worked, decision: null, problem: "政策还没有写完，不能判定" }))
    : decideWorked(policy, cases);
}

function readCases(path: string, file: unknown): CasesFile | null {
  try {
    return casesOfFiles({ [path]: file })[0] ?? null;
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}
