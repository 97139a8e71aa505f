import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aFact,
  aPayeeAccount,
  aPerson,
  aStandard,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  await aStandard(app);
});
afterAll(() => app.close());

type Ways = { ways: { text: string; amountFen: number; atMost: boolean }[] };

/** Employed here, with so many months of unemployment insurance. */
async function anEmployee(unemploymentMonths: number): Promise<{ personId: string; learner: TestClient }> {
  const { id: personId } = await aPerson(app);
  await aPayeeAccount(app, { personId });
  await aFact(app, personId, "employment", { from: "2018-01-05", to: null, employed: true, local: true });
  await aFact(app, personId, "insurance", { asOf: "2020-06-01", unemploymentMonths });
  return { personId, learner: await app.as("learner", { personId }) };
}

describe("how it could still be granted (怎样才能享受)", () => {
  it("is told from one's own record: the months that are lacking, with the amount", async () => {
    const { personId, learner } = await anEmployee(9);
    await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2020-05-20" });
    const answer = await learner.get<Ways>("/api/v1/me/entitlements/ways?benefit=skill-upgrade");
    expect(answer.body.ways).toEqual([
      { text: "再缴 3 个月失业保险后可申请，600.00 元", amountFen: 60_000, atMost: false },
    ]);
  });

  it("begins with a course of the published list where nothing has been learnt, and says that the amount is the most", async () => {
    const { learner } = await anEmployee(14);
    const { ways } = (await learner.get<Ways>("/api/v1/me/entitlements/ways?benefit=skill-upgrade")).body;
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.length).toBeLessThanOrEqual(3);
    for (const way of ways)
      expect(way).toMatchObject({
        text: expect.stringMatching(/^在补贴目录里的培训班学满规定课时，并取得.+后可申请，最多 600\.00 元$/u),
        atMost: true,
      });
  });

  it("is told without an account too, under the county's values, and never about birth, sex or the past", async () => {
    const facts = {
      person: { birthDate: "1985-05-05", sex: "F", groups: [] },
      employment: { employed: true, local: true },
      insurance: { unemploymentMonths: 0 },
      history: [],
    };
    for (const benefit of ["skill-upgrade", "unemployed-training", "degree-award", "technician-award"]) {
      const { status, body } = await app.anonymous.post<Ways>("/api/v1/policy/ways", { facts, benefit });
      expect([benefit, status]).toEqual([benefit, 200]);
      expect(body.ways.length).toBeLessThanOrEqual(3);
      for (const { text } of body.ways) {
        expect(text).toMatch(/元$/u);
        expect(text).not.toMatch(/出生|性别|年龄|1985/u);
        for (const [day] of text.matchAll(/\d{4}-\d{2}-\d{2}/gu)) expect(day >= "2020-06-15").toBe(true);
      }
    }
    expect(
      await app.anonymous.post("/api/v1/policy/ways", { facts: { person: 1 }, benefit: "skill-upgrade" }),
    ).toMatchObject({ status: 422, body: { code: "invalid-facts" } });
  });

  it("stands beside a claim that isn't granted, for its person and its reviewer, from the facts it was decided on", async () => {
    const { personId, learner } = await anEmployee(11);
    const certificateId = await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2020-05-20" });
    const made = await learner.post<{ id: string }>("/api/v1/claims", {
      benefit: "skill-upgrade",
      certificateId,
      because: "社保记录少了一个月，正在更正",
    });
    const reviewer = await app.as("reviewer");
    for (const client of [learner, reviewer])
      expect((await client.get<Ways>(`/api/v1/claims/${made.body.id}/ways`)).body.ways).toEqual([
        { text: "再缴 1 个月失业保险后可申请，600.00 元", amountFen: 60_000, atMost: false },
      ]);
    const stranger = await anEmployee(1);
    expect((await stranger.learner.get(`/api/v1/claims/${made.body.id}/ways`)).status).toBe(403);
  });
});
