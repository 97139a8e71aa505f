import { civilDate } from "@jinengtong/standards";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fileExchangeFactSource,
  httpFactSource,
  readFactSources,
  startFactDouble,
} from "../../adapters/fact-source/index.ts";
import { sql } from "../../kernel/database.ts";
import { aPerson, createTestApp, type TestApp } from "../../test/index.ts";
import { factsAt } from "../fact/facts-at.ts";
import { FactKind } from "../fact/fact-kinds.ts";
import { askOpenQuestions } from "./ask-again.ts";
import { askSources } from "./ask-sources.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
});
afterAll(() => app.close());

const kinds = ["pension", "employment"];
const common = { name: "pension-office", title: "养老金系统", kinds };
const factsOn = (personId: string) => factsAt(app.services.database, personId, civilDate("2020-03-02"));
const queriesOf = (personId: string) =>
  app.services.database
    .selectFrom("fact_query")
    .selectAll()
    .where(sql<boolean>`${personId}::uuid = any(person_ids)`)
    .orderBy("asked_at")
    .orderBy("recorded", "desc")
    .execute();
const ask = async (personId: string) => {
  await app.work((context) => askSources(context, [personId]));
  await app.drain();
};

describe("an office's system over HTTP", () => {
  it("answers by person and day, and each answer is a fact with its source and evidence", async () => {
    const { id, citizenId } = await aPerson(app);
    const other = await aPerson(app);
    const value = { from: "2020-01-01", to: null, monthlyPension: false };
    const office = await startFactDouble({
      token: "t",
      answers: [
        { citizenId, kind: "pension", value, evidence: "CX-1" },
        // About a kind that this source has no say in, without sense, and about somebody who was not asked about.
        { citizenId, kind: "degree", value: { level: "doctor", obtainedOn: "2019-01-01" }, evidence: "CX-2" },
        { citizenId, kind: "employment", value: { from: "不知道" }, evidence: "CX-3" },
        { citizenId: other.citizenId, kind: "pension", value, evidence: "CX-4" },
      ],
    });
    app.services.factSources = [httpFactSource({ ...common, url: office.url, token: "t" })];
    await ask(id);
    expect(office.asked).toMatchObject([{ day: "2020-03-02", persons: [{ citizenId }] }]);
    expect(await factsOn(id)).toMatchObject({ person: { monthlyPension: false } });
    expect((await factsOn(id)).degree).toBeUndefined();
    expect((await factsOn(other.id)).person.monthlyPension).toBeUndefined();
    const kept = await app.services.database
      .selectFrom("person_fact")
      .select("source")
      .where("person_id", "=", id)
      .execute();
    expect(kept).toEqual([{ source: "养老金系统 2020-03-02 查询（凭证 CX-1）" }]);
    await ask(id);
    expect(await queriesOf(id)).toMatchObject([{ recorded: 1 }, { state: "answered", recorded: 0 }]);
    await office.close();
  });

  it.each(["fails", "nonsense"] as const)("that %s leaves facts unknown, and is asked again", async (mood) => {
    const { id, citizenId } = await aPerson(app);
    const office = await startFactDouble({
      token: "t",
      answers: [{ citizenId, kind: "pension", value: { from: "2020-01-01", monthlyPension: true }, evidence: "CX-5" }],
    });
    office.mood = mood;
    app.services.factSources = [httpFactSource({ ...common, url: office.url, token: "t" })];
    await ask(id);
    expect((await factsOn(id)).person.monthlyPension).toBeUndefined();
    expect(await queriesOf(id)).toMatchObject([{ state: "open", tries: 1 }]);
    office.mood = "answers";
    await askOpenQuestions.run(app.services);
    await app.drain();
    expect((await factsOn(id)).person.monthlyPension).toBe(true);
    await office.close();
  });

  it("that keeps silent is not waited for longer than the caller wants", async () => {
    const office = await startFactDouble({ token: "t", answers: [] });
    office.mood = "silent";
    const source = httpFactSource({ ...common, url: office.url, token: "t" });
    await expect(
      source.ask({ reference: "r", day: "2020-03-02", persons: [] }, AbortSignal.timeout(50)),
    ).rejects.toThrow();
    await office.close();
  });
});

it("an office that exchanges files answers whenever its file comes", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "facts-"));
  const { id, citizenId } = await aPerson(app);
  app.services.factSources = [fileExchangeFactSource({ ...common, directory })];
  await ask(id);
  const [asked = ""] = await readdir(path.join(directory, "questions"));
  expect(await queriesOf(id)).toMatchObject([{ state: "open" }]);
  const answers = [
    { citizenId, kind: "pension", value: { from: "2020-01-01", monthlyPension: false }, evidence: "WJ-1" },
  ];
  await writeFile(path.join(directory, "answers", asked), JSON.stringify({ answers }));
  await askOpenQuestions.run(app.services);
  await app.drain();
  expect((await factsOn(id)).person.monthlyPension).toBe(false);
});

it.each([
  ["no JSON", "["],
  ["no list", "{}"],
  ["no address", '[{"name":"a","title":"甲","kinds":["pension"]}]'],
  ["an unknown kind", '[{"name":"a","title":"甲","kinds":["wealth"],"directory":"x"}]'],
  [
    "one name twice",
    '[{"name":"a","title":"甲","kinds":["pension"],"directory":"x"},{"name":"a","title":"乙","kinds":["pension"],"directory":"y"}]',
  ],
])("settings with %s are refused at the start", (_what, text) => {
  expect(() => readFactSources(text, FactKind.options)).toThrow("FACT_SOURCES");
});
