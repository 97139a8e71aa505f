/**
 * `npm test`: every check there is, in order of cost; stops after the first step in which one fails and names it. Ends with one line
 * `N passed, N failed`. `npm test -- NAME…` runs only the named stages; `npm test -- --changed` only what the changes since `main`
 * (on `main` itself: the uncommitted ones) touch.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { affectedSpecs, touchesEveryTest } from "./affected-specs.ts";
import { findBrowser } from "./find-browser.ts";
import { countPlaywright, countVitest } from "./test-counts.ts";
import type { Counts } from "./test-counts.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "test-reports-"));
/** The whole takes some 15 minutes on two quiet cores. A stage that hangs is ended here; the room is for machines of half the speed. */
const BUDGET_MS = 70 * 60_000;
const began = Date.now();

const git = (...args: string[]): string => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.trim();
const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");

interface Changes {
  /** The base commit of the changes. */
  readonly since: string;
  readonly files: readonly string[];
}

function readChanges(): Changes {
  const since = git("rev-parse", "--quiet", "--verify", "main") === "" ? "HEAD" : git("merge-base", "HEAD", "main");
  const untracked = lines(git("ls-files", "--others", "--exclude-standard"));
  return { since, files: [...lines(git("diff", "--name-only", since)), ...untracked] };
}

const wanted = process.argv.slice(2).filter((name) => name !== "--changed");
const changes = process.argv.includes("--changed") ? readChanges() : undefined;

interface Stage {
  readonly name: string;
  readonly title: string;
  readonly command: readonly string[];
  /** Stages that run side by side; a step begins when all of the previous one have passed. */
  readonly step: number;
  /** Returns additional environment variables, or undefined if the stage has nothing to do. */
  readonly prepare?: () => Promise<Record<string, string> | undefined>;
  /** Parses the runner's report; stages without one count nothing unless they fail. */
  readonly count?: () => Counts | undefined;
}

function report<Report>(file: string, count: (report: Report) => Counts): () => Counts | undefined {
  return () => {
    const path = join(reports, file);
    return existsSync(path) ? count(JSON.parse(readFileSync(path, "utf8")) as Report) : undefined;
  };
}

const browserConfig = "e2e/playwright.config.ts";
const specs = readdirSync(join(root, "e2e")).filter((file) => file.endsWith(".spec.ts"));
const affected = changes ? affectedSpecs(changes.files, specs) : specs;
const changedTests =
  changes && !touchesEveryTest(changes.files) ? ["--changed", changes.since, "--passWithNoTests"] : [];

const stages: readonly Stage[] = [
  { name: "format", title: "Format", step: 1, command: ["oxfmt", "--check", "."] },
  // Each is mostly single-threaded, so together they take the time of the longer.
  { name: "lint", title: "Lint", step: 2, command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "types", title: "Types", step: 2, command: ["node", "scripts/types.ts"] },
  {
    name: "unit",
    title: "Unit, database and API tests",
    step: 3,
    command: [
      "vitest",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reports}/vitest.json`,
      ...changedTests,
    ],
    count: report("vitest.json", countVitest),
  },
  {
    name: "browser",
    title: "Browser journeys",
    step: 4,
    command: ["playwright", "test", "-c", browserConfig, "--reporter=list,json", ...(changes ? affected : [])],
    prepare: async () => {
      if (affected.length === 0) return undefined;
      return { CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "playwright.json") };
    },
    count: report("playwright.json", countPlaywright),
  },
];

/** `aside`: another stage runs at the same time, so the output is printed in one piece at the end. */
function run(command: readonly string[], environment: Record<string, string>, aside: boolean): Promise<boolean> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const [executable, rest] =
      program === "node" ? [process.execPath, args] : [join(root, "node_modules", ".bin", program), args];
    const child = spawn(executable, rest, {
      cwd: root,
      stdio: aside ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...environment },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    const overdue = setTimeout(
      () => {
        console.error(`\nThe tests have used up their ${BUDGET_MS / 60_000} minutes.`);
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
      },
      Math.max(0, BUDGET_MS - (Date.now() - began)),
    );
    const done = (ok: boolean): void => {
      clearTimeout(overdue);
      if (output !== "") console.log(output.trimEnd());
      resolve(ok);
    };
    child.once("error", (error) => {
      console.error(String(error));
      done(false);
    });
    child.once("close", (code) => done(code === 0));
  });
}

async function runStage(stage: Stage, aside: boolean): Promise<Counts> {
  console.log(`\n━━ ${stage.title} (${stage.name})`);
  const started = Date.now();
  const seconds = (): string => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  let ok = false;
  try {
    const environment = stage.prepare ? await stage.prepare() : {};
    if (!environment) {
      console.log("nothing to run");
      return { passed: 0, failed: 0 };
    }
    ok = await run(stage.command, environment, aside);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  const counts = stage.count?.() ?? { passed: 0, failed: 0 };
  console.log(`━━ ${stage.title}: ${ok ? "passed" : "FAILED"} in ${seconds()}`);
  // A runner may fail outside any test (a file that doesn't load); that counts as a failure.
  return ok ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
}

const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`unknown stage ${unknown.join(", ")}; there are ${stages.map((stage) => stage.name).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
for (const together of Map.groupBy(chosen, (stage) => stage.step).values()) {
  const results = await Promise.all(together.map((stage) => runStage(stage, together.length > 1)));
  for (const counts of results) {
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  const failing = together.filter((_, index) => (results[index]?.failed ?? 0) > 0).map((stage) => stage.name);
  if (failing.length > 0) {
    const names = failing.join(" ");
    console.log(`\nStopped at the first failing stage: ${names} (npm test -- ${names} runs it alone)`);
    break;
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\nin ${((Date.now() - began) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
