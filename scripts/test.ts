/**
 * `npm test`: every check there is, in order of cost; stops at the first stage that fails and names it. Ends with one line
 * `N passed, N failed`. `npm test -- NAME…` runs only the named stages.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.ts";
import { countPlaywright, countVitest } from "./test-counts.ts";
import type { Counts } from "./test-counts.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "test-reports-"));
/** The whole must fit; a stage that hangs is ended rather than left to whoever waits. */
const BUDGET_MS = 25 * 60_000;
const began = Date.now();

interface Stage {
  readonly name: string;
  readonly title: string;
  readonly command: readonly string[];
  /** Returns what to add to the environment, or undefined where the stage has nothing to do. */
  readonly prepare?: () => Promise<Record<string, string> | undefined>;
  /** Reads the runner's report; stages without one count nothing unless they fail. */
  readonly count?: () => Counts | undefined;
}

function report<Report>(file: string, count: (report: Report) => Counts): () => Counts | undefined {
  return () => {
    const path = join(reports, file);
    return existsSync(path) ? count(JSON.parse(readFileSync(path, "utf8")) as Report) : undefined;
  };
}

const browserConfig = "e2e/playwright.config.ts";

const stages: readonly Stage[] = [
  { name: "format", title: "Format", command: ["oxfmt", "--check", "."] },
  { name: "lint", title: "Lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "types", title: "Types", command: ["node", "scripts/types.ts"] },
  {
    name: "unit",
    title: "Unit, database and API tests",
    command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${reports}/vitest.json`],
    count: report("vitest.json", countVitest),
  },
  {
    name: "browser",
    title: "Browser journeys",
    command: ["playwright", "test", "-c", browserConfig, "--reporter=list,json"],
    prepare: async () => {
      if (!existsSync(join(root, browserConfig))) return undefined;
      return { CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, "playwright.json") };
    },
    count: report("playwright.json", countPlaywright),
  },
];

function run(command: readonly string[], environment: Record<string, string>): Promise<boolean> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules", ".bin", program), args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
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
      resolve(ok);
    };
    child.once("error", (error) => {
      console.error(String(error));
      done(false);
    });
    child.once("exit", (code) => done(code === 0));
  });
}

async function runStage(stage: Stage): Promise<Counts> {
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
    ok = await run(stage.command, environment);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  const counts = stage.count?.() ?? { passed: 0, failed: 0 };
  console.log(`━━ ${stage.title}: ${ok ? "passed" : "FAILED"} in ${seconds()}`);
  // A runner may fail outside any test (a file that does not load); that is a failure too.
  return ok ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`unknown stage ${unknown.join(", ")}; there are ${stages.map((stage) => stage.name).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const counts = await runStage(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) {
    console.log(`\nStopped at the first failing stage: ${stage.name} (npm test -- ${stage.name} runs it alone)`);
    break;
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\nin ${((Date.now() - began) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
