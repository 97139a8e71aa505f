/** Runs the adjudicate command from file to file; returns seconds and peak memory. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, openSync, closeSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BENEFITS } from "../../packages/policy/src/index.ts";
import { generator, preJobCases } from "./cases.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Node arguments of `npm run adjudicate`, so that the command is measured as it is called. */
function commandArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: { adjudicate: string };
  };
  return scripts.adjudicate.split(" ").slice(1);
}

/** Cases of all benefits, each with the usual facts of a claim (about a kilobyte). */
export async function writeCases(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  const benefits = Object.keys(BENEFITS);
  const random = generator(194);
  const patterns = preJobCases(5000).map((c) =>
    JSON.stringify({
      ...c,
      stage: "settlement",
      person: {
        birthDate: "1985-03-02",
        sex: "F",
        groups: ["registered-unemployed"],
        trainingNeed: true,
        monthlyPension: false,
        unemploymentBenefit: [],
      },
      insurance: { unemploymentMonths: random(30), pensionMonths: random(30), pensionPaidNow: true },
      degree: { level: "college", obtainedOn: "2020-06-30" },
      apprenticeship: {
        targetLevel: 1 + random(5),
        years: 1,
        planned: 33,
        finishers: random(33),
        advancePaidFen: 6_600_000,
      },
      parameters: { "livingAllowance.perDayFen": 4000, "startup.sybFen": 80_000 },
    }),
  );
  for (let at = 0; at < count; at += 1000) {
    let block = "";
    for (let line = at; line < Math.min(count, at + 1000); line += 1) {
      const pattern = patterns[line % patterns.length] ?? "";
      block += `${pattern.replace('"benefit":"pre-job"', `"benefit":"${benefits[random(benefits.length)] ?? ""}"`)}\n`;
    }
    if (!out.write(block)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** Peak memory of a running process in MB; 0 if the system doesn't tell. */
function peakMegabytes(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export interface CommandLineFigures {
  cases: number;
  seconds: number;
  secondsPerMillion: number;
  peakMegabytes: number;
}

export async function commandLine(cases: number): Promise<CommandLineFigures> {
  const folder = mkdtempSync(join(tmpdir(), "adjudication-"));
  try {
    const input = join(folder, "cases.ndjson");
    await writeCases(input, cases);
    const from = openSync(input, "r");
    const to = openSync(join(folder, "decisions.ndjson"), "w");
    const start = performance.now();
    const child = spawn(process.execPath, [...commandArguments(), "--policy", "rugao-2019"], {
      cwd: ROOT,
      stdio: [from, to, "inherit"],
    });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakMegabytes(child.pid ?? 0));
    }, 100);
    const [code] = await once(child, "exit");
    clearInterval(watch);
    const seconds = (performance.now() - start) / 1000;
    closeSync(from);
    closeSync(to);
    if (code !== 0) throw new Error(`adjudicate ended with ${String(code)}`);
    return { cases, seconds, secondsPerMillion: (seconds / cases) * 1e6, peakMegabytes: peak };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
