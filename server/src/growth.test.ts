import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareClaims } from "./entitlement/index.ts";
import { sql } from "./kernel/database.ts";
import { aClass, anOrganisation, createTestApp, type TestApp, type TestClient } from "./test/index.ts";
import { manyEntitledLearners } from "./test/bulk-builders.ts";
import { upload } from "./test/upload.ts";
import { workCounter, type DatabaseWork } from "./test/work-counter.ts";

/** Four times the rows may not cost more of the database for each of them. */
let app: TestApp;
let officer: TestClient;
let count: ReturnType<typeof workCounter>;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-02T02:00:00Z" });
  count = workCounter(app);
  officer = await app.as("reviewer");
});
afterAll(() => app.close());

const FEW = 40;
const MANY = 4 * FEW;

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

let entitled: string[] | undefined;

async function prepare(certificates: readonly string[]): Promise<void> {
  const made = await app.work((context) => prepareClaims(context, certificates));
  expect(made).toBeDefined();
}

/** The acts, each with what it needs ready beforehand. */
const ACTS: [name: string, ready: (rows: number) => Promise<() => Promise<void>>][] = [
  ["a list of facts imported and confirmed", (rows) => Promise.resolve(() => importFacts(rows))],
  ["a roster imported and enrolled", (rows) => Promise.resolve(() => importRoster(rows))],
  [
    "claims prepared and decided for certificates",
    async (rows) => {
      entitled ??= await manyEntitledLearners(app, 1 + FEW + MANY);
      const certificates = entitled.splice(0, rows);
      return () => prepare(certificates);
    },
  ],
];

describe("cost for each row does not grow", () => {
  it.each(ACTS)("%s", async (_name, ready) => {
    const work = async (rows: number): Promise<DatabaseWork> => {
      const act = await ready(rows);
      await sql`analyze`.execute(app.services.database);
      return count(act);
    };
    await (
      await ready(1)
    )();
    const [few, many] = [await work(FEW), await work(MANY)];
    expect(many.statements / MANY).toBeLessThanOrEqual(few.statements / FEW);
    // Plans differ with the size of tables; work that grew with the square would be four times as much.
    expect(many.rows / MANY).toBeLessThan((2 * few.rows) / FEW);
  });
});
