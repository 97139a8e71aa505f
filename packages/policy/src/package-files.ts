/**
 * A package as its files, by path: `manifest.json`, `benefits/x.json`, … with their parsed content. Whether they come from a directory
 * or from a draft that officials edit, they are read the same way. Pure.
 */
import type { Ceiling } from "./ceilings.ts";
import { ceilingsJsonSchema } from "./ceilings.ts";
import type { PolicyProblem } from "./check/problem.ts";
import { checkPolicy } from "./check/index.ts";
import type { Claiming } from "./claiming.ts";
import { claimingJsonSchema } from "./claiming.ts";
import type { Policy } from "./compile.ts";
import { compilePolicy, PackageError } from "./compile.ts";
import { compileSchema } from "./json-schema.ts";
import { workedCasesJsonSchema } from "./package-schema.ts";
import type { PackageRules, WorkedCases } from "./package-types.ts";
import type { Place } from "./places.ts";
import { placeOfPath, placeOfProblem } from "./places.ts";

export type PackageFiles = Readonly<Record<string, unknown>>;

/** Paths that a package's files may have. */
export const PACKAGE_PATH =
  /^(?:(?:manifest|clauses|parameters|interpretations|vocabulary|lists|ceilings)|(?:benefits|cases|claiming)\/[a-z0-9]+(?:-[a-z0-9]+)*)\.json$/u;

const checkCeilings = compileSchema(ceilingsJsonSchema);
const checkCases = compileSchema(workedCasesJsonSchema);
const checkClaiming = compileSchema(claimingJsonSchema);

/** Files that a package may have; without them its document, and so its digest, has nothing of them. */
export const OPTIONAL = ["vocabulary", "lists"] as const;

export const CEILINGS = "ceilings.json";

/** The files of a folder (`benefits`, `cases`, `claiming`), in a stable order. */
export function filesIn(files: PackageFiles, folder: string): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".json"))
    .toSorted();
}

function contentOf(files: PackageFiles, path: string): unknown {
  if (!Object.hasOwn(files, path)) throw new PackageError(`/${path}`, "没有这个文件");
  return files[path];
}

/** The list under one key of a file, such as `{"clauses": […]}`; anything else is left to the schema to refuse. */
function listOf(files: PackageFiles, key: string): unknown {
  const value = contentOf(files, `${key}.json`);
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : value;
}

/** The rules of a package as one document, not yet validated. Refuses (PackageError) a package without one of its files. */
export function rulesOfFiles(files: PackageFiles): unknown {
  const optional = OPTIONAL.filter((key) => Object.hasOwn(files, `${key}.json`));
  return {
    manifest: contentOf(files, "manifest.json"),
    clauses: listOf(files, "clauses"),
    ...Object.fromEntries(optional.map((key) => [key, files[`${key}.json`]])),
    parameters: listOf(files, "parameters"),
    interpretations: listOf(files, "interpretations"),
    benefits: filesIn(files, "benefits").map((path) => files[path]),
  };
}

/** Content of a file of worked cases. Refuses (PackageError, with the place) what does not fit the schema. */
export function workedCasesFrom(value: unknown, place: string): WorkedCases {
  const problem = checkCases(value);
  if (problem !== null) throw new PackageError(`${place}${problem.path}`, problem.message);
  // The schema has just said that the file is one.
  return value as WorkedCases;
}

/** Parses a claiming file. Throws PackageError with the place if it doesn't match the schema. */
export function claimingFrom(value: unknown, place: string): Claiming {
  const problem = checkClaiming(value);
  if (problem !== null) throw new PackageError(`${place}${problem.path}`, problem.message);
  // The schema has just said that it is one.
  return value as Claiming;
}

/** Content of a file of ceilings. Refuses (PackageError, with the place) what does not fit the schema. */
export function ceilingsFrom(value: unknown, place: string): Ceiling[] {
  const problem = checkCeilings(value);
  if (problem !== null) throw new PackageError(`${place}${problem.path}`, problem.message);
  // The schema has just said that it is one.
  return (value as { ceilings: Ceiling[] }).ceilings;
}

/** The worked cases of a package. */
export function casesOfFiles(files: PackageFiles): WorkedCases[] {
  return filesIn(files, "cases").map((path) => workedCasesFrom(files[path], `/${path}`));
}

/** How the benefits of a package are asked for; each file is named as its benefit. */
export function claimingOfFiles(files: PackageFiles): Claiming[] {
  return filesIn(files, "claiming").map((path) => {
    const claiming = claimingFrom(files[path], `/${path}`);
    if (path !== `claiming/${claiming.benefit}.json`)
      throw new PackageError(`/${path}/benefit`, `文件名应为 ${claiming.benefit}.json`);
    return claiming;
  });
}

/** The ceilings that a package states; none where it has no such file. */
export function ceilingsOfFiles(files: PackageFiles): Ceiling[] {
  return Object.hasOwn(files, CEILINGS) ? ceilingsFrom(files[CEILINGS], `/${CEILINGS}`) : [];
}

/** A package compiled from its files. Refuses (PackageError) what is not a package, with the place and the reason. */
export function policyOfFiles(files: PackageFiles, digest: string): Policy {
  return compilePolicy(rulesOfFiles(files), digest, claimingOfFiles(files), ceilingsOfFiles(files));
}

/** The files of a version that is kept as one document and what stands beside it: the way back from `rulesOfFiles`. */
export function filesOfVersion(kept: {
  rules: PackageRules;
  cases: readonly WorkedCases[];
  claiming: readonly Claiming[];
  ceilings: readonly Ceiling[];
}): PackageFiles {
  const { manifest, clauses, parameters, interpretations, benefits, vocabulary, lists } = kept.rules;
  const files: Record<string, unknown> = {
    "manifest.json": manifest,
    "clauses.json": { clauses },
    "parameters.json": { parameters },
    "interpretations.json": { interpretations },
  };
  if (vocabulary !== undefined) files["vocabulary.json"] = vocabulary;
  if (lists !== undefined) files["lists.json"] = lists;
  if (kept.ceilings.length > 0) files[CEILINGS] = { ceilings: kept.ceilings };
  for (const benefit of benefits) files[`benefits/${benefit.id}.json`] = benefit;
  for (const file of kept.cases) files[`cases/${file.benefit}.json`] = file;
  for (const one of kept.claiming) files[`claiming/${one.benefit}.json`] = one;
  return files;
}

/** A file's content as it is laid out: lines of problems are lines of this text. */
export const textOf = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/** A problem with its place in a file, where it can be told. */
export type PlacedProblem = Omit<PolicyProblem, "kind"> & {
  kind: PolicyProblem["kind"] | "shape";
  place: Place | null;
};

/** Why a package can't be read at all; null where it can be read. */
export function unreadable(files: PackageFiles): PlacedProblem | null {
  try {
    policyOfFiles(files, "");
    casesOfFiles(files);
    return null;
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const message = error.path === "" ? error.message : error.message.slice(error.path.length + 1);
    return {
      severity: "error",
      kind: "shape",
      where: error.path,
      message,
      place: placeOfPath(textsOf(files), error.path),
    };
  }
}

/** Everything that can be said of a package under edit. While it can't be read, that alone. */
export function checkFiles(files: PackageFiles): PlacedProblem[] {
  const broken = unreadable(files);
  if (broken !== null) return [broken];
  const texts = textsOf(files);
  return checkPolicy(policyOfFiles(files, ""), casesOfFiles(files)).map((problem) => ({
    ...problem,
    place: placeOfProblem(texts, problem),
  }));
}

const textsOf = (files: PackageFiles): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, textOf(content)]));
