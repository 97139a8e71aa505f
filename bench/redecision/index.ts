/**
 * A correction of the law with an earlier day on a hundred thousand stored decisions: from the request, through the queue's jobs, to the
 * list with who, before, now, difference and why. Against raw inserts of the same list.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { adjudicate, BENEFITS } from "../../packages/policy/src/index.ts";
import { readConfig } from "../../server/src/kernel/config.ts";
import { inTransaction } from "../../server/src/kernel/context.ts";
import { migrate } from "../../server/src/kernel/migrate.ts";
import { startQueue } from "../../server/src/kernel/queue.ts";
import { modules } from "../../server/src/modules.ts";
import { createServices } from "../../server/src/platform.ts";
import { generator, preJobCases } from "../adjudication/cases.ts";
import { databaseSeconds, report, round, seconds } from "../measure.ts";

const DECISIONS = Number(process.env["BENCH_DECISIONS"] ?? 100_000);
const PATTERNS = 1_000;

const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
const owner = new pg.Pool({ connectionString: postgres.url, max: 2 });
await migrate(owner);
const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), postgres.url, {
  clock: { now: () => new Date("2021-03-10T10:00:00+08:00") },
});
services.log.level = "silent";

process.stdout.write(`storing ${DECISIONS.toLocaleString("en")} decisions…\n`);
const programme = "rugao-2019";
const law = services.policies.get(`${programme}@1.0.0`);
const newer = services.policies.get(programme);
if (!law || !newer) throw new Error("both versions are needed");
const random = generator(41);
const benefits = Object.keys(BENEFITS);
const patterns = preJobCases(PATTERNS).map((c) => {
  const facts = { ...c, benefit: benefits[random(benefits.length)] ?? "pre-job", stage: "settlement" as const };
  const { outcome, amountFen = 0, recoverFen } = adjudicate(law, facts);
  return {
    facts,
    benefit: facts.benefit,
    applied_on: facts.appliedOn,
    outcome,
    amount_fen: amountFen,
    recover_fen: recoverFen,
  };
});
const client = await owner.connect();
// Only what the redecision reads is there: no class or certificate behind a claim.
await client.query("set session_replication_role = replica");
await client.query(
  `with pattern as (
     select row_number() over () as n, p.* from jsonb_to_recordset($1::jsonb) as p(facts jsonb, benefit text, applied_on date, outcome text,
       amount_fen bigint, recover_fen bigint)),
   made as (
     select gen_random_uuid() as id, gen_random_uuid() as decision_id, 'BE-' || g as number, p.* from generate_series(1, $2::int) g
     join pattern p on p.n = 1 + g % (select count(*) from pattern)),
   claims as (
     insert into claim (id, number, policy_id, benefit, applied_on, person_id, payee_kind, region, town, asked_fen, approved_fen, paid_fen, state,
       decision_id, submitted_by)
     select id, number, $3, benefit, applied_on, gen_random_uuid(), 'person', '320682', '32068200' || 1 + (random() * 8)::int, amount_fen,
       case when outcome = 'granted' then amount_fen end, case when outcome = 'granted' then amount_fen end,
       case when outcome = 'granted' then 'paid' else 'refused' end, decision_id, gen_random_uuid() from made)
   insert into claim_decision (id, claim_id, version, facts, policy_id, policy_digest, outcome, amount_fen, recover_fen)
   select decision_id, id, 1, facts, $3, $4, outcome, amount_fen, recover_fen from made`,
  [JSON.stringify(patterns), DECISIONS, programme, law.digest],
);
client.release();
await owner.query("analyze");
const officer = await owner.query<{ id: string }>(
  `insert into account (username, name, role, region) values ('bench-officer', '示例审核员', 'reviewer', '320682') returning id`,
);

const made = await owner.query<{ id: string }>(
  `insert into redecision (policy_id, policy_digest, title, from_day, because, state, asked_by, asked_at, total)
   values ($1, $2, '示例更正', '2019-12-31', '依据示例文件更正', 'deciding', $3, now(), $4) returning id`,
  [programme, newer.digest, officer.rows[0]?.id, DECISIONS],
);
const redecisionId = made.rows[0]?.id ?? "";
const memory: number[] = [];
const processor = process.cpuUsage();
const databaseBefore = await databaseSeconds(owner);
const took = await seconds(async () => {
  const queue = await startQueue(postgres.url, services, {
    subscriptions: modules.flatMap((module) => [...(module.subscriptions ?? [])]),
    schedules: [],
  });
  await inTransaction(services, (context) => context.emit("redecision-due", { redecisionId }));
  for (let state = ""; state !== "listed";) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const found = await owner.query<{ state: string }>("select state from redecision where id = $1", [redecisionId]);
    state = found.rows[0]?.state ?? "";
    memory.push(process.memoryUsage().rss / 1_048_576);
  }
  await queue.stop();
});
const { user, system } = process.cpuUsage(processor);
const databaseProcessor = (await databaseSeconds(owner)) - databaseBefore;
const listed = await owner.query<{ rows: number; changed: number }>(
  `select count(*)::int as rows, count(*) filter (where outcome <> old_outcome or difference_fen <> 0)::int as changed
   from redecision_row where redecision_id = $1`,
  [redecisionId],
);
await owner.query("create table raw_row (like redecision_row including indexes)");
const raw = await seconds(async () => {
  await owner.query("insert into raw_row select * from redecision_row");
});
await owner.end();
await services.database.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });

report({
  bench: "redecision",
  figures: {
    decisions: DECISIONS,
    listed: listed.rows[0]?.rows ?? 0,
    changed: listed.rows[0]?.changed ?? 0,
    seconds: round(took, 1),
    serverProcessorSeconds: round((user + system) / 1e6, 1),
    databaseProcessorSeconds: round(databaseProcessor, 1),
    rssMbAtATenth: round(memory[Math.floor(memory.length / 10)] ?? 0),
    rssMbAtTheEnd: round(memory.at(-1) ?? 0),
  },
  against: { what: "inserts of the same list from a table, same indexes", rawSeconds: round(raw, 2) },
  ratio: round(raw / took, 3),
});
