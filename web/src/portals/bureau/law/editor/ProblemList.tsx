import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { fileInWords } from "../law-words.ts";
import { textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { useProblems } from "../model/problems-context.ts";
import { partOf } from "./part-of-file.ts";
import { ProblemLine, usePlaceInWords } from "./ProblemNote.tsx";

interface ProblemListProps {
  isChecking: boolean;
  onGo: (at: string) => void;
}

/** Everything that is wrong with the draft, by place. */
export function ProblemList({ isChecking, onGo }: ProblemListProps): ReactElement {
  const { files } = useLaw();
  const problems = useProblems();
  const placeInWords = usePlaceInWords();
  const byFile = Object.groupBy(problems, ({ place }) => place?.file ?? "");
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <section aria-labelledby="problems" className="rounded-md border border-line bg-sheet p-3">
      <h2 id="problems" className="font-semibold">
        {errors === 0 ? "没有必须改的" : <span className="text-refuse">{errors} 处必须改了才能送签</span>}
        <span className="ml-2 text-sm font-normal text-ink-3">
          {isChecking ? "正在检查……" : problems.length > errors ? `另有 ${problems.length - errors} 处提示` : ""}
        </span>
      </h2>
      <ul className="mt-1 grid gap-2">
        {Object.entries(byFile).map(([file, found = []]) => (
          <li key={file}>
            <div className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">
                {file === ""
                  ? "整个政策"
                  : fileInWords(file, (id) => textAt(files[`benefits/${id}.json`], "/title") || id)}
              </span>
              {found[0]?.place != null && (
                <Button
                  variant="quiet"
                  className="first:ml-0"
                  onClick={() => found[0]?.place && onGo(partOf(files, found[0].place))}
                >
                  去改
                </Button>
              )}
            </div>
            <ul className="grid gap-0.5">
              {found.slice(0, 12).map((problem, at) => {
                const where = placeInWords(problem);
                return (
                  <ProblemLine
                    key={at}
                    problem={where === "" ? problem : { ...problem, message: `${where}：${problem.message}` }}
                  />
                );
              })}
              {found.length > 12 && <li className="text-sm text-ink-3">等 {found.length} 处。</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
