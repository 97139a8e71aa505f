import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aFact,
  anEnrolment,
  aPerson,
  aTrainingPlace,
  attended,
  createTestApp,
  enteredByTwo,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { prepareAgain } from "./prepare-again.ts";
import { prepareClaims } from "./prepare-claims.ts";

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let officer: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-02T01:00:00Z" });
  place = await aTrainingPlace(app);
  officer = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

interface Mine {
  rows: { id: string; benefit: string; state: string; askedFen: number }[];
}

/** Finished the class for the unemployed and has its certificate, but no office has entered the group yet. */
async function aGraduate() {
  const { id } = await aPerson(app);
  await aFact(app, id, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
  const enrolmentId = await anEnrolment(app, place.classId, id);
  await attended(app, place.sessionIds, enrolmentId, id);
  await app.services.database
    .updateTable("enrolment")
    .set({ state: "completed" })
    .where("id", "=", enrolmentId)
    .execute();
  const certificateId = await aCertificate(app, { personId: id, classId: place.classId, enrolmentId });
  return { id, certificateId, client: await app.as("learner", { personId: id }) };
}
const claimsOf = async (client: TestClient) => (await client.get<Mine>("/api/v1/me/claims")).body.rows;
const messagesOf = (personId: string) =>
  app.services.database
    .selectFrom("message_outbox")
    .select("template")
    .where("person_id", "=", personId)
    .where("template", "=", "claim-prepared")
    .execute();

/** The ways in which an office records a fact about somebody. */
const WORDS: [string, (person: { id: string; client: TestClient }) => Promise<unknown>][] = [
  [
    "a group an office enters",
    ({ id }) =>
      enteredByTwo(officer, second, id, "groups", {
        code: "registered-unemployed",
        validFrom: "2019-01-01",
        validTo: null,
        note: "失业登记系统",
      }),
  ],
  [
    "a group declared and confirmed",
    async ({ client }) => {
      const declared = await client.post<{ id: string }>("/api/v1/me/groups", {
        code: "registered-unemployed",
        validFrom: "2019-01-01",
        validTo: null,
        note: "失业登记证",
      });
      return officer.post(`/api/v1/person-groups/${declared.body.id}/decision`, { verdict: "confirmed" });
    },
  ],
  [
    "facts an office records",
    async ({ id }) => {
      await officer.post(`/api/v1/people/${id}/facts`, {
        fact: { kind: "training-need", value: { from: "2019-01-01", to: null, trainingNeed: true } },
        source: "镇街登记",
      });
      return enteredByTwo(officer, second, id, "facts", {
        fact: { kind: "employment", value: { from: "2019-01-01", to: null, employed: false } },
        source: "社保系统",
      });
    },
  ],
];

describe.each(WORDS)("%s", (_name, word) => {
  it("prepares what an earlier certificate is worth by now, once", async () => {
    const { id, client } = await aGraduate();
    expect(await claimsOf(client)).toEqual([]);
    await word({ id, client });
    await app.drain();
    const claims = await claimsOf(client);
    expect(claims.filter((claim) => claim.benefit === "unemployed-training")).toMatchObject([
      { state: "prepared", askedFen: 120_000 },
    ]);
    expect(await app.work((context) => prepareAgain(context, [id]))).toBe(0);
    expect(await claimsOf(client)).toEqual(claims);
  });

  it("decides a claim anew that was prepared without it, and tells its person", async () => {
    const { id, certificateId, client } = await aGraduate();
    await app.work((context) => prepareClaims(context, [certificateId]));
    await app.drain();
    const [refused] = await claimsOf(client);
    expect(refused).toMatchObject({ benefit: "unemployed-training", state: "prepared", askedFen: 0 });
    await word({ id, client });
    await app.drain();
    const [granted] = (await claimsOf(client)).filter((claim) => claim.benefit === "unemployed-training");
    expect(granted).toMatchObject({ id: refused?.id, state: "prepared", askedFen: 120_000 });
    expect((await messagesOf(id)).length).toBeGreaterThan(1);
  });

  it("asks nobody again who declined", async () => {
    const { id, certificateId, client } = await aGraduate();
    await app.work((context) => prepareClaims(context, [certificateId]));
    const [claim] = await claimsOf(client);
    expect((await client.post(`/api/v1/claims/${claim?.id}/declination`, {})).status).toBe(200);
    await word({ id, client });
    await app.drain();
    const claims = (await claimsOf(client)).filter((each) => each.benefit === "unemployed-training");
    expect(claims).toMatchObject([{ state: "declined" }]);
  });
});

it("nothing is prepared that would be refused", async () => {
  const { id, client } = await aGraduate();
  expect(await app.work((context) => prepareAgain(context, [id]))).toBe(0);
  expect(await claimsOf(client)).toEqual([]);
});

it("two events about a person at the same moment make one claim", async () => {
  const { id, client } = await aGraduate();
  await WORDS[0]?.[1]({ id, client });
  await Promise.all([1, 2, 3].map(() => app.work((context) => prepareAgain(context, [id]))));
  const claims = (await claimsOf(client)).filter((each) => each.benefit === "unemployed-training");
  expect(claims).toHaveLength(1);
});
