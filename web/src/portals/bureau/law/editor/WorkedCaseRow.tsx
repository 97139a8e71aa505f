import {
  caseFacts,
  caseJsonSchema,
  expectationOf,
  isRecord,
  showFact,
  type WorkedResult,
} from "@jinengtong/policy/authoring";
import type { WorkedCase } from "@jinengtong/policy/engine";
import { useMemo, useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { formatYuan } from "../../../../kit/format.ts";
import { Input } from "../../../../kit/Input.tsx";
import { StatusShape } from "../../../../kit/StatusMark.tsx";
import { OUTCOMES } from "../law-words.ts";
import { changeList, freeName, moved, setIn } from "../model/edits.ts";
import { rowsAt, textAt, type Files } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { CaseFactsEditor } from "./CaseFactsEditor.tsx";
import { RowActs } from "./RowActs.tsx";

/** The files with what a case comes to now as what it expects. */
export function takeAsExpected(files: Files, path: string, { worked, decision }: WorkedResult): Files {
  if (decision === null) return files;
  const at = rowsAt(files[path], "/cases").findIndex((one) => one["name"] === worked.name);
  return at < 0 ? files : setIn(files, path, `/cases/${at}/expect`, expectationOf(decision));
}

interface WorkedCaseRowProps {
  path: string;
  at: number;
  result: WorkedResult;
  benefit: string;
}

/** One worked case: what it expects, what comes out now, and on request why, and its facts. */
export function WorkedCaseRow({ path, at, result, benefit }: WorkedCaseRowProps): ReactElement {
  const { files, names, policy, edit, set, readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  const { worked, decision, problem } = result;
  const titles = useMemo(() => {
    const tests = rowsAt(files[`benefits/${benefit}.json`], "/tests");
    return new Map(tests.map((test) => [textAt(test, "/id"), textAt(test, "/title")]));
  }, [files, benefit]);
  const count = rowsAt(files[path], "/cases").length;
  const facts = useMemo(() => caseFacts(policy?.caseSchema ?? caseJsonSchema, names), [policy, names]);
  const now = decision === null ? (problem ?? "") : inWords(expectationOf(decision), titles);
  return (
    <li className="py-1.5">
      <div className="flex items-start justify-between gap-2">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="grid min-w-0 flex-1 grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1 rounded-sm text-left hover:bg-paper"
        >
          <span className={problem === null ? "pt-0.5 text-accent" : "pt-0.5 text-turn"}>
            <StatusShape kind={problem === null ? "done" : "late"} />
            <span className="sr-only">{problem === null ? "与预期一致：" : "与预期不同："}</span>
          </span>
          <span className="min-w-0">
            <span className="font-medium">{worked.name}</span>
            <span className="num block text-sm text-ink-2">
              {problem === null ? (
                inWords(worked.expect, titles)
              ) : (
                <>
                  预期 <del className="text-ink-3">{inWords(worked.expect, titles)}</del>
                  <span className="block font-medium text-turn">现在 {now}</span>
                </>
              )}
            </span>
          </span>
        </button>
        {!readOnly && problem !== null && decision !== null && (
          <Button
            variant="secondary"
            label={`${worked.name}：以新结果为准`}
            onClick={() => edit((old) => takeAsExpected(old, path, result))}
          >
            以新结果为准
          </Button>
        )}
      </div>
      {open && (
        <div className="mt-1.5 mb-2 ml-5 grid gap-3 rounded-md bg-paper-deep p-3">
          {decision !== null && (
            <div>
              <p className="mb-1 font-medium">为什么</p>
              <ul className="grid gap-1 text-sm">
                {decision.findings.map((finding) => (
                  <li key={finding.test} className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2">
                    <span
                      className={
                        finding.met === true ? "text-ink-2" : finding.met === false ? "text-refuse" : "text-turn"
                      }
                    >
                      {finding.met === true ? "满足" : finding.met === false ? "不满足" : "未知"}
                    </span>
                    <span>
                      {finding.because}
                      <span className="num ml-1 text-ink-3">〔{finding.clause}〕</span>
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {Object.keys(worked.set ?? {}).length > 0 && readOnly && (
            <p className="text-sm">
              {Object.entries(worked.set ?? {})
                .map(([pointer, value]) => {
                  const fact = facts.find((one) => one.pointer === pointer);
                  return fact === undefined ? pointer : `${fact.label}：${showFact(fact, value)}`;
                })
                .join("；")}
            </p>
          )}
          {!readOnly && (
            <>
              <div className="flex items-end gap-2">
                <Field label="算例名称" required="filter" className="flex-1">
                  <Input value={worked.name} onChange={(next) => set(path, `/cases/${at}/name`, next)} />
                </Field>
                <RowActs
                  name={worked.name}
                  at={at}
                  count={count}
                  onMove={(to) => edit((old) => changeList(old, path, "/cases", (list) => moved(list, at, to)))}
                  onCopy={() => edit((old) => changeList(old, path, "/cases", (list) => withCopy(list, at)))}
                  onRemove={
                    count > 1
                      ? () =>
                          edit((old) => changeList(old, path, "/cases", (list) => list.filter((_one, i) => i !== at)))
                      : null
                  }
                />
              </div>
              <CaseFactsEditor path={path} at={at} facts={facts} />
            </>
          )}
        </div>
      )}
    </li>
  );
}

function withCopy(list: readonly unknown[], at: number): unknown[] {
  const names = list.filter(isRecord).map((one) => textAt(one, "/name"));
  return list.flatMap((one, index) =>
    index === at && isRecord(one) ? [one, { ...one, name: freeName(`${textAt(one, "/name")}（二）`, names) }] : [one],
  );
}

/** An expected or a present outcome as one line. */
export function inWords(expect: WorkedCase["expect"], titles: ReadonlyMap<string, string>): string {
  const named = (ids: readonly string[] = []): string => ids.map((id) => titles.get(id) ?? id).join("、");
  switch (expect.outcome) {
    case "granted": {
      const back =
        expect.recoverFen === undefined || expect.recoverFen === 0 ? "" : `，收回 ${formatYuan(expect.recoverFen)} 元`;
      return `${OUTCOMES.granted} ${formatYuan(expect.amountFen ?? 0)} 元${back}`;
    }
    case "refused":
      return `${OUTCOMES.refused}：${named(expect.failed)}`;
    case "incomplete": {
      const unknown = named(expect.unknown);
      return `${OUTCOMES.incomplete}${unknown === "" ? "" : `：${unknown}`}`;
    }
  }
}
