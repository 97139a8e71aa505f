/** Which version of a package is meant: by its name, by its digest, or by a day. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "./compile.ts";
import { PackageError } from "./compile.ts";
import { loadDraft, loadWorkedCases, packageDirectory, POLICIES } from "./load.ts";
import type { WorkedCases } from "./package-types.ts";
import { loadPublished, loadPublishedCases, publishedVersions } from "./published.ts";

/** The name of the version under edit. */
const DRAFT = "draft";

/** `rugao-2019@1.0.0` is a package and one of its versions; `rugao-2019` a package and no version. */
function partsOf(reference: string): { name: string; version: string | undefined } {
  const at = reference.lastIndexOf("@");
  if (at <= 0 || reference.slice(at).includes("/")) return { name: reference, version: undefined };
  return { name: reference.slice(0, at), version: reference.slice(at + 1) };
}

/** The version that a reference names; refuses (PackageError) one that is not published, and says which are. */
function versionOf(reference: string): { directory: string; version: string } {
  const { name, version } = partsOf(reference);
  const directory = packageDirectory(name);
  if (version === DRAFT) return { directory, version };
  const known = publishedVersions(directory).map((one) => one.version);
  const newest = known.toSorted(byVersion).at(-1);
  if (newest === undefined)
    throw new PackageError("", `政策包 ${name} 还没有发布过版本；要试用编辑中的内容，请写 ${name}@${DRAFT}`);
  if (version === undefined) return { directory, version: newest };
  if (!known.includes(version))
    throw new PackageError("", `政策包 ${name} 没有发布过版本 ${version}；已发布 ${known.join("、")}`);
  return { directory, version };
}

/** Orders versions by their numbers: 1.10.0 after 1.9.0. */
export function byVersion(a: string, b: string): number {
  const numbers = a.split(".").map(Number);
  const others = b.split(".").map(Number);
  const at = numbers.findIndex((number, place) => number !== others[place]);
  return at < 0 ? 0 : (numbers[at] ?? 0) - (others[at] ?? 0);
}

/**
 * The policy that a reference names: `ID` its newest published version, `ID@VERSION` that version, `ID@draft` the files
 * under edit, which are never law. For `ID` a directory may stand. Refuses (PackageError) what is not there.
 */
export function loadPolicy(reference: string): Policy {
  const { directory, version } = versionOf(reference);
  return version === DRAFT ? loadDraft(directory) : loadPublished(directory, version);
}

/** The worked cases of the version that a reference names, as `loadPolicy` reads it. */
export function loadCasesOf(reference: string): WorkedCases[] {
  const { directory, version } = versionOf(reference);
  return version === DRAFT ? loadWorkedCases(directory) : loadPublishedCases(directory, version);
}

/** Every published version of a package, oldest first; never the draft. */
export function loadEveryVersion(idOrDirectory: string): Policy[] {
  return publishedVersions(idOrDirectory)
    .map(({ version }) => version)
    .toSorted(byVersion)
    .map((version) => loadPublished(idOrDirectory, version));
}

/** Every published version of every package of this repository, by digest: what stored decisions may name. */
export function loadEveryPublished(): Map<string, Policy> {
  const ids = readdirSync(POLICIES).filter((id) => existsSync(join(POLICIES, id, "manifest.json")));
  return new Map(ids.flatMap(loadEveryVersion).map((policy) => [policy.digest, policy]));
}
