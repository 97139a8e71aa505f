import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decide } from "./adjudicate.ts";
import { loadDraft, POLICIES } from "./load.ts";
import { checkPublished, loadProof, loadPublished, publish, publishedVersions } from "./published.ts";
import { setAt } from "./pointer.ts";
import type { ProofCertificate } from "./proof/prove.ts";
import { replay } from "./replay.ts";
import type { StoredDecision } from "./replay.ts";
import type { Case } from "./types.ts";
import { loadEveryVersion } from "./versions.ts";

const signed = { on: "2025-01-01", proposedBy: "甲", approvedBy: "乙" } as const;
const c: Case = {
  id: "c",
  benefit: "startup-training",
  appliedOn: "2025-06-01",
  person: { groups: ["registered-unemployed"] },
  history: [],
};

let directory = "";

function change(file: string, pointer: string, value: unknown): void {
  const path = join(directory, file);
  writeFileSync(path, JSON.stringify(setAt(JSON.parse(readFileSync(path, "utf8")), pointer, value)));
}

function stored(): StoredDecision {
  const policy = loadDraft(directory);
  const { outcome, amountFen, recoverFen } = decide(policy, c);
  return { case: c, digest: policy.digest, outcome, amountFen, recoverFen };
}

/** A certificate of the rules as they are; how proofs are made has its own test. */
function proved(faults: ProofCertificate["faults"] = []): ProofCertificate {
  const { id, version, digest } = loadDraft(directory);
  return { policy: id, version, digest, benefits: [], tried: 0, faults };
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "policy-"));
  cpSync(join(POLICIES, "example-2025"), directory, {
    recursive: true,
    filter: (path) => !path.includes("published"),
  });
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe("a published version", () => {
  test("may not change in any file, but in how it is laid out", () => {
    publish(directory, signed, proved());
    expect(checkPublished(directory)).toEqual([]);
    const path = join(directory, "benefits/startup-training.json");
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
    expect(checkPublished(directory)).toEqual([]);
    change("benefits/startup-training.json", "/amount/steps/0/quantity/fen", 90_000);
    change("cases/startup-training.json", "/cases/0/expect/amountFen", 90_000);
    expect(checkPublished(directory).map(({ where }) => where)).toEqual([
      "benefits/startup-training.json",
      "cases/startup-training.json",
    ]);
    change("manifest.json", "/version", "1.1.0");
    expect(checkPublished(directory)).toEqual([]);
  });

  test("is published once, by two persons", () => {
    expect(() => publish(directory, { ...signed, approvedBy: "甲" }, proved())).toThrow(/同一人/u);
    expect(publishedVersions(directory)).toEqual([]);
    publish(directory, signed, proved());
    expect(() => publish(directory, signed, proved())).toThrow(/已经发布/u);
  });

  test("is published with the certificate of these very rules, and keeps it", () => {
    const earlier = proved();
    const fault = { benefit: "startup-training", test: null, message: "x", state: null };
    expect(() => publish(directory, signed, proved([fault]))).toThrow(/1 处不成立/u);
    change("benefits/startup-training.json", "/amount/steps/0/quantity/fen", 90_000);
    expect(() => publish(directory, signed, earlier)).toThrow(/没有这些规则的证明/u);
    expect(publishedVersions(directory)).toEqual([]);
    publish(directory, signed, proved());
    expect(loadProof(directory, "1.0.0")).toEqual(proved());
    rmSync(join(directory, "published/1.0.0.proof.json"));
    expect(checkPublished(directory).map(({ message }) => message)).toEqual([
      "版本 1.0.0 没有证明；请运行 policy prove",
    ]);
  });

  test("decides for ever as it did: decisions replay after the package has moved on", () => {
    publish(directory, signed, proved());
    const before = stored();
    change("benefits/startup-training.json", "/amount/steps/0/quantity/fen", 90_000);
    change("manifest.json", "/version", "1.1.0");
    const after = stored();
    publish(directory, signed, proved());
    expect([before.amountFen, after.amountFen]).toEqual([80_000, 90_000]);
    expect(replay(loadEveryVersion(directory), [before, after])).toEqual({ total: 2, differences: [] });
    expect(loadPublished(directory, "1.0.0").version).toBe("1.0.0");
  });

  test("whose snapshot was touched is found out", () => {
    publish(directory, signed, proved());
    change("published/1.0.0.json", "/benefits/1/amount/steps/0/quantity/fen", 1);
    expect(checkPublished(directory).map(({ where }) => where)).toEqual(["published/1.0.0.json"]);
    expect(() => loadPublished(directory, "1.0.0")).toThrow(/摘要/u);
  });
});

describe("replay", () => {
  test("reports every kind of difference", () => {
    const good = stored();
    const { differences, total } = replay(
      [loadDraft(directory)],
      [
        good,
        { ...good, digest: "sha256:other" },
        { ...good, outcome: "refused", amountFen: null },
        { ...good, amountFen: 1 },
        { ...good, recoverFen: 1 },
        { ...good, case: { ...c, appliedOn: "2021-02-29" } },
      ],
    );
    expect(total).toBe(6);
    expect(differences.map(({ index, kind }) => [index, kind])).toEqual([
      [1, "unknown-digest"],
      [2, "outcome"],
      [3, "amount"],
      [4, "recover"],
      [5, "invalid-case"],
    ]);
  });
});
