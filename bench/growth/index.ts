/**
 * How costs grow with the county: every page, list, search and export of each role, once cold and then warm, and the work of the night, in
 * counties of 10,000 and 100,000 people. `BENCH_PEOPLE` names other sizes (`10000,100000,1000000`), `BENCH_GROWTH_DIR` a directory in
 * which the counties are kept for the next run. Judged by processor time, which other work on the machine changes little; a parallel
 * scan's helpers can't be seen, so there are none.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { loadCounty } from "../../server/src/demo/index.ts";
import { report, round, seconds } from "../measure.ts";
import { fillCounty, startPlatform } from "../platform.ts";
import { exponentOf, tooMuch, type Grown } from "./fit.ts";
import { jobCosts } from "./jobs.ts";
import { readCosts } from "./reads.ts";

const SIZES = (process.env["BENCH_PEOPLE"] ?? "10000,100000").split(",").map(Number);
const kept = process.env["BENCH_GROWTH_DIR"];
const directory = kept ?? (await mkdtemp(path.join(tmpdir(), "jinengtong-growth-")));

const grown = new Map<string, Grown>();
const took = new Map<string, (number | undefined)[]>();
const note = (name: string, at: number, ms: number): void => {
  const row = took.get(name) ?? SIZES.map(() => undefined);
  row[at] = ms;
  took.set(name, row);
};
let unread: string[] = [];

for (const [at, people] of SIZES.entries()) {
  const dataDir = path.join(directory, String(people));
  if (!existsSync(dataDir)) {
    const filling = await seconds(() => fillCounty(dataDir, people, loadCounty));
    note("filling", at, filling * 1_000);
    process.stdout.write(`${people} people in ${round(filling)} s, ${round(people / filling)} a second\n`);
  }
  await withoutHelpers(dataDir);
  const starting = performance.now();
  const platform = await startPlatform({ people, dataDir });
  note("start", at, performance.now() - starting);
  for (const address of ["/api/v1/public/home", "/api/v1/public/fund-use"]) {
    const asked = performance.now();
    await (await fetch(platform.url + address)).text();
    note(`first after the start: ${address}`, at, performance.now() - asked);
  }
  const asked = await readCosts(platform);
  for (const { name, kind, cold, warm } of asked.costs) {
    const row = grown.get(name) ?? { name, kind, warm: [], cold: [] };
    row.warm[at] = warm.processor;
    row.cold[at] = cold.processor;
    grown.set(name, row);
  }
  ({ unread } = asked);
  for (const { name, cost } of await jobCosts(platform)) {
    note(name, at, cost.clock);
    if (cost.processor > 0) note(`${name}, processor`, at, cost.processor);
  }
  await platform.close();
}
if (kept === undefined) await rm(directory, { recursive: true, force: true });

const inMs = (costs: readonly (number | undefined)[]): string =>
  SIZES.map((_, at) => (costs[at] === undefined ? "–" : String(round(costs[at], 1))).padStart(10)).join("");
const line = (name: string, costs: readonly (number | undefined)[], more = ""): void => {
  process.stdout.write(`${inMs(costs)}  ${exponentOf(SIZES, costs) ?? "–"}  ${name}${more}\n`);
};

process.stdout.write(`\nprocessor ms, warm, of ${SIZES.join(" / ")} people; exponent; what is asked (cold)\n`);
for (const row of [...grown.values()].toSorted((a, b) => (b.warm.at(-1) ?? 0) - (a.warm.at(-1) ?? 0)))
  line(row.name, row.warm, ` (cold ${inMs(row.cold).trim()})`);
process.stdout.write(`\nms by the clock\n`);
for (const [name, costs] of took) line(name, costs);
process.stdout.write(`\nnot asked for lack of an example: ${unread.join(", ") || "none"}\n`);
const faults = [...grown.values()].flatMap((row) => {
  const fault = tooMuch(SIZES, row);
  return fault === undefined ? [] : [`${fault}: ${row.name}`];
});
process.stdout.write(`\n${faults.length === 0 ? "nothing grows too much" : faults.join("\n")}\n`);

report({
  bench: "growth",
  figures: {
    reads: grown.size,
    faults: faults.length,
    ...Object.fromEntries(
      [...took].map(([name, [...ms]]) => [name, ms.map((each) => (each === undefined ? null : round(each)))]),
    ),
  },
  against: { sizes: SIZES },
  ratio: Object.fromEntries([...took].map(([name, costs]) => [name, exponentOf(SIZES, costs) ?? 0])),
});

/** Planned as ever, but without helpers of parallel scans. */
async function withoutHelpers(dataDir: string): Promise<void> {
  const embedded = await startEmbeddedPostgres({ dataDir, log: silentLog });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query("analyze");
  await client.query(
    `alter database ${client.escapeIdentifier(client.database ?? "")} set max_parallel_workers_per_gather = 0`,
  );
  await client.end();
  await embedded.stop();
}
