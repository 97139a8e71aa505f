/**
 * Does a cut over a million enrolments come within 300 ms (p95), distinct persons included? Every measure by every cut, asked through
 * the API, at 100 thousand and at a million; against one bare `select count(*)` over the same rows in the same run.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { openSession } from "../../server/src/access/index.ts";
import { createApp } from "../../server/src/app.ts";
import { readConfig } from "../../server/src/kernel/config.ts";
import { silentLog, startEmbeddedPostgres } from "../../server/src/kernel/embedded-postgres/index.ts";
import { migrate } from "../../server/src/kernel/migrate.ts";
import { createServices } from "../../server/src/platform.ts";
import { MEASURES, type MeasureId } from "../../server/src/reporting/facts/shape.ts";
import { DIMENSIONS, writeFacts } from "./facts.ts";

const SIZES = [100_000, 1_000_000] as const;
const CUTS = ["none", "year", "quarter", "month", ...DIMENSIONS];
const ROUNDS = 3;

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const p = (times: number[], share: number): number =>
  Number(
    at(
      times.toSorted((a, b) => a - b),
      share,
    ).toFixed(1),
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
const owner = new pg.Client({ connectionString: postgres.url });
await owner.connect();
const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
await migrate(pool);
await pool.end();
const results: Record<string, Record<string, number>> = {};
let scan = 0;
let worst = 0;

for (const size of SIZES) {
  const written = await timed(() => writeFacts(owner, size));
  const services = await createServices(readConfig({ DATA_DIR: dataDir, PORT: "0", DEMO: "0" }), postgres.url);
  services.log.level = "silent";
  const app = await createApp(services);
  const account = await owner.query<{ id: string }>(
    "insert into account (username, name, role, region) values ($1, '统计员', 'auditor', '320682') returning id",
    [`bench-${size}`],
  );
  const { token } = await openSession(services.database, account.rows[0]?.id ?? "", { now: new Date() });
  const ask = async (query: string): Promise<void> => {
    const answer = await app.inject({
      method: "GET",
      url: `/api/v1/statistics${query}`,
      headers: { cookie: `jnt_session=${token}` },
    });
    if (answer.statusCode !== 200) throw new Error(`${query}: ${answer.statusCode} ${answer.body}`);
  };

  const counts: number[] = [];
  for (let round = 0; round < 15; round += 1)
    counts.push(await timed(() => services.pool.query("select count(*) from training_fact")));
  const inSql: number[] = [];
  for (let round = 0; round < 3; round += 1)
    inSql.push(
      await timed(() =>
        services.pool.query("select town, count(*), count(distinct person_number) from training_fact group by town"),
      ),
    );
  const before = process.memoryUsage().rss;
  const first = await timed(() => ask("?measure=persons&by=town"));

  const times: number[] = [];
  const byMeasure: Record<string, number> = {};
  for (const measure of Object.keys(MEASURES) as MeasureId[]) {
    const own: number[] = [];
    const dimensions: readonly string[] = MEASURES[measure].shape.dimensions;
    for (const cut of CUTS.filter((each) => each !== "source" || dimensions.includes("source")))
      for (let round = 0; round < ROUNDS; round += 1) own.push(await timed(() => ask(`?measure=${measure}&by=${cut}`)));
    byMeasure[measure] = p(own, 0.95);
    times.push(...own);
  }
  const split: number[] = [];
  for (let round = 0; round < 10; round += 1)
    split.push(
      await timed(() => ask("?measure=persons&by=month&split=institution&from=2020-01-01&group=group-2,group-3")),
    );
  const rows: number[] = [];
  for (let round = 0; round < 10; round += 1)
    rows.push(await timed(() => ask("/rows?measure=persons&institution=institution-7&town=320682003")));
  await owner.query("update training_fact set certificates = certificates + 1, version = 9 where id % $1 = 0", [
    Math.round(size / 500),
  ]);
  await owner.query("update fact_progress set version = 9");
  const afterChange = await timed(() => ask("?measure=certificates&by=town"));

  results[String(size)] = {
    writeSeconds: Number((written / 1000).toFixed(1)),
    countP50: p(counts, 0.5),
    countP95: p(counts, 0.95),
    distinctBySqlP50: p(inSql, 0.5),
    firstWithLoading: Number(first.toFixed(0)),
    cutP50: p(times, 0.5),
    cutP95: p(times, 0.95),
    cutMax: p(times, 1),
    splitAndFilterP95: p(split, 0.95),
    rowsP95: p(rows, 0.95),
    after500Changes: Number(afterChange.toFixed(1)),
    storeMb: Math.round((process.memoryUsage().rss - before) / 1_048_576),
    rssMb: Math.round(process.memoryUsage().rss / 1_048_576),
  };
  process.stdout.write(`${size} enrolments, ms unless said: ${JSON.stringify(results[String(size)])}\n`);
  process.stdout.write(`  p95 by measure: ${JSON.stringify(byMeasure)}\n`);
  scan = p(counts, 0.5);
  worst = p(times, 0.95);
  await app.close();
  await services.database.destroy();
}
await owner.end();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
process.stdout.write(
  `${JSON.stringify({
    bench: "statistics",
    figures: results,
    against: { what: "select count(*) over the same million rows, p50 ms", ms: scan },
    ratio: Number((scan / worst).toFixed(2)),
  })}\n`,
);
