/** Every page, list, search and export of each role, asked over HTTP as a browser does. */
import { DEMO_ACCOUNTS } from "../../server/src/access/index.ts";
import { operations } from "../../server/src/modules.ts";
import { everyRead, type Read, type Reader } from "../../server/src/test/every-read.ts";
import { readsOfTheCounty } from "../../server/src/test/reads-of-the-county.ts";
import { median, round } from "../measure.ts";
import { openSessions, type BenchPlatform } from "../platform.ts";
import { costOf, type Cost } from "./costs.ts";

const WARM = 2;
/** Processor milliseconds from which a read is told at once. */
const TOLD = 50;

export interface ReadCost {
  name: string;
  kind: Read["kind"];
  /** The first request of this address since the start, and the least of the next ones: other work only adds. */
  cold: Cost;
  warm: Cost;
}

/** Costs of every read; those that can't be asked for lack of an example are named. */
export async function readCosts(platform: BenchPlatform): Promise<{ costs: ReadCost[]; unread: string[] }> {
  const first = new Map<string, Cost>();
  const readers = await readersOf(platform, first);
  const { reads, unread } = await everyRead(operations.values(), readers, readsOfTheCounty());
  const costs: ReadCost[] = [];
  for (const read of reads) {
    const reader = readers.find(({ role }) => role === read.role) as Reader;
    const ask = async (): Promise<Cost> => {
      await reader.get(read.address);
      return first.get(read.address) as Cost;
    };
    const cold = first.get(read.address) ?? (await ask());
    const again: Cost[] = [];
    for (let n = 0; n < (read.kind === "export" ? 1 : WARM); n += 1) again.push(await ask());
    const name = `${read.role} ${read.path}${read.variant ? `?${read.variant}` : ""}`;
    const warm = {
      clock: median(again.map(({ clock }) => clock)),
      processor: Math.min(...again.map(({ processor }) => processor)),
    };
    if (warm.processor > TOLD)
      process.stdout.write(`  ${round(warm.processor)} ms, ${round(cold.processor)} cold: ${name}\n`);
    costs.push({ name, kind: read.kind, cold, warm });
  }
  return { costs, unread };
}

/** The demo account of each role, and anybody; what each request costs is kept by its address. */
async function readersOf(platform: BenchPlatform, kept: Map<string, Cost>): Promise<Reader[]> {
  const { rows } = await platform.owner.query<{ username: string; accountId: string; personId: string | null }>(
    `select username, id as "accountId", person_id as "personId" from account where username = any($1)`,
    [DEMO_ACCOUNTS.map(({ username }) => username)],
  );
  const sessions = await openSessions(platform, rows);
  const reader = (role: Reader["role"], cookie: string): Reader => ({
    role,
    async get(address) {
      let answered = { status: 0, body: "" };
      const cost = await costOf(platform, async () => {
        const answer = await fetch(platform.url + address, { headers: { cookie, "accept-encoding": "br" } });
        answered = { status: answer.status, body: await answer.text() };
      });
      kept.set(address, cost);
      return { status: answered.status, body: answered.body.startsWith("{") ? JSON.parse(answered.body) : {} };
    },
  });
  const readers = [reader("anonymous", "")];
  for (const { username, role } of DEMO_ACCOUNTS) {
    const session = sessions[rows.findIndex((row) => row.username === username)];
    if (session !== undefined && !readers.some((each) => each.role === role))
      readers.push(reader(role, session.cookie));
  }
  return readers;
}
