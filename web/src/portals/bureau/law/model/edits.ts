import { dropAt, getAt, isRecord, setAt, starterOf, type Names } from "@jinengtong/policy/authoring";
import { benefitPaths, idOf, rowsAt, textAt, type Files } from "./files.ts";

/** Edits of a package: each answers new files and leaves the old ones as they are. */

export const setIn = (files: Files, path: string, pointer: string, value: unknown): Files => ({
  ...files,
  [path]:
    pointer === "" ? value : value === undefined ? dropAt(files[path], pointer) : setAt(files[path], pointer, value),
});

/** A list at a pointer, changed. */
export function changeList(
  files: Files,
  path: string,
  pointer: string,
  edit: (list: readonly unknown[]) => readonly unknown[],
): Files {
  const found = getAt(files[path], pointer);
  return setIn(files, path, pointer, edit(Array.isArray(found) ? found : []));
}

export const moved = (list: readonly unknown[], from: number, to: number): unknown[] => {
  const next = list.filter((_one, at) => at !== from);
  next.splice(to, 0, list[from]);
  return next;
};

/** A name that isn't taken: `copy`, `copy-2`, `copy-3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.includes(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

export interface NewBenefit {
  id: string;
  title: string;
  clause: string;
  audience: string;
}

/** A new benefit: one condition and an amount to begin from, its claiming, a first worked case, its place in the list. */
export function addBenefit(files: Files, { id, title, clause, audience }: NewBenefit, names: Names): Files {
  const rule = starterOf("test", "is", names);
  const benefit = {
    id,
    clause,
    title,
    audience,
    summary: `${audience}符合条件的，给予${title}。`,
    tests: [
      { id: "employed", clause, title: "是否在职", rule: { ...rule, fact: "/employment/employed", value: true } },
    ],
    amount: { kind: "steps", steps: [{ ...starterOf("step", "start", names), clause }] },
  };
  const cases = {
    benefit: id,
    base: { appliedOn: firstDay(files), employment: { employed: true } },
    cases: [{ name: "符合条件", expect: { outcome: "granted", amountFen: 100_000 } }],
  };
  return underClause(withBenefit(files, id, benefit, cases, claimingOf(id, title)), clause, id);
}

/** The clause that it rests on names it too: people read the policy clause by clause. */
function underClause(files: Files, clause: string, id: string): Files {
  const at = rowsAt(files["clauses.json"], "/clauses").findIndex((one) => one["id"] === clause);
  return at < 0
    ? files
    : changeList(files, "clauses.json", `/clauses/${at}/benefits`, (list) => [...list.filter((one) => one !== id), id]);
}

function firstDay(files: Files): string {
  const from = textAt(files["manifest.json"], "/effective/from");
  return from === "" ? "2025-01-01" : from;
}

/** How a benefit is asked for, to begin from. */
export function claimingOf(id: string, title: string): unknown {
  return {
    benefit: id,
    short: title.replace(/补贴$/u, "").slice(0, 30) || title,
    by: ["person"],
    per: "person",
    stages: [],
    evidence: "certificate",
    papers: [],
    wayOn: { kind: "policy", how: "符合条件的，在平台上提出申请。", action: "查看政策" },
  };
}

function withBenefit(files: Files, id: string, benefit: unknown, cases: unknown, claiming: unknown): Files {
  const next = {
    ...files,
    [`benefits/${id}.json`]: benefit,
    ...(cases === undefined ? {} : { [`cases/${id}.json`]: cases }),
    ...(claiming === undefined ? {} : { [`claiming/${id}.json`]: claiming }),
  };
  return changeList(next, "manifest.json", "/benefits", (list) => [...list.filter((one) => one !== id), id]);
}

/** A copy of a benefit under another id, with its worked cases and how it is asked for. */
export function copyBenefit(files: Files, from: string, { id, title }: { id: string; title: string }): Files {
  const under = (folder: string, key: string): unknown => {
    const found = files[`${folder}/${from}.json`];
    return isRecord(found) ? { ...found, [key]: id } : undefined;
  };
  const benefit = under("benefits", "id");
  const named = isRecord(benefit) ? { ...benefit, title } : benefit;
  const ceilings = rowsAt(files["ceilings.json"], "/ceilings").filter((one) => one["benefit"] === from);
  const made = withBenefit(files, id, named, under("cases", "benefit"), under("claiming", "benefit"));
  const next = underClause(made, textAt(named, "/clause"), id);
  return ceilings.length === 0
    ? next
    : changeList(next, "ceilings.json", "/ceilings", (list) => [
        ...list,
        ...ceilings.map((one) => ({ ...one, benefit: id })),
      ]);
}

/** A benefit taken out: its rules, cases, claiming and ceilings, and its name in clauses and in the list. */
export function retireBenefit(files: Files, id: string): Files {
  const gone = new Set(["benefits", "cases", "claiming"].map((folder) => `${folder}/${id}.json`));
  let next: Files = Object.fromEntries(Object.entries(files).filter(([path]) => !gone.has(path)));
  const without = (list: readonly unknown[]): unknown[] => list.filter((one) => one !== id);
  next = changeList(next, "manifest.json", "/benefits", without);
  for (const [at] of rowsAt(next["clauses.json"], "/clauses").entries())
    next = changeList(next, "clauses.json", `/clauses/${at}/benefits`, without);
  if (next["ceilings.json"] !== undefined)
    next = changeList(next, "ceilings.json", "/ceilings", (list) =>
      list.filter((one) => !isRecord(one) || one["benefit"] !== id),
    );
  return next;
}

/** A new condition at the end of a benefit. */
export function addTest(files: Files, path: string, kind: string, title: string, names: Names): Files {
  const taken = rowsAt(files[path], "/tests").map((one) => textAt(one, "/id"));
  const clause = textAt(files[path], "/clause");
  return changeList(files, path, "/tests", (list) => [
    ...list,
    { id: freeName(kind, taken), clause, title, rule: starterOf("test", kind, names) },
  ]);
}

/** Where a name of the vocabulary is used: benefits whose rules hold it. */
export function usesOf(files: Files, id: string): string[] {
  return benefitPaths(files)
    .filter((path) => JSON.stringify(files[path]).includes(JSON.stringify(id)))
    .map((path) => textAt(files[path], "/title") || idOf(path));
}
