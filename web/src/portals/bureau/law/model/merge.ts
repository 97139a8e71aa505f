import { isRecord, pointerSegment } from "@jinengtong/policy/authoring";
import { same, type Files } from "./files.ts";

/** A place that both changed, each differently. */
export interface Conflict {
  path: string;
  pointer: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merge {
  /** Both together; at a conflict, mine. */
  files: Files;
  conflicts: Conflict[];
  /** Files in which something of theirs was taken over. */
  taken: string[];
}

/** Three versions of a draft put together: what only one changed is kept, what both changed differently is asked. */
export function mergeFiles(base: Files, mine: Files, theirs: Files): Merge {
  const files: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  for (const path of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = merge(base[path], mine[path], theirs[path], { path, pointer: "" }, conflicts);
    if (merged !== undefined) files[path] = merged;
    if (!same(base[path], theirs[path])) taken.push(path);
  }
  return { files, conflicts, taken: taken.toSorted() };
}

interface Place {
  path: string;
  pointer: string;
}

function merge(base: unknown, mine: unknown, theirs: unknown, place: Place, conflicts: Conflict[]): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const before = isRecord(base) ? base : {};
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    const entries = [...keys].map((key): [string, unknown] => [
      key,
      merge(before[key], mine[key], theirs[key], within(place, key), conflicts),
    ]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  const list = Array.isArray(mine) && Array.isArray(theirs) ? mergeLists(base, mine, theirs, place, conflicts) : null;
  if (list !== null) return list;
  conflicts.push({ ...place, base, mine, theirs });
  return mine;
}

const within = ({ path, pointer }: Place, key: string | number): Place => ({
  path,
  pointer: `${pointer}${pointerSegment(key)}`,
});

/** The name of an entry of a list; entries without a name are told apart by their place alone. */
function nameOf(entry: unknown): string | null {
  if (!isRecord(entry)) return null;
  const name = entry["id"] ?? entry["name"] ?? entry["benefit"];
  return typeof name === "string" ? name : null;
}

function named(list: readonly unknown[]): Map<string, unknown> | null {
  const names = list.map(nameOf);
  return names.includes(null) || new Set(names).size < names.length
    ? null
    : new Map(list.map((entry) => [nameOf(entry) ?? "", entry]));
}

/** Lists of named entries, entry by entry; null where entries have no names of their own. */
function mergeLists(
  base: unknown,
  mine: unknown[],
  theirs: unknown[],
  place: Place,
  conflicts: Conflict[],
): unknown[] | null {
  const [before, own, other] = [named(Array.isArray(base) ? base : []), named(mine), named(theirs)];
  if (before === null || own === null || other === null) return mergePlaces(base, mine, theirs, place, conflicts);
  const merged = mine.flatMap((entry, at): unknown[] => {
    const name = nameOf(entry) ?? "";
    const one: unknown = merge(before.get(name), entry, other.get(name), within(place, at), conflicts);
    return one === undefined ? [] : [one];
  });
  for (const [name, entry] of other) if (!own.has(name) && !same(before.get(name), entry)) merged.push(entry);
  return merged;
}

function mergePlaces(
  base: unknown,
  mine: unknown[],
  theirs: unknown[],
  place: Place,
  conflicts: Conflict[],
): unknown[] | null {
  if (!Array.isArray(base) || base.length !== mine.length || base.length !== theirs.length) return null;
  const before: unknown[] = base;
  return mine.map((entry, at): unknown => merge(before[at], entry, theirs[at], within(place, at), conflicts));
}
