/**
 * Imports a roster of ten thousand rows as a workbook: sent, judged row by row, and enrolled through the API. Against a raw COPY of
 * the same rows into one table.
 */
import { addDays, civilDate, makeCitizenId } from "@jinengtong/standards";
import { setTimeout as sleep } from "node:timers/promises";
import { buffer } from "node:stream/consumers";
import { from as copyFrom } from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { writeSheet } from "../../server/src/adapters/spreadsheet/index.ts";
import { databaseSeconds, processorSeconds, report, round, seconds, watchMemory } from "../measure.ts";
import { startPlatform } from "../platform.ts";
import { makeSchool } from "../school.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 10_000);
const CLASS_SIZE = 200;
/** Every n-th row has a fault. */
const WRONG_EVERY = 50;
const SURNAMES = [..."赵钱孙李周吴郑王冯陈"];
const GIVEN = [..."春夏秋冬梅兰竹菊安宁"];

interface Row {
  number: string;
  name: string;
  citizenId: string;
  phone: string;
  town: string;
}
interface Import {
  id: string;
  state: string;
  phase: string;
  rows: number;
  accepted: number;
  added: number;
  errorCount: number;
  refused: string | null;
}

const platform = await startPlatform({ people: 0 });
const school = await makeSchool(platform, {
  classes: Math.ceil(ROWS / CLASS_SIZE),
  learners: 0,
  capacity: CLASS_SIZE,
  state: "approved",
});
const county = (await (await fetch(`${platform.url}/api/v1/county`)).json()) as { towns: { name: string }[] };
const town = county.towns[0]?.name ?? "";
const rows = Array.from({ length: ROWS }, (_, n): Row => {
  const citizenId = makeCitizenId("320682", addDays(civilDate("1965-01-01"), n % 12_000), 1 + Math.floor(n / 12_000));
  return {
    number: school.classes[Math.floor(n / CLASS_SIZE)]?.number ?? "",
    name: `${SURNAMES[n % 10]}${GIVEN[Math.floor(n / 10) % 10]}${GIVEN[Math.floor(n / 100) % 10]}`,
    // Occasionally a digit too few.
    citizenId: n % WRONG_EVERY === 7 ? citizenId.slice(1) : citizenId,
    phone: `139${String(10_000_000 + n)}`,
    town,
  };
});
const workbook = await buffer(
  writeSheet<Row>(
    [
      { header: "班级编号", value: (row) => row.number },
      { header: "姓名", value: (row) => row.name },
      { header: "身份证号", value: (row) => row.citizenId },
      { header: "手机号", value: (row) => row.phone },
      { header: "镇街", value: (row) => row.town },
    ],
    rows,
    { format: "xlsx" },
  ),
);

async function ask(method: string, path: string, body?: FormData): Promise<Import> {
  const response = await fetch(`${platform.url}/api/v1/roster-imports${path}`, {
    method,
    headers: { cookie: school.clerk.cookie, "x-csrf-token": school.clerk.csrfToken },
    ...(body ? { body } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Import;
}

/** Polls like the page until the import is done. */
async function finished(id: string): Promise<Import> {
  for (;;) {
    const task = await ask("GET", `/${id}`);
    if (task.state === "done" || task.state === "failed") return task;
    await sleep(100);
  }
}

const form = new FormData();
form.append("file", new Blob([new Uint8Array(workbook)]), "roster.xlsx");
const memory = watchMemory(platform.pid);
const before = [processorSeconds(platform.pid), await databaseSeconds(platform.owner)] as const;
let preview: Import | undefined;
let committed: Import | undefined;
const previewSeconds = await seconds(async () => {
  const sent = await ask("POST", "", form);
  preview = await finished(sent.id);
});
if (!preview || preview.refused !== null) throw new Error(`the workbook was refused: ${preview?.refused}`);
const { id } = preview;
const commitSeconds = await seconds(async () => {
  await ask("POST", `/${id}/commit`);
  committed = await finished(id);
});
const serverSeconds = processorSeconds(platform.pid) - before[0];
const inDatabase = (await databaseSeconds(platform.owner)) - before[1];
const peakMb = memory.stop();

const client = await platform.owner.connect();
await client.query("create table raw_roster (number text, name text, citizen_id text, phone text, town text)");
const copySeconds = await seconds(() =>
  pipeline(
    Readable.from(rows.map((row) => `${Object.values(row).join("\t")}\n`)),
    client.query(copyFrom("copy raw_roster from stdin")),
  ),
);
client.release();
await platform.close();

report({
  bench: "roster",
  figures: {
    rows: ROWS,
    workbookKb: round(workbook.length / 1024),
    errors: preview.errorCount,
    accepted: preview.accepted,
    enrolled: committed?.added,
    previewSeconds: round(previewSeconds, 2),
    commitSeconds: round(commitSeconds, 2),
    totalSeconds: round(previewSeconds + commitSeconds, 2),
    serverProcessorSeconds: round(serverSeconds, 2),
    databaseProcessorSeconds: round(inDatabase, 2),
    serverPeakMb: round(peakMb),
  },
  against: { what: "raw COPY of the same rows into one table", copySeconds: round(copySeconds, 3) },
  ratio: round(copySeconds / (previewSeconds + commitSeconds), 4),
});
