/** `npm run simulate -- --years 1 --people 600 --seed 7`: a county lives by its operations. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { civilDate } from "@jinengtong/standards";
import type { Wish } from "./county.ts";
import { actLine } from "./history.ts";
import { live, type Life } from "./live.ts";
import { shrink } from "./shrink.ts";

/** Lines of the table of what took longest. */
const SLOWEST = 15;

const { values } = parseArgs({
  options: {
    years: { type: "string" },
    days: { type: "string" },
    people: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    /** The first day; the turn of a year is reached sooner from a later one. */
    from: { type: "string", default: "2020-03-02" },
    verbose: { type: "boolean", default: false },
    /** Stops at a failure without looking for a shorter one. */
    once: { type: "boolean", default: false },
  },
});

const wish: Wish = {
  seed: values.seed,
  people: Number(values.people),
  days: values.days === undefined ? Math.round(Number(values.years ?? 1) * 365) : Number(values.days),
  start: civilDate(values.from),
  without: new Set(),
};

/** A life in a throwaway database of its own. */
async function aLife(given: Wish, eachDay?: (day: string) => void): Promise<Life> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-simulation-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, throwaway: true });
  try {
    return await live({ ownerUrl: postgres.url, dataDir: path.join(dataDir, "platform") }, given, eachDay);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(0)} s`;
const life = await aLife(wish, (day) => {
  if (day.endsWith("-01")) console.log(`${day}  ${seconds()}`);
});
if (values.verbose) for (const act of life.acts) console.log(actLine(act));
for (const [kind, count] of [...life.counts].toSorted()) console.log(`${String(count).padStart(7)}  ${kind}`);
const { spent, counts } = life.watch;
const slowest = [...spent].toSorted(([, a], [, b]) => b - a).slice(0, SLOWEST);
for (const [name, ms] of slowest)
  console.log(`${(ms / 1_000).toFixed(1).padStart(7)} s  ${counts.get(name)} × ${name}`);
const requests = (counts.get("reads") ?? 0) + (counts.get("changes") ?? 0);
const checks = [...counts].reduce((sum, [name, count]) => sum + (name.startsWith("invariant ") ? count : 0), 0);
const { user, system } = process.cpuUsage();
console.log(
  `${life.days} days, ${life.acts.length} acts, ${requests} requests (${((requests * 1_000) / (performance.now() - began)).toFixed(0)} a second), ${checks} checks, ` +
    `${seconds()} (${((user + system) / 1e6).toFixed(0)} s of CPU in this process), digest ${life.digest}`,
);
if (life.failure) {
  process.exitCode = 1;
  console.log(`FAILED on ${life.failure.day}:\n${life.failure.reasons.join("\n")}`);
}
if (life.failure && !values.once) {
  console.log("\nlooking for the shortest history that fails so…");
  const short = await shrink(wish, life, aLife);
  for (const act of short.life.acts) console.log(actLine(act));
  console.log(
    `\nshortest found in ${short.replays} replays: ${short.wish.people} people, ${short.life.days} days, without ${[...short.wish.without].join(", ") || "nothing"}\n${short.life.failure?.reasons.join("\n")}`,
  );
}
