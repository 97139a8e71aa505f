/** The names that rules under edit may use, read from files that may be half-edited: nothing here refuses. */
import { CODE_FACTS } from "../facts.ts";
import type { CodeFactPath } from "../facts.ts";
import type { PackageFiles } from "../package-files.ts";
import { filesIn } from "../package-files.ts";
import type { Parameter } from "../package-types.ts";
import { getAt } from "../pointer.ts";
import { COURSES, GROUPS, HISTORY_BENEFITS } from "../vocabulary.ts";

export interface Choice {
  value: string;
  label: string;
}

/** A programme's own names beside the contract's. */
export interface Names {
  parameters: readonly Parameter[];
  clauses: readonly Choice[];
  interpretations: readonly Choice[];
  groups: Readonly<Record<string, string>>;
  courses: Readonly<Record<string, string>>;
  /** Benefits that a history may name: of the programme, of the contract, from elsewhere. */
  benefits: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly (string | number)[]>>;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const textAt = (value: unknown, pointer: string): string => {
  const found = getAt(value, pointer);
  return typeof found === "string" ? found : "";
};

/** The objects of a list in a file. */
export function entriesOf(files: PackageFiles, list: string): Record<string, unknown>[] {
  const found = getAt(files[`${list}.json`], `/${list}`);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

function texts(value: unknown): Record<string, string> {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter((one): one is [string, string] => typeof one[1] === "string"))
    : {};
}

const isParameter = (one: Record<string, unknown>): boolean =>
  typeof one["name"] === "string" && isRecord(one["type"]) && Array.isArray(one["values"]);

/** The names of a package under edit. */
export function namesOf(files: PackageFiles): Names {
  const own = (key: string): Record<string, string> => texts(getAt(files["vocabulary.json"], `/${key}`));
  const titles = filesIn(files, "benefits").map((path): [string, string] => [
    textAt(files[path], "/id"),
    textAt(files[path], "/title"),
  ]);
  const lists = files["lists.json"];
  return {
    parameters: entriesOf(files, "parameters").filter(isParameter) as unknown as Parameter[],
    clauses: entriesOf(files, "clauses").map((one) => ({
      value: textAt(one, "/id"),
      label: `${textAt(one, "/id")} ${textAt(one, "/title")}`,
    })),
    interpretations: entriesOf(files, "interpretations").map((one) => ({
      value: textAt(one, "/id"),
      label: textAt(one, "/question"),
    })),
    groups: { ...GROUPS, ...own("groups") },
    courses: { ...COURSES, ...own("courses") },
    benefits: { ...Object.fromEntries(titles), ...own("grants"), ...HISTORY_BENEFITS },
    lists: isRecord(lists)
      ? Object.fromEntries(
          Object.entries(lists).filter((one): one is [string, (string | number)[]] => Array.isArray(one[1])),
        )
      : {},
  };
}

export function choicesOf(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** The codes of a coded fact with their names. */
export function codeNames(names: Names, fact: unknown): Readonly<Record<string, string>> {
  if (fact === "/training/course") return names.courses;
  return typeof fact === "string" && Object.hasOwn(CODE_FACTS, fact) ? CODE_FACTS[fact as CodeFactPath].names : {};
}

/** Codes of every coded fact, for lists that several rules share. */
export function codeChoices(names: Names): Choice[] {
  const all = Object.keys(CODE_FACTS).flatMap((fact) => choicesOf(codeNames(names, fact)));
  return [...new Map(all.map((one) => [one.value, one])).values()];
}
