import { getAt, isRecord } from "@jinengtong/policy/authoring";
import { canonicalJson, type PackageFiles } from "@jinengtong/policy/engine";

export type Files = PackageFiles;

/** A change of one file, as the platform stores it; null takes the file out. */
export interface FileChange {
  path: string;
  content: unknown;
}

/** Whether two contents are the same, whatever the order of their keys. */
export const same = (one: unknown, other: unknown): boolean => one === other || text(one) === text(other);

const text = (value: unknown): string => (value === undefined ? "" : canonicalJson(value));

/** The files that differ from `base` to `now`. */
export function changesBetween(base: Files, now: Files): FileChange[] {
  const paths = [...new Set([...Object.keys(base), ...Object.keys(now)])].toSorted();
  return paths
    .filter((path) => !same(base[path], now[path]))
    .map((path) => ({ path, content: now[path] === undefined ? null : now[path] }));
}

export function withChanges(files: Files, changes: readonly FileChange[]): Files {
  const next: Record<string, unknown> = { ...files };
  for (const { path, content } of changes)
    if (content === null) Reflect.deleteProperty(next, path);
    else next[path] = content;
  return next;
}

/** The benefits in the order in which the manifest shows them, then those that it doesn't list yet. */
export function benefitPaths(files: Files): string[] {
  const all = Object.keys(files).filter((path) => path.startsWith("benefits/"));
  const order = getAt(files["manifest.json"], "/benefits");
  const rank = (path: string): number => {
    const at = Array.isArray(order) ? order.indexOf(idOf(path)) : -1;
    return at < 0 ? all.length : at;
  };
  return all.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** `benefits/aid.json` → `aid`. */
export const idOf = (path: string): string => path.replace(/^[a-z]+\//u, "").replace(/\.json$/u, "");

/** Text at a pointer of a file; empty where there is none. */
export function textAt(value: unknown, pointer: string): string {
  const found = getAt(value, pointer);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

/** Objects of a list at a pointer. */
export function rowsAt(value: unknown, pointer: string): Record<string, unknown>[] {
  const found = getAt(value, pointer);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** Titles of the benefits that cite a clause. */
export function usersOfClause(files: Files, id: string): string[] {
  return benefitPaths(files)
    .filter((path) => JSON.stringify(files[path]).includes(`"clause":${JSON.stringify(id)}`))
    .map((path) => textAt(files[path], "/title"));
}
