/** Where in a package's files a problem stands: the assembled document knows pointers and ids, an editor knows files and lines. */
import type { PolicyProblem } from "./check/problem.ts";
import { lineOf } from "./json-line.ts";
import { getAt } from "./pointer.ts";

export interface Place {
  /** Relative to the package's directory. */
  file: string;
  line: number;
  /** Of the value in the file, as a JSON pointer. */
  pointer: string;
}

/** The text of every file of a package, by path. */
export type PackageTexts = Readonly<Record<string, string>>;

/** 在 benefits/skill-upgrade.json 第 12 行 */
export function inWords({ file, line }: Pick<Place, "file" | "line">): string {
  return `${file} 第 ${line} 行`;
}

function placeIn(texts: PackageTexts, file: string, pointer: string): Place | null {
  const text = texts[file];
  return text === undefined ? null : { file, line: lineOf(text, pointer), pointer };
}

function filesOf(texts: PackageTexts, folder: string): string[] {
  return Object.keys(texts)
    .filter((file) => file.startsWith(`${folder}/`))
    .toSorted();
}

/**
 * The place of a `PackageError`: its path is a pointer into the rules as one document, or begins with the file itself.
 * Null where it is about the package as a whole.
 */
export function placeOfPath(texts: PackageTexts, path: string): Place | null {
  const file = /^\/((?:[\w-]+\/)?[\w.-]+\.json)(.*)$/u.exec(path);
  if (file !== null) return placeIn(texts, file[1] ?? "", file[2] ?? "");
  const [, first = "", second = ""] = path.split("/");
  const rest = path.slice(first.length + 1);
  switch (first) {
    case "manifest":
    case "vocabulary":
    case "lists":
      return placeIn(texts, `${first}.json`, rest);
    case "clauses":
    case "parameters":
    case "interpretations":
      return placeIn(texts, `${first}.json`, path);
    case "benefits": {
      const own = filesOf(texts, first)[Number(second)];
      return own === undefined ? null : placeIn(texts, own, rest.slice(second.length + 1));
    }
    case "claiming":
      return placeIn(texts, `claiming/${second}.json`, rest.slice(second.length + 1));
    case "ceilings": {
      const at = indexOf(getAt(contentOf(texts, "ceilings.json"), "/ceilings"), "benefit", second);
      const inner = rest.slice(second.length + 1);
      return placeIn(texts, "ceilings.json", at < 0 ? "" : `/ceilings/${at}${inner}`);
    }
    default:
      return null;
  }
}

function contentOf(texts: PackageTexts, file: string): unknown {
  return JSON.parse(texts[file] ?? "null");
}

function indexOf(list: unknown, key: string, value: string): number {
  return Array.isArray(list) ? list.findIndex((one) => getAt(one, `/${key}`) === value) : -1;
}

/** The place of the entry of a list file that bears the name. */
function placeOfEntry(texts: PackageTexts, name: string): Place | null {
  for (const [file, list, key] of [
    ["parameters.json", "parameters", "name"],
    ["interpretations.json", "interpretations", "id"],
    ["clauses.json", "clauses", "id"],
  ] as const) {
    const at = indexOf(getAt(contentOf(texts, file), `/${list}`), key, name);
    if (at >= 0) return placeIn(texts, file, `/${list}/${at}`);
  }
  return null;
}

const ABOUT_THE_AMOUNT: ReadonlySet<PolicyProblem["kind"]> = new Set(["unit", "amount", "gap", "overlap"]);

/** The place of what `policy check` found; null where it can't be told. */
export function placeOfProblem(texts: PackageTexts, { kind, where, pointer = "" }: PolicyProblem): Place | null {
  if (where === "manifest") return placeIn(texts, "manifest.json", pointer);
  if (kind === "published") return placeIn(texts, where, "");
  if (kind === "ceiling") return placeIn(texts, "ceilings.json", "");
  const [benefit = "", inner = ""] = where.split(/[/ ]/u);
  const folder = kind === "worked-case" ? "cases" : kind === "claiming" ? "claiming" : "benefits";
  if (folder === "claiming") return placeIn(texts, `claiming/${benefit}.json`, pointer);
  const key = folder === "cases" ? "/benefit" : "/id";
  const file = filesOf(texts, folder).find((one) => getAt(contentOf(texts, one), key) === benefit);
  // A benefit without worked cases.
  if (file === undefined && folder === "cases") return placeIn(texts, `benefits/${benefit}.json`, "");
  if (file === undefined) return placeOfEntry(texts, where);
  const content = contentOf(texts, file);
  if (folder === "cases") {
    const at = indexOf(getAt(content, "/cases"), "name", /“(.*)”$/u.exec(where)?.[1] ?? "");
    return placeIn(texts, file, at < 0 ? "" : `/cases/${at}`);
  }
  const test = indexOf(getAt(content, "/tests"), "id", inner);
  if (test >= 0) return placeIn(texts, file, `/tests/${test}`);
  return placeIn(texts, file, ABOUT_THE_AMOUNT.has(kind) ? "/amount" : "");
}
