import type { ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { cx } from "../../../../kit/cx.ts";
import { Select } from "../../../../kit/Select.tsx";
import { PARTS, type Part } from "../law-words.ts";
import { benefitPaths, idOf, textAt } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { ceilingOf } from "./part-of-file.ts";
import { useProblems } from "../model/problems-context.ts";

interface EditorNavProps {
  /** A benefit's id, or a part. */
  at: string;
  onGo: (at: string) => void;
  onAdd: (() => void) | null;
}

/** The benefits and the other parts of a draft, each with the number of things that are wrong in it. */
export function EditorNav({ at, onGo, onAdd }: EditorNavProps): ReactElement {
  const { files } = useLaw();
  const problems = useProblems();
  const errorsIn = (paths: readonly string[]): number =>
    problems.filter(({ severity, place }) => severity === "error" && place !== null && paths.includes(place.file))
      .length;
  const overCeiling = (id: string): number =>
    problems.filter(({ severity, place }) => severity === "error" && ceilingOf(files, place) === id).length;
  const benefits = benefitPaths(files).map((path) => ({
    at: idOf(path),
    title: textAt(files[path], "/title") || idOf(path),
    errors: errorsIn([path, `cases/${idOf(path)}.json`, `claiming/${idOf(path)}.json`]) + overCeiling(idOf(path)),
  }));
  const parts = (Object.keys(PARTS) as Part[]).map((part) => ({
    at: part,
    title: PARTS[part].title,
    errors: errorsIn(part === "names" ? ["vocabulary.json", "lists.json"] : [PARTS[part].file]),
  }));
  return (
    <>
      <div className="grid gap-2 lg:hidden">
        <Select
          aria-label="编辑哪一部分"
          value={at}
          choices={[...benefits, ...parts].map((one) => ({ value: one.at, label: label(one) }))}
          onChange={(next) => onGo(next)}
        />
        {onAdd !== null && (
          <Button variant="secondary" icon="plus" onClick={onAdd}>
            加一项补贴
          </Button>
        )}
      </div>
      <nav aria-label="草案的各部分" className="max-lg:hidden">
        <p className="mb-1 text-sm text-ink-3">补贴</p>
        <NavList rows={benefits} at={at} onGo={onGo} />
        {onAdd !== null && (
          <div className="mt-1 mb-3">
            <Button variant="secondary" icon="plus" block onClick={onAdd}>
              加一项补贴
            </Button>
          </div>
        )}
        <p className="mb-1 text-sm text-ink-3">其他</p>
        <NavList rows={parts} at={at} onGo={onGo} />
      </nav>
    </>
  );
}

const label = ({ title, errors }: { title: string; errors: number }): string =>
  errors === 0 ? title : `${title}（${errors} 处待改）`;

interface NavListProps {
  rows: readonly { at: string; title: string; errors: number }[];
  at: string;
  onGo: (at: string) => void;
}

function NavList({ rows, at, onGo }: NavListProps): ReactElement {
  return (
    <ul className="grid">
      {rows.map((row) => (
        <li key={row.at}>
          <button
            type="button"
            {...(row.at === at ? { "aria-current": "page" as const } : {})}
            onClick={() => onGo(row.at)}
            className={cx(
              "flex w-full items-baseline justify-between gap-1 rounded-sm border-l-2 py-1 pr-1 pl-2 text-left",
              row.at === at ? "border-accent bg-accent-soft font-semibold" : "border-transparent hover:bg-paper-deep",
            )}
          >
            <span>{row.title}</span>
            {row.errors > 0 && (
              <span className="num shrink-0 text-sm text-refuse">
                {row.errors}
                <span className="sr-only"> 处待改</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
