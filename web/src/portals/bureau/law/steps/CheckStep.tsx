import { type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { fileInWords } from "../law-words.ts";
import { textAt } from "../model/files.ts";
import { storedFiles, type ShownDraft } from "../draft.ts";
import { partOf } from "../editor/part-of-file.ts";
import { StepCard } from "./StepCard.tsx";
import type { Check } from "./task.ts";

const SHOWN = 30;

/** Findings of the check in the draft as it is stored: each with its file, line and place in the editor. */
export function CheckStep({ draft, check }: { draft: ShownDraft; check: Check }): ReactElement {
  const files = storedFiles(draft);
  const titleOf = (id: string): string => textAt(files[`benefits/${id}.json`], "/title") || id;
  const isFine = check.errors === 0;
  return (
    <StepCard
      title="检查"
      intro="名称有着落、参数有值、条件不相抵触、单位一致、金额没有空档，每项补贴至少 15 个算例并且都与预期一致。"
      status={isFine ? { kind: "done", label: "没有错误" } : { kind: "turn", label: `${check.errors} 处必须改` }}
      action={
        isFine ? undefined : (
          <Button icon="text" to={`/bureau/law/${draft.id}`}>
            回去改
          </Button>
        )
      }
    >
      {check.problems.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {check.problems.slice(0, SHOWN).map((problem, at) => (
            <li key={at} className="flex flex-wrap items-baseline gap-x-3 py-1">
              <span className={problem.severity === "error" ? "text-refuse" : "text-ink-2"}>
                {problem.severity === "error" ? "必须改" : "提示"}
              </span>
              <span className="min-w-0 flex-1">
                {problem.file !== null && <span className="font-medium">{fileInWords(problem.file, titleOf)}：</span>}
                {problem.message}
                {problem.file !== null && (
                  <span className="num ml-1.5 text-sm text-ink-3">
                    （{problem.file} 第 {problem.line} 行）
                  </span>
                )}
              </span>
              {problem.file !== null && draft.state === "open" && (
                <Button
                  variant="quiet"
                  to={`/bureau/law/${draft.id}?at=${partOf(files, { file: problem.file, line: problem.line ?? 1, pointer: problem.pointer ?? "" })}`}
                >
                  去改
                </Button>
              )}
            </li>
          ))}
          {check.problems.length > SHOWN && <li className="py-1 text-ink-2">等 {check.problems.length} 处。</li>}
        </ul>
      )}
    </StepCard>
  );
}
