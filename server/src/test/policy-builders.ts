import { loadDraft, loadPolicy, type PackageRules, publish } from "@jinengtong/policy";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readPolicies } from "../kernel/policies.ts";
import type { TestApp } from "./app.ts";

const SHIPPED = path.resolve(import.meta.dirname, "../../../policies");
const PROGRAMME = "rugao-2019";

/** A directory of policies that holds the first published version of rugao-2019 alone. */
export async function firstVersionAlone(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "policies-"));
  await cp(path.join(SHIPPED, PROGRAMME), path.join(directory, PROGRAMME), { recursive: true });
  // Ceilings are stated for the newest version; the first has not all of its parameters.
  await rm(path.join(directory, PROGRAMME, "ceilings.json"));
  const record = path.join(directory, PROGRAMME, "published.json");
  const { versions } = JSON.parse(await readFile(record, "utf8")) as { versions: { version: string }[] };
  await writeFile(record, JSON.stringify({ versions: versions.filter(({ version }) => version === "1.0.0") }));
  return directory;
}

/** A version made from a published one: its number, and what else of its manifest or amounts changes. */
export interface NewVersion {
  from: string;
  version: string;
  transition?: "keep" | "redecide";
  effective?: { from: string; to?: string };
  /** A change to its rules. */
  change?: (rules: PackageRules) => void;
}

/** Publishes a version in such a directory, signed by two. */
export async function publishVersion(directory: string, given: NewVersion): Promise<void> {
  const place = path.join(directory, PROGRAMME);
  const rules: PackageRules = structuredClone(loadPolicy(`${PROGRAMME}@${given.from}`).rules);
  rules.manifest = {
    ...rules.manifest,
    version: given.version,
    ...(given.transition === undefined ? {} : { transition: given.transition }),
    ...(given.effective === undefined ? {} : { effective: given.effective }),
    notes: [...rules.manifest.notes, `第 ${given.version} 版。`],
  };
  given.change?.(rules);
  const write = (file: string, value: unknown) => writeFile(path.join(place, file), JSON.stringify(value));
  await write("manifest.json", rules.manifest);
  await write("clauses.json", { clauses: rules.clauses });
  await write("parameters.json", { parameters: rules.parameters });
  await write("interpretations.json", { interpretations: rules.interpretations });
  for (const benefit of rules.benefits) await write(`benefits/${benefit.id}.json`, benefit);
  const { id: policy, version, digest } = loadDraft(place);
  // How a proof is made has tests of its own.
  const proof = { policy, version, digest, benefits: [], tried: 0, faults: [] };
  publish(place, { on: "2020-06-01", proposedBy: "甲", approvedBy: "乙" }, proof);
}

/** Starts the platform's law anew from the directory, as a restart would. */
export async function loadAgain(app: TestApp, directory: string): Promise<void> {
  for (const policy of (await readPolicies(directory)).every()) app.services.policies.add(policy);
}
