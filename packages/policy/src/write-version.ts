/** A version that was published elsewhere, written as the files that a repository keeps: the package, and its publication beside it. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CivilDate } from "./dates.ts";
import { digestOf } from "./digest.ts";
import type { PackageFiles } from "./package-files.ts";
import { rulesOfFiles, textOf } from "./package-files.ts";
import type { ProofCertificate } from "./proof/prove.ts";
import type { PublishedVersion } from "./published.ts";
import { publish } from "./published.ts";

/**
 * Writes the files into a directory (made if it isn't there; an older version of the package in it is replaced, its published versions
 * stay) and records the version as published. Refuses (throws) a version that stands there already, and files that are not the proved ones.
 */
export function writeVersion(
  directory: string,
  files: PackageFiles,
  signed: { on: CivilDate; proposedBy: string; approvedBy: string },
  proof: ProofCertificate,
): PublishedVersion {
  if (digestOf(rulesOfFiles(files)) !== proof.digest) throw new Error("证明的不是这些规则，没有写出");
  for (const folder of ["benefits", "cases", "claiming"]) {
    const place = join(directory, folder);
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place))
      if (name.endsWith(".json") && !Object.hasOwn(files, `${folder}/${name}`)) rmSync(join(place, name));
  }
  for (const name of ["vocabulary.json", "lists.json", "ceilings.json"])
    if (!Object.hasOwn(files, name)) rmSync(join(directory, name), { force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), textOf(content));
  }
  return publish(directory, signed, proof);
}
