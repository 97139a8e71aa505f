import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_ACCOUNTS } from "./access/index.ts";
import { loadCounty } from "./demo/index.ts";
import { operations } from "./modules.ts";
import { readyFigures } from "./reporting/index.ts";
import { createTestApp, fillThinLists, type TestApp } from "./test/index.ts";
import { everyRead, type Reader } from "./test/every-read.ts";
import { pretendLarge, type Sent, statementsOf, wholeTables } from "./test/large-county.ts";
import { readsOfTheCounty } from "./test/reads-of-the-county.ts";

/** No page, list or search reads a large table from its first row to its last. Exports do, and aren't asked. */

/** Reads of tables that may, and why. */
const MAY: Record<string, string> = {
  "/api/v1/payments?q=: payment":
    "a word is looked for anywhere in a payee's name; nothing is joined to what doesn't match",
};

/** Nobody of the demo county has an example: a paper that was handed in, a code of an identity service, work that is not under way. */
const WITHOUT_EXAMPLE = [
  "/api/v1/admissions/:id/papers/:fileId",
  "/api/v1/calendar/:token",
  "/api/v1/catalogue/:list/differences",
  "/api/v1/certificate-declarations/:id/evidence",
  "/api/v1/claim-grounds",
  "/api/v1/claims/:id/files/:fileId",
  "/api/v1/class-changes/:id/sheet",
  "/api/v1/classes/:id/certificates/pdf",
  "/api/v1/classes/:id/papers/:fileId",
  "/api/v1/evaluation-candidates/:id/ticket",
  "/api/v1/evaluation-duties/:id/scores",
  "/api/v1/evaluation-paper-draws/:id/file",
  "/api/v1/fact-corrections/:id/evidence",
  "/api/v1/lessons/:id/quiz",
  "/api/v1/me/entitlements/ways",
  "/api/v1/my/classes/:id",
  "/api/v1/oidc/:provider/callback",
  "/api/v1/oidc/:provider/start",
  "/api/v1/open-classes/:id/own-outlook",
  "/api/v1/organisations/:id/evidence/:fileId",
  "/api/v1/papers/:id",
  "/api/v1/person-groups/:id/evidence",
  "/api/v1/policy-drafts/:id/sheet",
  "/api/v1/publicity/objections/:id",
  "/api/v1/review-batches/:id",
  "/api/v1/roster-imports/:id",
  "/api/v1/roster-imports/:id/errors",
  "/api/v1/work-licences/:id/scan",
  "/api/v1/subsidy-lists/:id",
  "/api/v1/subsidy-lists/:id/decisions/:enrolmentId",
  "/api/v1/substitutions/:id/consent-paper",
  "/api/v1/trace/search",
  "/api/v1/trades",
  "/api/v1/window-sessions/:id/paper",
];

interface Whole {
  read: string;
  table: string;
  filter: string;
}

let app: TestApp;
let answered = 0;
let unread: string[] = [];
const whole: Whole[] = [];

beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  const sent = statementsOf(app);
  await loadCounty(app.services, app.ownerUrl, { people: 600 });
  await fillThinLists(app.ownerUrl);
  // As a start does before it listens.
  await readyFigures(app.services);
  const readers = await everybody();
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  try {
    const large = await pretendLarge(owner);
    const pages = [...operations.values()].filter((op) => !op.path.endsWith("/export"));
    const asked = new Map<string, Sent[]>();
    const kept = readers.map((reader) => ({
      role: reader.role,
      async get(address: string) {
        let answer = { status: 0, body: undefined as unknown };
        asked.set(`${reader.role} ${address}`, await sent(async () => (answer = await reader.get(address))));
        return answer;
      },
    }));
    const walk = await everyRead(pages, kept, readsOfTheCounty());
    ({ unread } = walk);
    answered = walk.reads.length;
    const planned = new Set<string>();
    for (const { role, address } of walk.reads) {
      const ask = (): Promise<unknown> => readers.find((each) => each.role === role)?.get(address) ?? Promise.resolve();
      const statements = asked.get(`${role} ${address}`) ?? (await sent(ask));
      for (const statement of statements) {
        if (!/^\s*(select|with)\b/iu.test(statement.text) || planned.has(statement.text)) continue;
        planned.add(statement.text);
        for (const found of await wholeTables(owner, statement, large))
          whole.push({ read: `${role} ${address}`, ...found });
      }
    }
  } finally {
    await owner.end();
  }
}, 900_000);
afterAll(() => app.close());

/** Anybody, and the demo account of each role. */
async function everybody(): Promise<Reader[]> {
  const readers: Reader[] = [{ role: "anonymous", get: (address) => app.anonymous.get(address) }];
  for (const { username, role } of DEMO_ACCOUNTS) {
    if (readers.some((reader) => reader.role === role)) continue;
    const { id } = await app.services.database
      .selectFrom("account")
      .select("id")
      .where("username", "=", username)
      .executeTakeFirstOrThrow();
    const client = await app.signedIn(id);
    readers.push({ role, get: (address) => client.get(address) });
  }
  return readers;
}

it("reads every page in every order and by every filter", () => {
  expect(answered).toBeGreaterThan(1_000);
  expect(unread.filter((path) => !WITHOUT_EXAMPLE.includes(path))).toEqual([]);
});

it("finds by an index what a page shows", () => {
  const unexcused = whole.filter(
    ({ read, table }) =>
      !Object.keys(MAY).some((known) => `${read.replace(/(?<=\?q=).*/u, "")}: ${table}`.includes(known)),
  );
  expect(unexcused).toEqual([]);
});
