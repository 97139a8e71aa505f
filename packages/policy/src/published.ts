/**
 * Published versions. A version is published once: its digest and the hash of every file are recorded, and its rules
 * are kept as a snapshot, so that a decision made under it can be replayed when the package has moved on.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyProblem } from "./check/problem.ts";
import type { Ceiling } from "./ceilings.ts";
import type { Claiming } from "./claiming.ts";
import type { Policy } from "./compile.ts";
import { compilePolicy, PackageError } from "./compile.ts";
import type { CivilDate } from "./dates.ts";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf } from "./digest.ts";
import type { JsonSchema } from "./json-schema.ts";
import { compileSchema } from "./json-schema.ts";
import {
  loadCeilings,
  loadClaiming,
  loadDraft,
  loadWorkedCases,
  packageDirectory,
  packageFiles,
  readRules,
} from "./load.ts";
import type { PackageFiles } from "./package-files.ts";
import { ceilingsFrom, claimingFrom, filesOfVersion, workedCasesFrom } from "./package-files.ts";
import type { PackageRules, WorkedCases } from "./package-types.ts";
import type { ProofCertificate } from "./proof/prove.ts";

export interface PublishedVersion {
  version: string;
  digest: string;
  publishedOn: CivilDate;
  /** The two who signed: who proposed it and who approved it. */
  proposedBy: string;
  approvedBy: string;
  /** Hash of the canonical JSON of every file. */
  files: Record<string, string>;
}

const hash: JsonSchema = { type: "string", pattern: "^sha256:[0-9a-f]{64}$" };
const name: JsonSchema = { type: "string", minLength: 1, maxLength: 100 };

const checkRecord = compileSchema({
  type: "object",
  required: ["versions"],
  additionalProperties: false,
  properties: {
    versions: {
      type: "array",
      items: {
        type: "object",
        required: ["version", "digest", "publishedOn", "proposedBy", "approvedBy", "files"],
        additionalProperties: false,
        properties: {
          version: name,
          digest: hash,
          publishedOn: { type: "string", format: "date" },
          proposedBy: name,
          approvedBy: name,
          files: { type: "object", additionalProperties: hash },
        },
      },
    },
  },
});

const RECORD = "published.json";

/** The published versions of a package, oldest first. Refuses (PackageError) a record that is not one. */
export function publishedVersions(idOrDirectory: string): PublishedVersion[] {
  const path = join(packageDirectory(idOrDirectory), RECORD);
  if (!existsSync(path)) return [];
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  const problem = checkRecord(value);
  if (problem !== null) throw new PackageError(`/${RECORD}${problem.path}`, problem.message);
  // The schema has just said that it is one.
  return (value as { versions: PublishedVersion[] }).versions;
}

/** Hash of every file's content; how it is laid out on lines does not count. */
function hashesOf(directory: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const file of packageFiles(directory)) {
    const content = canonicalJson(JSON.parse(readFileSync(join(directory, file), "utf8")));
    hashes[file] = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  }
  return hashes;
}

function snapshotPath(directory: string, version: string): string {
  return join(directory, "published", `${version}.json`);
}

/** A file kept beside a snapshot, such as how its benefits were asked for. */
function besidePath(directory: string, version: string, what: "claiming" | "cases" | "ceilings" | "proof"): string {
  return join(directory, "published", `${version}.${what}.json`);
}

/** A published version as it was, for replay. Refuses (PackageError) one whose snapshot is gone or changed. */
export function loadPublished(idOrDirectory: string, version: string): Policy {
  const directory = packageDirectory(idOrDirectory);
  const published = publishedVersions(directory).find((one) => one.version === version);
  const path = snapshotPath(directory, version);
  if (published === undefined || !existsSync(path)) throw new PackageError("", `没有已发布的版本 ${version}`);
  const rules: unknown = JSON.parse(readFileSync(path, "utf8"));
  const digest = digestOf(rules);
  if (digest !== published.digest) throw new PackageError(`/published/${version}.json`, "内容与发布时的摘要不符");
  return compilePolicy(rules, digest, claimingOf(directory, version), ceilingsOf(directory, version));
}

/**
 * A published version as the files of a package, to make the next one from. Refuses (PackageError) one whose snapshot is gone or changed,
 * or without worked cases.
 */
export function publishedFiles(idOrDirectory: string, version: string): PackageFiles {
  const directory = packageDirectory(idOrDirectory);
  loadPublished(directory, version);
  return filesOfVersion({
    // It has just been compiled.
    rules: JSON.parse(readFileSync(snapshotPath(directory, version), "utf8")) as PackageRules,
    cases: loadPublishedCases(directory, version),
    claiming: claimingOf(directory, version),
    ceilings: ceilingsOf(directory, version),
  });
}

/** How the version's benefits are asked for, as kept beside its snapshot: files under edit are never read for a published version. */
function claimingOf(directory: string, version: string): Claiming[] {
  const path = besidePath(directory, version, "claiming");
  if (!existsSync(path)) return loadClaiming(directory);
  const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(kept)) throw new PackageError(`/published/${version}.claiming.json`, "应为数组");
  return kept.map((one, at) => claimingFrom(one, `/published/${version}.claiming.json/${at}`));
}

/** The ceilings that a version was published with; none where it stated none. */
function ceilingsOf(directory: string, version: string): Ceiling[] {
  const path = besidePath(directory, version, "ceilings");
  return existsSync(path)
    ? ceilingsFrom(JSON.parse(readFileSync(path, "utf8")), `/published/${version}.ceilings.json`)
    : [];
}

/** The certificate of a published version's proof. Refuses (PackageError) a version without one, or one of other rules. */
export function loadProof(idOrDirectory: string, version: string): ProofCertificate {
  const directory = packageDirectory(idOrDirectory);
  const path = besidePath(directory, version, "proof");
  const digest = publishedVersions(directory).find((one) => one.version === version)?.digest;
  const certificate: unknown = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  if (!isCertificate(certificate)) throw new PackageError("", `版本 ${version} 没有证明；请运行 policy prove`);
  if (certificate.digest !== digest)
    throw new PackageError(`/published/${version}.proof.json`, "证明的不是这个版本的规则");
  return certificate;
}

function isCertificate(value: unknown): value is ProofCertificate {
  return typeof value === "object" && value !== null && "digest" in value && "faults" in value && "benefits" in value;
}

/** Keeps the certificate of a proof beside the version; refuses (throws) one with faults, or of other rules than published. */
export function keepProof(idOrDirectory: string, certificate: ProofCertificate): void {
  const directory = packageDirectory(idOrDirectory);
  if (certificate.faults.length > 0) throw new Error(`${certificate.faults.length} 处不成立，不是证明`);
  const published = publishedVersions(directory).find(({ version }) => version === certificate.version);
  if (published?.digest !== certificate.digest) throw new Error(`证明的规则不是已发布的版本 ${certificate.version}`);
  const path = besidePath(directory, certificate.version, "proof");
  const text = `${JSON.stringify(certificate, null, 2)}\n`;
  // The same proof again leaves the file alone, also where it may not be written.
  if (!existsSync(path) || canonicalJson(JSON.parse(readFileSync(path, "utf8"))) !== canonicalJson(certificate))
    writeFileSync(path, text);
}

/** The worked cases that a version was published with. Refuses (PackageError) a version without them. */
export function loadPublishedCases(idOrDirectory: string, version: string): WorkedCases[] {
  const directory = packageDirectory(idOrDirectory);
  const path = besidePath(directory, version, "cases");
  if (!existsSync(path)) throw new PackageError("", `没有版本 ${version} 的算例`);
  const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(kept)) throw new PackageError(`/published/${version}.cases.json`, "应为数组");
  return kept.map((one, at) => workedCasesFrom(one, `/published/${version}.cases.json/${at}`));
}

/** A file that differs from what was published under the same version is an error; so is a changed snapshot. */
export function checkPublished(idOrDirectory: string): PolicyProblem[] {
  const directory = packageDirectory(idOrDirectory);
  const problems: PolicyProblem[] = [];
  const wrong = (where: string, message: string): void => {
    problems.push({ severity: "error", kind: "published", where, message });
  };
  const current = loadDraft(directory);
  for (const published of publishedVersions(directory)) {
    try {
      loadPublished(directory, published.version);
      loadProof(directory, published.version);
    } catch (error) {
      wrong(`published/${published.version}.json`, error instanceof Error ? error.message : String(error));
    }
    if (published.version !== current.version) continue;
    const now = hashesOf(directory);
    for (const file of new Set([...Object.keys(published.files), ...Object.keys(now)])) {
      if (published.files[file] === now[file]) continue;
      const what = now[file] === undefined ? "已删除" : published.files[file] === undefined ? "是新增的" : "已改动";
      wrong(file, `版本 ${published.version} 已发布，此文件${what}；请改用新的版本号`);
    }
  }
  return problems;
}

/**
 * Publishes the package's version: records its digest and files and keeps its rules. Refuses (throws) a version that
 * is published already, one without a certificate that these very rules are proved (`prove`), and one person signing
 * twice. The caller has checked the package.
 */
export function publish(
  idOrDirectory: string,
  signed: { on: CivilDate; proposedBy: string; approvedBy: string },
  proof: ProofCertificate,
): PublishedVersion {
  const directory = packageDirectory(idOrDirectory);
  const policy = loadDraft(directory);
  const versions = publishedVersions(directory);
  if (versions.some(({ version }) => version === policy.version)) throw new Error(`版本 ${policy.version} 已经发布`);
  if (proof.digest !== policy.digest) throw new Error("没有这些规则的证明，不能发布；请先运行 policy prove");
  if (proof.faults.length > 0) throw new Error(`证明有 ${proof.faults.length} 处不成立，不能发布`);
  if (signed.proposedBy === signed.approvedBy) throw new Error("提出人和批准人不能是同一人");
  const published: PublishedVersion = {
    version: policy.version,
    digest: policy.digest,
    publishedOn: signed.on,
    proposedBy: signed.proposedBy,
    approvedBy: signed.approvedBy,
    files: hashesOf(directory),
  };
  mkdirSync(join(directory, "published"), { recursive: true });
  writeFileSync(snapshotPath(directory, policy.version), `${JSON.stringify(readRules(directory), null, 2)}\n`);
  writeFileSync(
    besidePath(directory, policy.version, "cases"),
    `${JSON.stringify(loadWorkedCases(directory), null, 2)}\n`,
  );
  writeFileSync(
    besidePath(directory, policy.version, "claiming"),
    `${JSON.stringify([...policy.claiming.values()], null, 2)}\n`,
  );
  writeFileSync(
    besidePath(directory, policy.version, "ceilings"),
    `${JSON.stringify({ ceilings: loadCeilings(directory) }, null, 2)}\n`,
  );
  writeFileSync(join(directory, RECORD), `${JSON.stringify({ versions: [...versions, published] }, null, 2)}\n`);
  keepProof(directory, proof);
  return published;
}
