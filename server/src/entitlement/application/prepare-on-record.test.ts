import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aFact,
  aPayeeAccount,
  aPerson,
  createTestApp,
  enteredByTwo,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { prepareOnRecord } from "./prepare-on-record.ts";

let app: TestApp;
let reviewer: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-02T01:00:00Z" });
  reviewer = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

interface Mine {
  rows: { id: string; benefit: string; state: string; askedFen: number }[];
}

async function aWorker(pensionMonths = 30) {
  const person = await aPerson(app);
  await aFact(app, person.id, "employment", {
    from: "2019-01-05",
    to: null,
    employed: true,
    employer: "91320682MA1XAMPLE4",
    local: true,
  });
  await aFact(app, person.id, "insurance", { asOf: "2020-06-01", pensionMonths, pensionPaidNow: true });
  await aPayeeAccount(app, { personId: person.id });
  return { ...person, client: await app.as("learner", { personId: person.id }) };
}
const claimsOf = async (client: TestClient) => {
  await app.drain();
  return (await client.get<Mine>("/api/v1/me/claims")).body.rows;
};
const degree = { kind: "degree", value: { level: "college", obtainedOn: "2020-05-30", prior: "secondary" } };

/** Requests the recording of a missing degree, and has it confirmed. */
async function degreeConfirmed(client: TestClient) {
  const asked = await client.post<{ id: string }>("/api/v1/me/corrections", { about: "degree", wish: "取得大专学历" });
  const decided = await reviewer.post(`/api/v1/fact-corrections/${asked.body.id}/decision`, {
    verdict: "accepted",
    answer: "学信网核验相符",
    fact: degree,
    source: "学信网 2020-06-02 查询",
  });
  expect(decided.status).toBe(200);
}

it("a confirmed degree leads to a claim that only waits for a yes", async () => {
  const { client } = await aWorker();
  await degreeConfirmed(client);
  const [claim] = await claimsOf(client);
  expect(claim).toMatchObject({ benefit: "degree-award", state: "prepared", askedFen: 100_000 });
  expect((await client.post(`/api/v1/claims/${claim?.id}/confirmation`, {})).status).toBe(200);
});

it("once, however often records are added", async () => {
  const { id, client } = await aWorker();
  await degreeConfirmed(client);
  expect(await claimsOf(client)).toHaveLength(1);
  await enteredByTwo(reviewer, second, id, "facts", { fact: degree, source: "学信网再次查询" });
  expect(await claimsOf(client)).toHaveLength(1);
});

it("not while a condition is missing, and as soon as it is met", async () => {
  const { id, client } = await aWorker(11);
  await degreeConfirmed(client);
  expect(await claimsOf(client)).toEqual([]);
  await enteredByTwo(reviewer, second, id, "facts", {
    fact: { kind: "insurance", value: { asOf: "2020-06-02", pensionMonths: 12, pensionPaidNow: true } },
    source: "社保系统 2020-06-02 查询",
  });
  expect(await claimsOf(client)).toMatchObject([{ state: "prepared" }]);
});

it("not again to who declined", async () => {
  const { id, client } = await aWorker();
  await degreeConfirmed(client);
  const [claim] = await claimsOf(client);
  expect((await client.post(`/api/v1/claims/${claim?.id}/declination`, {})).status).toBe(200);
  expect(await app.work((context) => prepareOnRecord(context, id))).toBe(0);
});
