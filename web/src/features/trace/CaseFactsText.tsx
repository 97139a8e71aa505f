import type { ReactElement } from "react";
import { Disclosure } from "../../kit/Disclosure.tsx";

/** Facts of a decision exactly as stored, one per line, so that anybody can decide again by hand. */
export function CaseFactsText({ facts }: { facts: unknown }): ReactElement {
  return (
    <Disclosure summary="判定依据的事实（原文，可据此重算）">
      <dl className="columns-1 gap-x-8 font-mono text-xs sm:columns-2 xl:columns-3">
        {flatten(facts, "").map(([path, value]) => (
          <div key={path} className="num flex break-inside-avoid justify-between gap-3 border-b border-line py-0.5">
            <dt className="text-ink-3">{path}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function flatten(value: unknown, path: string): [path: string, value: string][] {
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== "object")) return [[path, value.length === 0 ? "无" : value.join("、")]];
    return value.flatMap((each, index) => flatten(each, `${path}[${index + 1}]`));
  }
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([name, each]) => flatten(each, path === "" ? name : `${path}.${name}`));
  }
  return [[path, value === true ? "是" : value === false ? "否" : value === null ? "无" : String(value)]];
}
