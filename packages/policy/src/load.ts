/** Reading policy packages from disk: the only file of the engine that touches the file system. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ceiling } from "./ceilings.ts";
import { ceilingsJsonSchema } from "./ceilings.ts";
import type { Claiming } from "./claiming.ts";
import { claimingJsonSchema } from "./claiming.ts";
import type { Policy } from "./compile.ts";
import { compilePolicy, PackageError } from "./compile.ts";
import { digestOf } from "./digest.ts";
import { compileSchema } from "./json-schema.ts";
import { workedCasesJsonSchema } from "./package-schema.ts";
import type { PackageSource, WorkedCases } from "./package-types.ts";

/** Where the packages of this repository stand. */
export const POLICIES = fileURLToPath(new URL("../../../policies/", import.meta.url));

const checkCeilings = compileSchema(ceilingsJsonSchema);
const checkCases = compileSchema(workedCasesJsonSchema);
const checkClaiming = compileSchema(claimingJsonSchema);

/** The directory of a package: an id under `policies/`, or a path. Refuses (throws) one that is not there. */
export function packageDirectory(idOrDirectory: string): string {
  const isPath = isAbsolute(idOrDirectory) || idOrDirectory.startsWith(".") || idOrDirectory.includes("/");
  // npm runs scripts in the project's root; a relative path is meant from where the person stands.
  const directory = isPath
    ? resolve(process.env["INIT_CWD"] ?? process.cwd(), idOrDirectory)
    : join(POLICIES, idOrDirectory);
  if (!existsSync(join(directory, "manifest.json")))
    throw new PackageError("", `没有政策包 ${idOrDirectory}（应为 policies 下的编号，或政策包的目录）`);
  return directory;
}

function readJson(directory: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, file), "utf8"));
  } catch (error) {
    throw new PackageError(`/${file}`, error instanceof Error ? error.message : String(error));
  }
}

/** The list under one key of a file, such as `{"clauses": […]}`; anything else is left to the schema to refuse. */
function readList(directory: string, file: string, key: string): unknown {
  const value = readJson(directory, file);
  return typeof value === "object" && value !== null && key in value
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : value;
}

function jsonFiles(directory: string, folder: string): string[] {
  const path = join(directory, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

/** The files of a package that a published version fixes, in a stable order. */
export function packageFiles(directory: string): string[] {
  return [
    "manifest.json",
    "clauses.json",
    "parameters.json",
    "interpretations.json",
    ...OPTIONAL.map((key) => `${key}.json`).filter((file) => existsSync(join(directory, file))),
    ...jsonFiles(directory, "benefits"),
    ...jsonFiles(directory, "cases"),
  ];
}

/** Files that a package may have; without them its document, and so its digest, has nothing of them. */
const OPTIONAL = ["vocabulary", "lists"] as const;

function readOptional(directory: string, key: (typeof OPTIONAL)[number]): Record<string, unknown> {
  return existsSync(join(directory, `${key}.json`)) ? { [key]: readJson(directory, `${key}.json`) } : {};
}

/** The rules of a package as one document, not yet validated. */
export function readRules(directory: string): unknown {
  return {
    manifest: readJson(directory, "manifest.json"),
    clauses: readList(directory, "clauses.json", "clauses"),
    ...readOptional(directory, "vocabulary"),
    ...readOptional(directory, "lists"),
    parameters: readList(directory, "parameters.json", "parameters"),
    interpretations: readList(directory, "interpretations.json", "interpretations"),
    benefits: jsonFiles(directory, "benefits").map((file) => readJson(directory, file)),
  };
}

/** The worked cases of a package under edit. Refuses (PackageError) a file that does not fit its schema. */
export function loadWorkedCases(idOrDirectory: string): WorkedCases[] {
  const directory = packageDirectory(idOrDirectory);
  return jsonFiles(directory, "cases").map((file) => workedCasesFrom(readJson(directory, file), `/${file}`));
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

/**
 * How the benefits of a package are asked for: one file a benefit under `claiming/`, named as the benefit. Refuses (PackageError) a
 * file that does not fit its schema, or stands under another name.
 */
export function loadClaiming(idOrDirectory: string): Claiming[] {
  const directory = packageDirectory(idOrDirectory);
  return jsonFiles(directory, "claiming").map((file) => {
    const claiming = claimingFrom(readJson(directory, file), `/${file}`);
    if (file !== `claiming/${claiming.benefit}.json`)
      throw new PackageError(`/${file}/benefit`, `文件名应为 ${claiming.benefit}.json`);
    return claiming;
  });
}

/** Content of a file of ceilings. Refuses (PackageError, with the place) what does not fit the schema. */
export function ceilingsFrom(value: unknown, place: string): Ceiling[] {
  const problem = checkCeilings(value);
  if (problem !== null) throw new PackageError(`${place}${problem.path}`, problem.message);
  // The schema has just said that it is one.
  return (value as { ceilings: Ceiling[] }).ceilings;
}

/** The ceilings that a package states (`ceilings.json`); none where it has no such file. */
export function loadCeilings(idOrDirectory: string): Ceiling[] {
  const directory = packageDirectory(idOrDirectory);
  return existsSync(join(directory, CEILINGS)) ? ceilingsFrom(readJson(directory, CEILINGS), `/${CEILINGS}`) : [];
}

const CEILINGS = "ceilings.json";

/**
 * Loads the files of a package under edit, by id (`rugao-2019`) or directory: validated, compiled, with its digest. A
 * draft is never law. Refuses (PackageError) what is not a package, with the place and the reason.
 */
export function loadDraft(idOrDirectory: string): Policy {
  const rules = readRules(packageDirectory(idOrDirectory));
  return compilePolicy(rules, digestOf(rules), loadClaiming(idOrDirectory), loadCeilings(idOrDirectory));
}

/** The rules and the worked cases of a package under edit. */
export function loadPackage(idOrDirectory: string): PackageSource {
  return { ...loadDraft(idOrDirectory).rules, cases: loadWorkedCases(idOrDirectory) };
}
