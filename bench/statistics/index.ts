/**
 * Measures whether a cut over a million enrolments takes less than 300 ms (p95), distinct persons included: every measure by every
 * cut over HTTP, at 100 thousand and at a million. Against one bare `select count(*)` over the same rows in the same run.
 */
import { MEASURES, type MeasureId } from "../../server/src/reporting/facts/shape.ts";
import { median, percentile, residentMegabytes, round, seconds, watchMemory } from "../measure.ts";
import { openSessions, startPlatform, type BenchPlatform } from "../platform.ts";
import { DIMENSIONS, writeFacts } from "./facts.ts";

const SIZES = [100_000, 1_000_000] as const;
const CUTS = ["none", "year", "quarter", "month", ...DIMENSIONS];
const CUT_ROUNDS = 3;
const SPLIT = "?measure=persons&by=month&split=institution&from=2020-01-01&group=group-2,group-3";
const ROWS = "/rows?measure=persons&institution=institution-7&town=320682003";

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => (await seconds(work)) * 1_000;
const p95 = (taken: readonly number[]): number => round(percentile(taken, 0.95), 1);

/** Repeats the work; returns each time in milliseconds. */
async function times(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) taken.push(await milliseconds(work));
  return taken;
}

async function auditorOf(platform: BenchPlatform): Promise<(query: string) => Promise<void>> {
  const { rows } = await platform.owner.query<{ id: string }>(
    "insert into account (username, name, role, region) values ('bench-auditor', '统计员', 'auditor', '320682') returning id",
  );
  const [auditor] = await openSessions(platform, [{ accountId: rows[0]?.id ?? "", personId: null }]);
  return async (query) => {
    const answer = await fetch(`${platform.url}/api/v1/statistics${query}`, {
      headers: { cookie: auditor?.cookie ?? "" },
    });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${body}`);
  };
}

async function measure(size: number): Promise<{ figures: Record<string, number>; scan: number; worst: number }> {
  const platform = await startPlatform({ people: 0 });
  const { owner } = platform;
  const written = await seconds(() => writeFacts(owner, size));
  const ask = await auditorOf(platform);
  const scans = await times(15, () => owner.query("select count(*) from training_fact"));
  const personsBySql = await times(3, () =>
    owner.query("select town, count(*), count(distinct person_number) from training_fact group by town"),
  );
  const idleMb = residentMegabytes(platform.pid);
  const memory = watchMemory(platform.pid);
  const first = await milliseconds(() => ask("?measure=persons&by=town"));

  const cuts: number[] = [];
  const byMeasure: Record<string, number> = {};
  for (const id of Object.keys(MEASURES) as MeasureId[]) {
    const dimensions: readonly string[] = MEASURES[id].shape.dimensions;
    const own: number[] = [];
    for (const cut of CUTS.filter((each) => each !== "source" || dimensions.includes("source")))
      own.push(...(await times(CUT_ROUNDS, () => ask(`?measure=${id}&by=${cut}`))));
    byMeasure[id] = p95(own);
    cuts.push(...own);
  }
  const split = await times(10, () => ask(SPLIT));
  const rows = await times(10, () => ask(ROWS));
  await owner.query("update training_fact set certificates = certificates + 1, version = 9 where id % $1 = 0", [
    Math.round(size / 500),
  ]);
  await owner.query("update fact_progress set version = 9");
  const afterChange = await milliseconds(() => ask("?measure=certificates&by=town"));
  const peakMb = memory.stop();
  await platform.close();

  const figures = {
    writeSeconds: round(written, 1),
    countP50: round(median(scans), 1),
    distinctBySqlP50: round(median(personsBySql), 1),
    firstWithLoading: round(first),
    cutP50: round(median(cuts), 1),
    cutP95: p95(cuts),
    cutMax: round(Math.max(...cuts), 1),
    splitAndFilterP95: p95(split),
    rowsP95: p95(rows),
    after500Changes: round(afterChange, 1),
    serverIdleMb: round(idleMb),
    serverPeakMb: round(peakMb),
  };
  process.stdout.write(`${size} enrolments, ms unless said: ${JSON.stringify(figures)}\n`);
  process.stdout.write(`  p95 by measure: ${JSON.stringify(byMeasure)}\n`);
  return { figures, scan: median(scans), worst: p95(cuts) };
}

const results: Record<string, Record<string, number>> = {};
let ratio = 0;
let scanMs = 0;
for (const size of SIZES) {
  const { figures, scan, worst } = await measure(size);
  results[String(size)] = figures;
  scanMs = round(scan, 1);
  ratio = round(scan / worst, 2);
}
process.stdout.write(
  `${JSON.stringify({
    bench: "statistics",
    figures: results,
    against: { what: "select count(*) over the same million rows, p50 ms", ms: scanMs },
    ratio,
  })}\n`,
);
