/** Reading policy packages from disk: the only file of the engine that touches the file system. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { doorsOf, type Door } from "./asking.ts";
import type { Ceiling } from "./ceilings.ts";
import type { Claiming } from "./claiming.ts";
import type { Policy } from "./compile.ts";
import { PackageError } from "./compile.ts";
import { digestOf } from "./digest.ts";
import type { PackageFiles } from "./package-files.ts";
import {
  casesOfFiles,
  CEILINGS,
  ceilingsOfFiles,
  claimingOfFiles,
  OPTIONAL,
  policyOfFiles,
  rulesOfFiles,
} from "./package-files.ts";
import type { PackageSource, WorkedCases } from "./package-types.ts";

/** Where the packages of this repository stand. */
export const POLICIES = fileURLToPath(new URL("../../../policies/", import.meta.url));

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

/** Every file of a package that is there, by path. Refuses (PackageError) one that is not JSON. */
export function readFiles(directory: string): PackageFiles {
  const single = ["manifest", "clauses", "parameters", "interpretations", ...OPTIONAL].map((key) => `${key}.json`);
  const paths = [
    ...[...single, CEILINGS].filter((file) => existsSync(join(directory, file))),
    ...["benefits", "cases", "claiming"].flatMap((folder) => jsonFiles(directory, folder)),
  ];
  return Object.fromEntries(paths.map((file) => [file, readJson(directory, file)]));
}

/** The text of every file of a package, for the lines in it. */
export function readTexts(idOrDirectory: string): Record<string, string> {
  const directory = packageDirectory(idOrDirectory);
  const paths = [...packageFiles(directory), ...jsonFiles(directory, "claiming"), CEILINGS];
  return Object.fromEntries(
    paths
      .filter((file) => existsSync(join(directory, file)))
      .map((file) => [file, readFileSync(join(directory, file), "utf8")]),
  );
}

/** The rules of a package as one document, not yet validated. */
export function readRules(directory: string): unknown {
  return rulesOfFiles(readFiles(directory));
}

/** The worked cases of a package under edit. Refuses (PackageError) a file that does not fit its schema. */
export function loadWorkedCases(idOrDirectory: string): WorkedCases[] {
  return casesOfFiles(readFiles(packageDirectory(idOrDirectory)));
}

/**
 * How the benefits of a package are asked for: one file a benefit under `claiming/`, named as the benefit. Refuses (PackageError) a
 * file that does not fit its schema, or stands under another name.
 */
export function loadClaiming(idOrDirectory: string): Claiming[] {
  return claimingOfFiles(readFiles(packageDirectory(idOrDirectory)));
}

/** Ways in to “what can I get” by a programme (`asking.json`); none where it has no such file. Refuses (throws) what doesn't fit. */
export function loadDoors(directory: string): Door[] {
  return existsSync(join(directory, ASKING)) ? doorsOf(readJson(directory, ASKING)) : [];
}
const ASKING = "asking.json";

/** The ceilings that a package states (`ceilings.json`); none where it has no such file. */
export function loadCeilings(idOrDirectory: string): Ceiling[] {
  return ceilingsOfFiles(readFiles(packageDirectory(idOrDirectory)));
}

/**
 * Loads the files of a package under edit, by id (`rugao-2019`) or directory: validated, compiled, with its digest. A
 * draft is never law. Refuses (PackageError) what is not a package, with the place and the reason.
 */
export function loadDraft(idOrDirectory: string): Policy {
  const files = readFiles(packageDirectory(idOrDirectory));
  return policyOfFiles(files, digestOf(rulesOfFiles(files)));
}

/** The rules and the worked cases of a package under edit. */
export function loadPackage(idOrDirectory: string): PackageSource {
  return { ...loadDraft(idOrDirectory).rules, cases: loadWorkedCases(idOrDirectory) };
}
