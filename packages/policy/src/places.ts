/** Where in a package's files a problem stands: the assembled document knows pointers and ids, an editor knows files and lines. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyProblem } from "./check/problem.ts";
import { lineOf } from "./json-line.ts";
import { packageDirectory, packageFiles } from "./load.ts";
import { getAt } from "./pointer.ts";

export interface Place {
  /** Relative to the package's directory. */
  file: string;
  line: number;
}

/** 在 benefits/skill-upgrade.json 第 12 行 */
export function inWords({ file, line }: Place): string {
  return `${file} 第 ${line} 行`;
}

function placeIn(directory: string, file: string, pointer: string): Place | null {
  const path = join(directory, file);
  return existsSync(path) ? { file, line: lineOf(readFileSync(path, "utf8"), pointer) } : null;
}

function filesOf(directory: string, folder: string): string[] {
  return packageFiles(directory).filter((file) => file.startsWith(`${folder}/`));
}

/**
 * The place of a `PackageError`: its path is a pointer into the rules as one document, or begins with the file itself.
 * Null where it is about the package as a whole.
 */
export function placeOfPath(idOrDirectory: string, path: string): Place | null {
  const directory = packageDirectory(idOrDirectory);
  const file = /^\/((?:[\w-]+\/)?[\w.-]+\.json)(.*)$/u.exec(path);
  if (file !== null) return placeIn(directory, file[1] ?? "", file[2] ?? "");
  const [, first = "", second = ""] = path.split("/");
  const rest = path.slice(first.length + 1);
  switch (first) {
    case "manifest":
    case "vocabulary":
    case "lists":
      return placeIn(directory, `${first}.json`, rest);
    case "clauses":
    case "parameters":
    case "interpretations":
      return placeIn(directory, `${first}.json`, path);
    case "benefits": {
      const own = filesOf(directory, first)[Number(second)];
      return own === undefined ? null : placeIn(directory, own, rest.slice(second.length + 1));
    }
    case "claiming":
      return placeIn(directory, `claiming/${second}.json`, "");
    case "ceilings":
      return placeIn(directory, "ceilings.json", "");
    default:
      return null;
  }
}

function contentOf(directory: string, file: string): unknown {
  return JSON.parse(readFileSync(join(directory, file), "utf8"));
}

function indexOf(list: unknown, key: string, value: string): number {
  return Array.isArray(list) ? list.findIndex((one) => getAt(one, `/${key}`) === value) : -1;
}

/** The place of the entry of a list file that bears the name. */
function placeOfEntry(directory: string, name: string): Place | null {
  for (const [file, list, key] of [
    ["parameters.json", "parameters", "name"],
    ["interpretations.json", "interpretations", "id"],
    ["clauses.json", "clauses", "id"],
  ] as const) {
    const at = indexOf(getAt(contentOf(directory, file), `/${list}`), key, name);
    if (at >= 0) return placeIn(directory, file, `/${list}/${at}`);
  }
  return null;
}

/** The place of what `policy check` found; null where it can't be told. */
export function placeOfProblem(idOrDirectory: string, { kind, where }: PolicyProblem): Place | null {
  const directory = packageDirectory(idOrDirectory);
  if (kind === "published" || where === "manifest")
    return placeIn(directory, where === "manifest" ? "manifest.json" : where, "");
  const [benefit = "", inner = ""] = where.split(/[/ ]/u);
  const folder = kind === "worked-case" ? "cases" : kind === "claiming" ? "claiming" : "benefits";
  if (folder === "claiming") return placeIn(directory, `claiming/${benefit}.json`, "");
  const key = folder === "cases" ? "/benefit" : "/id";
  const file = filesOf(directory, folder).find((one) => getAt(contentOf(directory, one), key) === benefit);
  if (file === undefined) return placeOfEntry(directory, where);
  const content = contentOf(directory, file);
  if (folder === "cases") {
    const at = indexOf(getAt(content, "/cases"), "name", /“(.*)”$/u.exec(where)?.[1] ?? "");
    return placeIn(directory, file, at < 0 ? "" : `/cases/${at}`);
  }
  const test = indexOf(getAt(content, "/tests"), "id", inner);
  if (test >= 0) return placeIn(directory, file, `/tests/${test}`);
  return placeIn(directory, file, kind === "unit" || kind === "gap" || kind === "overlap" ? "/amount" : "");
}
