/**
 * Exports a hundred thousand claims to a workbook, streamed: time and growth of the server's memory. Against the database writing
 * the same columns as raw CSV.
 */
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { pipeline } from "node:stream/promises";
import { to as copyTo } from "pg-copy-streams";
import { processorSeconds, report, residentMegabytes, round, seconds, watchMemory } from "../measure.ts";
import { openSessions, startPlatform } from "../platform.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 100_000);
const SMALL = 10_000;

const platform = await startPlatform({ people: 500 });
const account = await platform.owner.query<{ id: string }>(
  "insert into account (username, name, role, region) values ('bench-export', '示例审核员', 'reviewer', '320682') returning id",
);
const [reviewer] = await openSessions(platform, [{ accountId: account.rows[0]?.id ?? "", personId: null }]);
if (!reviewer) throw new Error("no session");

/** Copies of the county's claims in towns of their own, so that the town selects the size. */
async function addClaims(count: number, town: string): Promise<void> {
  const client = await platform.owner.connect();
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await client.query(
    `insert into claim (number, policy_id, benefit, applied_on, person_id, payee_kind, region, town, asked_fen, approved_fen, state,
       submitted_by, created_at)
     select 'X' || $2 || n, c.policy_id, c.benefit, c.applied_on, c.person_id, c.payee_kind, '320682', $2, c.asked_fen, c.approved_fen,
       'withdrawn', $3, now() - make_interval(secs => n)
     from generate_series(1, $1::int) n
     join (select *, row_number() over () as place from claim where person_id is not null and number not like 'X%' limit 100) c
       on c.place = 1 + n % 100`,
    [count, town, account.rows[0]?.id],
  );
  await client.query("commit");
  await client.query("analyze claim");
  client.release();
}
await addClaims(SMALL, "320682998");
await addClaims(ROWS, "320682999");

const file = path.join(tmpdir(), `jinengtong-bench-${process.pid}`);
async function exported(town: string): Promise<{ seconds: number; growthMb: number; bytes: number; server: number }> {
  const before = { memory: residentMegabytes(platform.pid), processor: processorSeconds(platform.pid) };
  const memory = watchMemory(platform.pid);
  const out = createWriteStream(file);
  const took = await seconds(async () => {
    const response = await fetch(`${platform.url}/api/v1/claims/export?town=${town}`, {
      headers: { cookie: reviewer?.cookie ?? "" },
    });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
    await pipeline(Readable.fromWeb(response.body as WebStream), out);
  });
  return {
    seconds: took,
    growthMb: memory.stop() - before.memory,
    bytes: out.bytesWritten,
    server: processorSeconds(platform.pid) - before.processor,
  };
}

// The first one warms up; memory beyond it is the cost of the rows.
await exported("320682998");
const small = await exported("320682998");
const large = await exported("320682999");

const client = await platform.owner.connect();
const rawSeconds = await seconds(() =>
  pipeline(
    client.query(
      copyTo(`copy (select c.number, c.benefit, c.state, p.name, p.citizen_id_masked, c.asked_fen, c.approved_fen, c.paid_fen,
        c.applied_on, c.due_on from claim c left join person p on p.id = c.person_id
        where c.town = '320682999' order by c.created_at desc) to stdout with csv header`),
    ),
    createWriteStream(file),
  ),
);
client.release();
await platform.close();
await rm(file, { force: true });

report({
  bench: "export",
  figures: {
    rows: ROWS,
    seconds: round(large.seconds, 1),
    serverProcessorSeconds: round(large.server, 1),
    rowsPerSecond: round(ROWS / large.seconds),
    workbookMb: round(large.bytes / 1_048_576, 1),
    memoryGrowthMb: round(large.growthMb),
    memoryGrowthAt10kMb: round(small.growthMb),
  },
  against: { what: "the database writing the same rows as CSV", rawSeconds: round(rawSeconds, 2) },
  ratio: round(rawSeconds / large.seconds, 3),
});
