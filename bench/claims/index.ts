/**
 * Hundreds of thousands of claims in one run: prepared from certificates, adjudicated, submitted, reviewed twice and reserved, with
 * every slot, review and ledger entry. Against raw inserts of the same rows into tables with the same indexes.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { runBulk } from "../../server/src/entitlement/index.ts";
import { book, openSource } from "../../server/src/fund/index.ts";
import { readConfig } from "../../server/src/kernel/config.ts";
import { inTransaction } from "../../server/src/kernel/context.ts";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { migrate } from "../../server/src/kernel/migrate.ts";
import { createServices } from "../../server/src/platform.ts";
import type { TestApp } from "../../server/src/test/app.ts";
import { manyEntitledLearners } from "../../server/src/test/bulk-builders.ts";
import { databaseSeconds, report, round, seconds } from "../measure.ts";

const CLAIMS = Number(process.env["BENCH_CLAIMS"] ?? 10_000);
const WRITTEN = [
  "claim",
  "claim_decision",
  "claim_review",
  "benefit_slot",
  "ledger_entry",
  "ledger_posting",
  "state_history",
  "message_outbox",
];

const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
const owner = new pg.Pool({ connectionString: postgres.url, max: 2 });
await migrate(owner);
// A day on which the certificates may be claimed for.
const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), postgres.url, {
  clock: { now: () => new Date("2020-04-10T10:00:00+08:00") },
});
services.log.level = "silent";
// The builders use only the services of a test's platform.
const app = { services } as Partial<TestApp> as TestApp;
process.stdout.write(`making ${CLAIMS.toLocaleString("en")} entitled learners…\n`);
await inTransaction(services, async (context) => {
  const sourceId = await openSource(context, {
    code: "S-BENCH",
    name: "失业保险基金（示例）",
    region: "320682",
    openedOn: "2019-12-31",
    drawOrder: 1,
  });
  const entry = { sourceId, amountFen: CLAIMS * 150_000, postedOn: "2020-01-02", note: "期初" };
  await book(context, [
    { ...entry, movement: "quota-issued", key: `q:${sourceId}` },
    { ...entry, movement: "funded", key: `f:${sourceId}` },
  ]);
});
const certificateIds = await manyEntitledLearners(app, CLAIMS);
const officers = await owner.query<{ id: string }>(
  `insert into account (username, name, role, region)
   select 'bench-officer-' || n, '示例审核员', 'reviewer', '320682' from generate_series(1, 3) n returning id`,
);
const [submittedBy, firstOfficer, secondOfficer] = officers.rows.map((row) => row.id);
if (!submittedBy || !firstOfficer || !secondOfficer) throw new Error("three officers were asked for");
await owner.query("analyze");

let result: Awaited<ReturnType<typeof runBulk>> | undefined;
const processor = process.cpuUsage();
const databaseBefore = await databaseSeconds(owner);
const took = await seconds(async () => {
  result = await runBulk(services, { certificateIds, submittedBy, firstOfficer, secondOfficer });
});
const { user, system } = process.cpuUsage(processor);
const databaseProcessor = (await databaseSeconds(owner)) - databaseBefore;
if (result?.approved !== CLAIMS) throw new Error(`not all were approved: ${JSON.stringify(result)}`);

let rows = 0;
let rawSeconds = 0;
for (const table of WRITTEN) {
  await owner.query(`create table raw_${table} (like ${table} including indexes including generated)`);
  rawSeconds += await seconds(async () => {
    const written = await owner.query(`insert into raw_${table} overriding system value select * from ${table}`);
    rows += written.rowCount ?? 0;
  });
}
await owner.end();
await services.database.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });

report({
  bench: "claims",
  figures: {
    claims: CLAIMS,
    seconds: round(took, 1),
    serverProcessorSeconds: round((user + system) / 1e6, 1),
    databaseProcessorSeconds: round(databaseProcessor, 1),
    claimsPerSecond: round(CLAIMS / took),
    secondsPer100k: round((took / CLAIMS) * 100_000, 1),
    rowsWritten: rows,
    rssMb: round(process.memoryUsage().rss / 1_048_576),
  },
  against: {
    what: "inserts of the same rows from a table, same indexes, no triggers",
    rawSeconds: round(rawSeconds, 2),
  },
  ratio: round(rawSeconds / took, 3),
});
