import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  aConsent,
  anApprovedClaim,
  anOrganisation,
  aPerson,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { publicityRound } from "../../entitlement/index.ts";
import { notify } from "../message/notify.ts";

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let organisationId: string;
let classId: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
  organisationId = await anOrganisation(app);
  classId = (await aClass(app, { organisationId, state: "approved", startsOn: "2020-06-01" })).id;
});
afterAll(() => app.close());

const aLearner = async () => {
  const person = await aPerson(app);
  return { ...person, client: await app.as("learner", { personId: person.id }) };
};
const withdraw = (client: Awaited<ReturnType<typeof aLearner>>["client"], purpose: string, given = false) =>
  client.post("/api/v1/me/consents", { purpose, given, version: "2026-11" });

describe("without consent to registration", () => {
  it.each([
    ["enrol", () => `/api/v1/classes/${classId}/enrolments`, {}],
    [
      "declare a group",
      () => "/api/v1/me/groups",
      { code: "registered-unemployed", validFrom: "2019-01-01", note: "失业证" },
    ],
    [
      "declare a certificate",
      () => "/api/v1/certificate-declarations",
      {
        number: "HX-2019-0001",
        kind: "professional-qualification",
        occupation: "6-31-01-03",
        occupationName: "电工",
        level: 5,
        issuerName: "示例鉴定站",
        issuedOn: "2019-05-01",
      },
    ],
  ])("nobody can %s until it is given again", async (_what, path, body) => {
    const { client } = await aLearner();
    await withdraw(client, "real-name");
    const refused = await client.post(path(), body);
    expect(refused).toMatchObject({ status: 409, body: { code: "consent-withdrawn" } });
    expect(refused.body.detail).toContain("我的同意");
    await withdraw(client, "real-name", true);
    expect((await client.post(path(), body)).body.code).not.toBe("consent-withdrawn");
  });

  it("a school can't enrol the person either", async () => {
    const name = "秦示例";
    const { id, citizenId } = await aPerson(app, { name });
    await aConsent(app, id, "real-name", false);
    const school = await app.as("institution", { organisationId });
    expect(await school.post(`/api/v1/classes/${classId}/roster`, { name, citizenId })).toMatchObject({
      status: 409,
      body: { code: "consent-withdrawn" },
    });
  });
});

it.each(["real-name", "publication"])("no claim is confirmed without consent to %s", async (purpose) => {
  const { client, claim } = await aPreparedClaim(app, place);
  await withdraw(client, purpose);
  expect(await client.post(`/api/v1/claims/${claim.id}/confirmation`)).toMatchObject({
    status: 409,
    body: { code: "consent-withdrawn" },
  });
  await withdraw(client, purpose, true);
  expect((await client.post(`/api/v1/claims/${claim.id}/confirmation`)).status).toBe(200);
});

it("an approved claim is publicised only with consent to it", async () => {
  const officers = [await app.as("reviewer"), await app.as("reviewer")] as const;
  const { client, claim } = await anApprovedClaim(app, place, officers);
  const state = async () =>
    (await client.get<{ claim: { state: string } }>(`/api/v1/claims/${claim.id}`)).body.claim.state;
  await withdraw(client, "publication");
  await publicityRound(app.services);
  expect(await state()).toBe("approved");
  await withdraw(client, "publication", true);
  await publicityRound(app.services);
  expect(await state()).toBe("publicised");
  const { body } = await app.anonymous.get<{ rows: object[] }>("/api/v1/publicity?limit=200");
  expect(body.rows.find((row) => "id" in row && row.id === claim.id)).toMatchObject({ town: null, className: null });
});

it.each([
  ["said nothing", [], 0],
  ["agreed", [true], 1],
  ["agreed and withdrew", [true, false], 0],
])("somebody who %s about texts gets that many", async (_what, words, count) => {
  const { id } = await aPerson(app);
  for (const given of words) await aConsent(app, id, "messages", given);
  await app.work((context) => notify(context, id, "name-corrected", "姓名已更正，请登录核对。"));
  const sent = await app.services.database
    .selectFrom("message_outbox")
    .select("channel")
    .where("person_id", "=", id)
    .execute();
  expect(sent.filter(({ channel }) => channel === "sms")).toHaveLength(count);
  expect(sent.filter(({ channel }) => channel === "in-app")).toHaveLength(1);
});

it("nobody else is asked about somebody who doesn't want it", async () => {
  const { client, id } = await aLearner();
  await withdraw(client, "data-sharing");
  const answer = await client.post("/api/v1/certificate-declarations", {
    number: "HX-2019-0002",
    kind: "professional-qualification",
    occupation: "6-31-01-03",
    occupationName: "电工",
    level: 5,
    issuerName: "示例鉴定站",
    issuedOn: "2019-05-01",
  });
  expect(answer.status).toBe(200);
  const row = await app.services.database
    .selectFrom("certificate_declaration")
    .select(["query_answer", "query_note"])
    .where("person_id", "=", id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ query_answer: "cannot-tell", query_note: expect.stringContaining("没有同意") });
});
