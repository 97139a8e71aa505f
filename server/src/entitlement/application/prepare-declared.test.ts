import { afterAll, beforeAll, expect, it } from "vitest";
import { aFact, aPayeeAccount, aPerson, aStandard, createTestApp, type TestApp } from "../../test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-02T01:00:00Z" });
  await aStandard(app);
});
afterAll(() => app.close());

it("a certificate from elsewhere, once confirmed, leads its holder to a claim that only waits for a yes", async () => {
  const { id } = await aPerson(app);
  await aFact(app, id, "insurance", {
    asOf: "2020-06-01",
    unemploymentMonths: 30,
    pensionMonths: 30,
    pensionPaidNow: true,
  });
  await aFact(app, id, "employment", { from: "2019-01-01", to: null, employed: true, local: true });
  await aPayeeAccount(app, { personId: id });
  const learner = await app.as("learner", { personId: id });
  const officer = await app.as("reviewer");
  const declared = await learner.post<{ id: string }>("/api/v1/certificate-declarations", {
    number: "S000132000001205000777",
    kind: "skill-level",
    occupation: "6-31-01-03",
    occupationName: "电工",
    level: 5,
    issuerName: "示例评价机构",
    issuedOn: "2020-03-01",
  });
  const claims = async () => {
    await app.drain();
    return (await learner.get<{ rows: { id: string; benefit: string; state: string }[] }>("/api/v1/me/claims")).body
      .rows;
  };
  expect(await claims()).toEqual([]);
  await officer.post(`/api/v1/certificate-declarations/${declared.body.id}/decision`, {
    verdict: "confirmed",
    reason: "联网查询核对一致",
  });
  const [claim] = await claims();
  expect(claim).toMatchObject({ benefit: "skill-upgrade", state: "prepared" });
  expect((await learner.post(`/api/v1/claims/${claim?.id}/confirmation`, {})).status).toBe(200);
});
