import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareClaims } from "./entitlement/index.ts";
import { sql } from "./kernel/database.ts";
import {
  aClass,
  anOrganisation,
  aPerson,
  aSource,
  createTestApp,
  type TestApp,
  type TestClient,
} from "./test/index.ts";
import { manyEntitledLearners } from "./test/bulk-builders.ts";
import { upload } from "./test/upload.ts";
import { workCounter, type DatabaseWork } from "./test/work-counter.ts";

/** Four times the rows may not cost more of the database for each of them. */
let app: TestApp;
let officer: TestClient;
let second: TestClient;
let count: ReturnType<typeof workCounter>;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-02T02:00:00Z" });
  count = workCounter(app);
  [officer, second] = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

const FEW = 40;
const MANY = 4 * FEW;
/** So that everything was done once: the fewest that are passed together. */
const ONE_TRY = 2;

let people = 0;
const roll = (rows: number, rest: string): string =>
  Array.from({ length: rows }, () => {
    people += 1;
    const number = makeCitizenId("320682", civilDate(`19${60 + (people % 40)}-01-01`), people % 999);
    return `王小明,${number}${rest}`;
  }).join("\n");

async function importFacts(rows: number): Promise<void> {
  const url = `/api/v1/fact-imports?subject=fact:pension&source=${encodeURIComponent("社保系统导出")}`;
  const content = `姓名,身份证号,是否领取养老金,查询日期\n${roll(rows, ",否,2020-03-01")}\n`;
  const { body } = await upload<{ id: string; added: number }>(officer, url, { name: "名册.csv", content });
  expect(body).toMatchObject({ added: rows });
  await officer.post(`/api/v1/fact-imports/${body.id}/submission`, { rows: "all" });
  const confirmed = await (await app.as("reviewer")).post(`/api/v1/fact-imports/${body.id}/confirmation`);
  expect(confirmed.body).toMatchObject({ state: "applied" });
}

async function importRoster(rows: number): Promise<void> {
  const organisationId = await anOrganisation(app);
  const { id } = await aClass(app, { organisationId, state: "draft", capacity: 200, startsOn: "2020-05-06" });
  const clerk = await app.as("institution", { organisationId });
  const content = `姓名,身份证号\n${roll(rows, "")}\n`;
  const sent = await upload<{ id: string }>(clerk, `/api/v1/roster-imports?classId=${id}`, {
    name: "花名册.csv",
    content,
  });
  expect(sent.body).toMatchObject({ accepted: rows });
  const done = await clerk.post(`/api/v1/roster-imports/${sent.body.id}/commit`);
  expect(done.body).toMatchObject({ state: "done", added: rows });
}

/** Certificates for the acts on claims: the same ones are prepared, passed and approved. */
const certificates = new Map<number, string[]>();
async function certificatesFor(rows: number): Promise<string[]> {
  if (certificates.size === 0) {
    await aSource(app);
    const all = await manyEntitledLearners(app, ONE_TRY + FEW + MANY);
    for (const size of [ONE_TRY, FEW, MANY]) certificates.set(size, all.splice(0, size));
  }
  return certificates.get(rows) ?? [];
}

async function prepare(of: readonly string[]): Promise<void> {
  const made = await app.work((context) => prepareClaims(context, of));
  expect(made).toBeDefined();
}

/** The claims of these certificates, as their learners submitted them. */
async function submitted(rows: number): Promise<string[]> {
  const of = await certificatesFor(rows);
  await prepare(of);
  const { database } = app.services;
  await app.as("learner", { personId: (await aPerson(app)).id });
  await sql`
    update claim set state = 'submitted', submitted_at = now(), due_on = '2020-05-01',
      submitted_by = (select id from account where role = 'learner' limit 1)
    where certificate_id = any(${of}::uuid[]) and state = 'prepared'`.execute(database);
  const found = await database.selectFrom("claim").select("id").where("certificate_id", "in", of).execute();
  return found.map(({ id }) => id);
}

/** Draws a batch of these claims and opens its sample; returns the act that passes them. */
async function drawn(reviewer: TestClient, round: 1 | 2, claimIds: string[]): Promise<() => Promise<void>> {
  const { body } = await reviewer.post<{ id: string; sample: { claimId: string }[] }>("/api/v1/review-batches", {
    round,
    claimIds,
  });
  for (const { claimId } of body.sample)
    await reviewer.post(`/api/v1/review-batches/${body.id}/openings`, { claimId, note: "考勤与证书相符" });
  return async () => {
    const passed = await reviewer.post(`/api/v1/review-batches/${body.id}/passing`);
    expect(passed.body).toMatchObject({ passed: claimIds.length, left: [] });
  };
}

/** The acts, each with what it needs ready beforehand. */
const ACTS: [name: string, ready: (rows: number) => Promise<() => Promise<void>>][] = [
  ["a list of facts imported and confirmed", (rows) => Promise.resolve(() => importFacts(rows))],
  ["a roster imported and enrolled", (rows) => Promise.resolve(() => importRoster(rows))],
  [
    "claims prepared and decided for certificates",
    async (rows) => {
      const of = await certificatesFor(rows);
      return () => prepare(of);
    },
  ],
  ["claims passed in bulk at the first review", async (rows) => drawn(officer, 1, await submitted(rows))],
  ["claims approved in bulk at the second review", async (rows) => drawn(second, 2, await submitted(rows))],
];

describe("cost for each row does not grow", () => {
  it.each(ACTS)("%s", async (_name, ready) => {
    const work = async (rows: number): Promise<DatabaseWork> => {
      const act = await ready(rows);
      await sql`analyze`.execute(app.services.database);
      return count(act);
    };
    await (
      await ready(ONE_TRY)
    )();
    const [few, many] = [await work(FEW), await work(MANY)];
    expect(many.statements / MANY).toBeLessThanOrEqual(few.statements / FEW);
    // Plans differ with the size of tables; work that grew with the square would be four times as much.
    expect(many.rows / MANY).toBeLessThan((2 * few.rows) / FEW);
  });
});
