/**
 * Measures the cost of a keystroke in the editor of drafts until its worked cases are seen again: names read, the whole package
 * compiled, the sentences of the shown benefit made with the places of their values, and all its worked cases decided with their
 * reasons. Held against compiling the package alone, in the same run. The longest package and the benefit with the most cases.
 */
import { casesOfFiles, policyOfFiles, type PackageFiles } from "../../packages/policy/src/engine.ts";
import {
  amountSentences,
  decideWorked,
  namesOf,
  setAt,
  testSentence,
} from "../../packages/policy/src/authoring/index.ts";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFiles } from "../../packages/policy/src/load.ts";
import { median, report, round } from "../measure.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 60);
const DIRECTORY = new URL("../../policies/", import.meta.url);

const packages = readdirSync(DIRECTORY).map((id) => readFiles(fileURLToPath(new URL(`${id}/`, DIRECTORY))));
const longest = packages.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0] ?? {};
const most = casesOfFiles(longest).toSorted((a, b) => b.cases.length - a.cases.length)[0];
if (most === undefined) throw new Error("no package with worked cases");
const PATH = `benefits/${most.benefit}.json`;

function keystroke(files: PackageFiles): number {
  const names = namesOf(files);
  const policy = policyOfFiles(files, "draft");
  const own = policy.benefits.get(most?.benefit ?? "")?.source;
  for (const { rule } of own?.tests ?? []) testSentence(rule, names);
  amountSentences(own?.amount, names);
  const [file] = casesOfFiles({ [`cases/${most?.benefit}.json`]: files[`cases/${most?.benefit}.json`] });
  return file === undefined ? 0 : decideWorked(policy, file).length;
}

function millisecondsOf(work: (files: PackageFiles) => unknown): number[] {
  return Array.from({ length: ROUNDS }, (_one, at) => {
    // Another title each time: nothing of an earlier round can be taken over.
    const files = { ...longest, [PATH]: setAt(longest[PATH], "/title", `第 ${at} 次`) };
    const before = performance.now();
    work(files);
    return performance.now() - before;
  });
}

const cases = keystroke(longest);
const compiles = millisecondsOf((files) => policyOfFiles(files, "draft"));
const keystrokes = millisecondsOf(keystroke);
const slowest = keystrokes.toSorted((a, b) => b - a)[Math.floor(ROUNDS / 20)] ?? 0;

report({
  bench: "authoring",
  figures: {
    benefit: most.benefit,
    cases,
    medianMs: round(median(keystrokes), 2),
    p95Ms: round(slowest, 2),
    targetMs: 100,
  },
  against: { compileMs: round(median(compiles), 2) },
  ratio: round(median(keystrokes) / median(compiles), 2),
});
