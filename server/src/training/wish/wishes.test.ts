import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anOrganisation,
  aPerson,
  aStandard,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

const WELDER = "6-18-02-04";
const ELECTRICIAN = { occupation: "6-31-01-03", level: 5 };
const BESIDE = "320682105";

let app: TestApp;
let organisationId: string;
let reviewer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  await aStandard(app);
  organisationId = await anOrganisation(app);
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());

const aLearner = async (): Promise<TestClient> => app.as("learner", { personId: (await aPerson(app)).id });
const wish = (client: TestClient, given: object = {}) =>
  client.post<{ id: string }>("/api/v1/me/class-wishes", { ...ELECTRICIAN, agreed: true, ...given });
const told = async (client: TestClient): Promise<string[]> => {
  await app.drain();
  const { rows } = (await client.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50"))
    .body;
  return rows.filter(({ template }) => template === "class-opened").map(({ text }) => text);
};
/** A class of the occupation is filed and approved by the bureau. */
async function opens(given: Partial<Parameters<typeof aClass>[1]> = {}): Promise<string> {
  const { id } = await aClass(app, { organisationId, state: "submitted", startsOn: "2020-03-16", ...given });
  const decided = await reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "approve" });
  expect([decided.status, decided.body]).toEqual([200, { id }]);
  return id;
}

describe("a waiting list", () => {
  it("tells whoever waits once, when a class of the occupation and level opens", async () => {
    const client = await aLearner();
    expect((await wish(client)).status).toBe(200);
    await opens({ level: 4 });
    await opens({ occupation: WELDER });
    expect(await told(client)).toEqual([]);
    const id = await opens();
    expect(await told(client)).toEqual([expect.stringContaining("2020-03-16")]);
    await opens();
    expect(await told(client)).toHaveLength(1);
    const mine = await client.get<{ rows: object[] }>("/api/v1/me/class-wishes");
    expect(mine.body.rows).toMatchObject([{ waiting: false, toldClassId: id }]);
  });

  it("holds to the towns that were named", async () => {
    const near = await aLearner();
    const far = await aLearner();
    await wish(near, { towns: ["320682001", BESIDE] });
    await wish(far, { towns: [BESIDE] });
    await opens();
    expect([(await told(near)).length, (await told(far)).length]).toEqual([1, 0]);
  });

  it("is left at any time, and nobody is told after", async () => {
    const client = await aLearner();
    const { id } = (await wish(client)).body;
    const stranger = await aLearner();
    expect((await stranger.post(`/api/v1/class-wishes/${id}/ending`)).status).toBe(403);
    expect((await client.post(`/api/v1/class-wishes/${id}/ending`)).status).toBe(200);
    expect((await client.post(`/api/v1/class-wishes/${id}/ending`)).body.code).toBe("wish-over");
    await opens();
    expect(await told(client)).toEqual([]);
  });

  it.each([
    ["without the word that one agrees to be told", { agreed: false }, 422],
    ["for a town of another county", { towns: ["110101001"] }, 422],
    ["for an occupation that nobody knows", { occupation: "9-99-99-99" }, 422],
  ])("refuses a wish %s", async (_what, given, status) => {
    const refused = await wish(await aLearner(), given);
    expect(refused.status).toBe(status);
  });

  it("takes the same wish again as other towns, also twice at once", async () => {
    const client = await aLearner();
    const first = (await wish(client)).body.id;
    expect((await wish(client, { towns: [BESIDE] })).body.id).toBe(first);
    const other = await aLearner();
    const both = await Promise.all([wish(other), wish(other)]);
    expect(both.map(({ status }) => status).toSorted()[0]).toBe(200);
    expect((await other.get<{ rows: object[] }>("/api/v1/me/class-wishes")).body.rows).toHaveLength(1);
  });
});

describe("the demand", () => {
  it("is counts by trade and town, for schools and the bureau, never names", async () => {
    const name = "盼焊班";
    const client = await app.as("learner", { personId: (await aPerson(app, { name })).id });
    for (const each of [client, await aLearner()]) await wish(each, { occupation: WELDER, towns: [BESIDE] });
    const school = await app.as("institution", { organisationId });
    for (const reader of [school, reviewer]) {
      const { body } = await reader.get<{ rows: object[] }>("/api/v1/class-demand?q=电焊");
      expect(body.rows).toMatchObject([{ occupation: WELDER, town: BESIDE, people: 2 }]);
      expect(JSON.stringify(body)).not.toContain(name);
    }
    expect((await client.get("/api/v1/class-demand")).status).toBe(403);
  });
});

describe("an empty search", () => {
  it("is answered from the published list", async () => {
    await aStandard(app, { occupation: WELDER, trainingFen: 100_000, assessmentFen: 26_000 });
    const { body } = await app.anonymous.get<{ rows: object[] }>("/api/v1/trades?q=电焊");
    expect(body.rows).toMatchObject([{ occupation: WELDER, level: 5, subsidyFen: 126_000 }]);
    expect((await app.anonymous.get<{ rows: object[] }>("/api/v1/trades?q=养龙虾")).body.rows).toEqual([]);
  });
});
