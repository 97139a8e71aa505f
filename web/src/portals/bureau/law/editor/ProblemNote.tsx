import type { ReactElement } from "react";
import { Icon } from "../../../../kit/Icon.tsx";
import { ceilingOf } from "./part-of-file.ts";
import { useProblems } from "../model/problems-context.ts";
import { rowsAt, textAt } from "../model/files.ts";
import { useLaw, type PlacedProblem } from "../model/law-context.ts";

interface ProblemNoteProps {
  file: string;
  /** Problems at this pointer and inside it. */
  under?: string;
  /** Problems at exactly these pointers. */
  only?: readonly string[];
}

/** Problems of a place, beside it: in words, with what was probably meant. */
export function ProblemNote({ file, under, only }: ProblemNoteProps): ReactElement | null {
  const problems = useProblems().filter(
    ({ place }) =>
      place?.file === file &&
      (only === undefined
        ? under === undefined || place.pointer === under || place.pointer.startsWith(`${under}/`)
        : only.includes(place.pointer)),
  );
  if (problems.length === 0) return null;
  return (
    <ul className="grid gap-0.5 py-0.5">
      {problems.map((problem, at) => (
        <ProblemLine key={at} problem={problem} />
      ))}
    </ul>
  );
}

/** One problem: an error keeps the draft from being submitted, a note does not. */
export function ProblemLine({ problem }: { problem: PlacedProblem }): ReactElement {
  const isError = problem.severity === "error";
  return (
    <li className={`flex gap-1.5 text-sm ${isError ? "text-refuse" : "text-turn"}`}>
      <Icon name={isError ? "warning" : "info"} size="1.1em" className="mt-0.5" />
      <span>
        {problem.message}
        {problem.place !== null && (
          <span className="num ml-1.5 text-ink-3">
            （{problem.place.file} 第 {problem.place.line} 行）
          </span>
        )}
      </span>
    </li>
  );
}

const CLAIMING: Readonly<Record<string, string>> = {
  by: "由谁申请",
  per: "按人还是按班",
  stages: "阶段",
  evidence: "凭什么申请",
  prepared: "平台什么时候备好",
  papers: "材料",
  class: "按它开的班",
  wayOn: "下一步",
  short: "简称",
};

/** Where a problem stands, in words: 岗位技能提升补贴的条件“失业保险缴费”. */
export function usePlaceInWords(): (problem: PlacedProblem) => string {
  const { files } = useLaw();
  return ({ place, where }) => {
    if (place === null) return where;
    const test = /^\/tests\/(\d+)/u.exec(place.pointer);
    const worked = /^\/cases\/(\d+)/u.exec(place.pointer);
    const file = files[place.file];
    if (test !== null) return `条件“${textAt(rowsAt(file, "/tests")[Number(test[1])], "/title")}”`;
    if (worked !== null) return `算例“${textAt(rowsAt(file, "/cases")[Number(worked[1])], "/name")}”`;
    const paper = /^\/papers\/(\d+)/u.exec(place.pointer);
    if (paper !== null) return `材料“${textAt(rowsAt(file, "/papers")[Number(paper[1])], "/label")}”`;
    const ceiling = ceilingOf(files, place);
    if (ceiling !== null) return `${textAt(files[`benefits/${ceiling}.json`], "/title") || ceiling}的上限`;
    if (place.file.startsWith("claiming/")) return CLAIMING[place.pointer.split("/")[1] ?? ""] ?? "";
    return place.pointer.startsWith("/amount") ? "金额" : "";
  };
}
