import {
  benefitName,
  byVersion,
  type Case,
  lawOf,
  loadEveryVersion,
  loadProof,
  type PackageFiles,
  type Policy,
  type ProofCertificate,
  publishedFiles,
  publishedVersions,
} from "@jinengtong/policy";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";

/** Who published a version, and when. */
export interface Publication {
  publishedOn: string;
  proposedBy: string;
  approvedBy: string;
  /** Why it may begin before claims that were paid already. */
  statement: string | null;
  /** `files`: published by the command and shipped; `database`: by two officers in the platform. */
  place: "files" | "database";
}

/** Beside the rules of a version: the files that the next one is made from, and its publication. */
interface Beside {
  files: () => PackageFiles;
  publication: Publication;
  proof: () => ProofCertificate;
}

/**
 * Published versions of all programmes. A stored decision finds its version by digest; a new claim finds its version by the day that
 * the programme goes by. Drafts are never loaded.
 */
export class Policies {
  readonly #byDigest = new Map<string, Policy>();
  /** By programme, oldest version first. */
  readonly #versions = new Map<string, readonly Policy[]>();

  readonly #beside = new Map<string, Beside>();
  /** Newest number of a version published in the platform up to which all are loaded. */
  known = 0;

  constructor(versions: Iterable<Policy> = []) {
    for (const version of versions) this.add(version);
  }

  /** Takes in a published version, also while the platform runs. */
  add(policy: Policy, beside?: Beside): void {
    if (beside !== undefined) this.#beside.set(policy.digest, beside);
    if (this.#byDigest.has(policy.digest)) return;
    this.#byDigest.set(policy.digest, policy);
    const known = this.#versions.get(policy.id) ?? [];
    this.#versions.set(
      policy.id,
      [...known, policy].toSorted((a, b) => byVersion(a.version, b.version)),
    );
  }

  ofDigest(digest: string): Policy | undefined {
    return this.#byDigest.get(digest);
  }

  /** A published version as the files of a package; undefined where only its rules are at hand. */
  filesOf(digest: string): PackageFiles | undefined {
    return this.#beside.get(digest)?.files();
  }

  /** The certificate that a version was published with; undefined where it isn't at hand. */
  proofOf(digest: string): ProofCertificate | undefined {
    try {
      return this.#beside.get(digest)?.proof();
    } catch {
      // Published before proofs were kept.
      return undefined;
    }
  }

  publicationOf(digest: string): Publication | undefined {
    return this.#beside.get(digest)?.publication;
  }

  /** `ID` is the newest version of the programme, `ID@1.0.0` that version. */
  get(reference: string): Policy | undefined {
    const [id = "", version] = reference.split("@");
    const versions = this.versionsOf(id);
    return version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);
  }

  has(id: string): boolean {
    return this.#versions.has(id);
  }

  versionsOf(id: string): readonly Policy[] {
    return this.#versions.get(id) ?? [];
  }

  /** The version that decides a new claim; undefined if none is in force on its day. */
  lawOf(id: string, facts: Case): Policy | undefined {
    return lawOf(this.versionsOf(id), facts);
  }

  /** Newest version in force on a day. */
  onDay(id: string, day: string): Policy | undefined {
    return this.versionsOf(id).findLast(({ rules: { manifest } }) => {
      const { from, to } = manifest.effective;
      return from <= day && (to === undefined || day <= to);
    });
  }

  /** The version that is shown or planned by on a day, before there is a case: outside all periods the newest one. */
  shownOn(id: string, day: string): Policy | undefined {
    return this.onDay(id, day) ?? this.get(id);
  }

  /** Newest version of each programme. */
  programmes(): Policy[] {
    return [...this.#versions.values()].flatMap((versions) => versions.at(-1) ?? []);
  }

  /** Title of a benefit in a programme, of its newest version that has it: two programmes may name one benefit differently. */
  benefitName(id: string, benefit: string): string {
    return benefitName([...this.versionsOf(id).toReversed(), ...this.every()], benefit);
  }

  /** Every version, newest first within its programme: also names of benefits that a later version has dropped. */
  every(): Policy[] {
    return [...this.#versions.values()].flatMap((versions) => versions.toReversed());
  }
}

/**
 * Reads every published version of every package in a directory. Refuses a version that isn't what was published, with its place and
 * the reason: the platform must not decide by altered rules.
 */
export async function readPolicies(directory: string): Promise<Policies> {
  const entries = await readdir(directory, { withFileTypes: true });
  const ids = entries.map(({ name }) => name).filter((id) => existsSync(path.join(directory, id, "manifest.json")));
  const policies = new Policies();
  for (const id of ids.toSorted()) {
    const place = path.join(directory, id);
    try {
      const published = new Map(publishedVersions(place).map((one) => [one.version, one]));
      for (const policy of loadEveryVersion(place)) {
        const { publishedOn = "", proposedBy = "", approvedBy = "" } = published.get(policy.version) ?? {};
        policies.add(policy, {
          files: () => publishedFiles(place, policy.version),
          proof: () => loadProof(place, policy.version),
          publication: { publishedOn, proposedBy, approvedBy, statement: null, place: "files" },
        });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`政策包 ${id} 的已发布版本不能使用，平台没有启动：${reason}。请从备份或发布记录恢复该文件。`, {
        cause: error,
      });
    }
  }
  return policies;
}
