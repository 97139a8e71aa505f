import type { ReturnFault, ReturnForm } from "@jinengtong/returns";
import type { ReactElement } from "react";
import { FactList } from "../../kit/FactList.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { figureText, unitOf } from "./return-words.ts";

interface ReckonedProps {
  form: ReturnForm;
  figures: ReadonlyMap<string, number>;
  faults: readonly Pick<ReturnFault, "level" | "message" | "pointer">[];
}

/** The form's own figures and relations: what it comes to, what doesn't hold and why. */
export function Reckoned({ form, figures, faults }: ReckonedProps): ReactElement {
  const derived = form.derived ?? [];
  const relations = faults.filter(({ pointer }) => !pointer.startsWith("/figures/"));
  return (
    <aside aria-label="按表计算" aria-live="polite" className="grid gap-3 lg:sticky lg:top-4">
      {derived.length > 0 && (
        <div className="rounded-md border border-line bg-sheet p-4">
          <h2 className="mb-2 font-semibold">按表计算</h2>
          <FactList
            columns={1}
            facts={derived.map(({ code, title }) => ({
              label: title,
              value: (
                <span className="num">
                  {figureText(form, code, figures.get(code))}
                  {figures.has(code) && unitOf(form, code) !== "" && ` ${unitOf(form, code)}`}
                </span>
              ),
            }))}
          />
        </div>
      )}
      {relations.map(({ level, message, pointer }) => (
        <Notice
          key={pointer}
          tone={level === "error" ? "refuse" : "turn"}
          title={level === "error" ? "要改好" : "提示"}
        >
          {message}
        </Notice>
      ))}
      {relations.length === 0 && <Notice>各栏之间的关系都对得上。</Notice>}
    </aside>
  );
}
