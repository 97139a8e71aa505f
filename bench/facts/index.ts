/**
 * Imports a register of a hundred thousand rows, as an office does: sent, checked row by row with the faults of each, handed in, confirmed
 * by a second officer and recorded. Against a raw COPY of the same rows into one table.
 */
import { addDays, civilDate, makeCitizenId } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { from as copyFrom } from "pg-copy-streams";
import { writeSheet } from "../../server/src/adapters/spreadsheet/index.ts";
import { databaseSeconds, processorSeconds, report, round, seconds, watchMemory } from "../measure.ts";
import { openSessions, type SignedIn, startPlatform } from "../platform.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 100_000);
/** Every n-th row has a fault. */
const WRONG_EVERY = 50;
const SURNAMES = [..."赵钱孙李周吴郑王冯陈"];
const GIVEN = [..."春夏秋冬梅兰竹菊安宁"];

interface Row {
  name: string;
  citizenId: string;
  receives: string;
  from: string;
}
interface Import {
  id: string;
  state: string;
  total: number;
  added: number;
  faulty: number;
  refused: string | null;
}

const platform = await startPlatform({ people: 0 });
const [first, second] = await officers();
const rows = Array.from({ length: ROWS }, (_, n): Row => {
  const citizenId = makeCitizenId("320682", addDays(civilDate("1965-01-01"), n % 12_000), 1 + Math.floor(n / 12_000));
  return {
    name: `${SURNAMES[n % 10]}${GIVEN[Math.floor(n / 10) % 10]}${GIVEN[Math.floor(n / 100) % 10]}`,
    // Occasionally a digit too few, or a word that says neither yes nor no.
    citizenId: n % WRONG_EVERY === 7 ? citizenId.slice(1) : citizenId,
    receives: n % WRONG_EVERY === 9 ? "不清楚" : n % 3 === 0 ? "领取" : "未领取",
    from: "2020-01-01",
  };
});
const workbook = await buffer(
  writeSheet<Row>(
    [
      { header: "姓名", value: (row) => row.name },
      { header: "社会保障号码", value: (row) => row.citizenId },
      { header: "领取状态", value: (row) => row.receives },
      { header: "查询日期", value: (row) => row.from },
    ],
    rows,
    { format: "xlsx" },
  ),
);

async function officers(): Promise<[SignedIn, SignedIn]> {
  const ids = [randomUUID(), randomUUID()];
  await platform.owner.query(
    "insert into account (id, username, name, role, region) select id, 'bench-' || id, '示例经办人', 'reviewer', '320682' from unnest($1::uuid[]) id",
    [ids],
  );
  const [one, other] = await openSessions(
    platform,
    ids.map((accountId) => ({ accountId, personId: null })),
  );
  if (!one || !other) throw new Error("the officers have no sessions");
  return [one, other];
}

async function ask(officer: SignedIn, method: string, path: string, body?: FormData | object): Promise<Import> {
  const form = body instanceof FormData;
  const response = await fetch(`${platform.url}/api/v1/fact-imports${path}`, {
    method,
    headers: {
      cookie: officer.cookie,
      "x-csrf-token": officer.csrfToken,
      ...(body && !form ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Import;
}

/** Polls like the page until the work is done. */
async function finished(id: string): Promise<Import> {
  for (;;) {
    const shown = await ask(first, "GET", `/${id}`);
    if (shown.state !== "checking" && shown.state !== "applying") return shown;
    await sleep(200);
  }
}

const form = new FormData();
form.append("file", new Blob([new Uint8Array(workbook)]), "register.xlsx");
const memory = watchMemory(platform.pid);
const before = [processorSeconds(platform.pid), await databaseSeconds(platform.owner)] as const;
let checked: Import | undefined;
let recorded: Import | undefined;
const checkSeconds = await seconds(async () => {
  const sent = await ask(first, "POST", `?subject=fact:pension&source=${encodeURIComponent("养老金系统导出")}`, form);
  checked = await finished(sent.id);
});
if (!checked || checked.refused !== null) throw new Error(`the list was refused: ${checked?.refused}`);
const { id } = checked;
const recordSeconds = await seconds(async () => {
  await ask(first, "POST", `/${id}/submission`, { rows: "good" });
  await ask(second, "POST", `/${id}/confirmation`);
  recorded = await finished(id);
});
const serverSeconds = processorSeconds(platform.pid) - before[0];
const inDatabase = (await databaseSeconds(platform.owner)) - before[1];
const peakMb = memory.stop();

const client = await platform.owner.connect();
await client.query("create table raw_register (name text, citizen_id text, receives text, from_day text)");
const copySeconds = await seconds(() =>
  pipeline(
    Readable.from(rows.map((row) => `${Object.values(row).join("\t")}\n`)),
    client.query(copyFrom("copy raw_register from stdin")),
  ),
);
client.release();
await platform.close();

report({
  bench: "facts",
  figures: {
    rows: ROWS,
    workbookKb: round(workbook.length / 1024),
    faulty: checked.faulty,
    recorded: recorded?.added,
    checkSeconds: round(checkSeconds, 2),
    recordSeconds: round(recordSeconds, 2),
    totalSeconds: round(checkSeconds + recordSeconds, 2),
    serverProcessorSeconds: round(serverSeconds, 2),
    databaseProcessorSeconds: round(inDatabase, 2),
    serverPeakMb: round(peakMb),
  },
  against: { what: "raw COPY of the same rows into one table", copySeconds: round(copySeconds, 3) },
  ratio: round(copySeconds / (checkSeconds + recordSeconds), 4),
});
