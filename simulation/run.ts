/** `npm run simulate -- --years 1 --people 600 --seed 7`: a county lives by its operations. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { civilDate } from "@jinengtong/standards";
import { actLine } from "./history.ts";
import { live } from "./live.ts";

const { values } = parseArgs({
  options: {
    years: { type: "string" },
    days: { type: "string" },
    people: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
  },
});

const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-simulation-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, throwaway: true });
try {
  const began = performance.now();
  const life = await live(
    { ownerUrl: postgres.url, dataDir: path.join(dataDir, "platform") },
    {
      seed: values.seed,
      people: Number(values.people),
      days: values.days === undefined ? Math.round(Number(values.years ?? 1) * 365) : Number(values.days),
      start: civilDate("2020-03-02"),
      without: new Set(),
    },
    (day) => {
      if (day.endsWith("-01")) console.log(`${day}  ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    },
  );
  if (values.verbose) for (const act of life.acts) console.log(actLine(act));
  for (const [kind, count] of [...life.counts].toSorted()) console.log(`${String(count).padStart(7)}  ${kind}`);
  console.log(
    `${life.days} days, ${life.acts.length} acts, ${((performance.now() - began) / 1_000).toFixed(1)} s, digest ${life.digest}`,
  );
  if (life.failure) {
    console.log(`FAILED on ${life.failure.day}:\n${life.failure.reasons.join("\n")}`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
