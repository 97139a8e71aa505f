import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aCertificate,
  aFact,
  aLocalParameter,
  anEntitledLearner,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  aTrainingPlace,
  createTestApp,
  enteredByTwo,
  upload,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { prepareClaims } from "./index.ts";

let app: TestApp;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
});
afterAll(() => app.close());
beforeEach(async () => {
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});

/** An enterprise that hired this person in January for two years; unemployment insurance paid for so many months. */
async function aHire(unemploymentMonths = 6) {
  const organisationId = await anOrganisation(app, { kind: "enterprise" });
  await aPayeeAccount(app, { organisationId });
  const { uscc } = await app.services.database
    .selectFrom("organisation")
    .select("uscc")
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
  const { id: personId } = await aPerson(app);
  await aPayeeAccount(app, { personId });
  await aFact(app, personId, "employment", {
    from: "2020-01-05",
    to: null,
    employed: true,
    employer: uscc,
    local: true,
    hiredOn: "2020-01-05",
    contractMonths: 24,
  });
  await aFact(app, personId, "insurance", { asOf: "2020-06-01", unemploymentMonths });
  return { personId, organisationId, enterprise: await app.as("enterprise", { organisationId }) };
}

interface Made {
  id: string;
  outcome: string;
  amountFen: number;
}

async function approved(id: string): Promise<string> {
  await first.post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" });
  await second.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" });
  const row = await app.services.database.selectFrom("claim").select("state").where("id", "=", id).execute();
  return row[0]?.state ?? "";
}

/** The published standard is 1,000 yuan of training and 200 of assessment; the occupation is not in shortage. */
describe("half of the standard, asked for and approved", () => {
  it.each(["pre-job", "on-job"])("%s: by the enterprise, for whom it employs", async (benefit) => {
    const { personId, enterprise } = await aHire();
    const place = await aTrainingPlace(app, { benefit, startsOn: "2020-03-02" });
    const { certificateId } = await anEntitledLearner(app, place, { personId });
    const made = await enterprise.post<Made>("/api/v1/claims", { benefit, certificateId });
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 60_000 });
    expect(await approved(made.body.id)).toBe("approved");
    // Another employer has no access.
    const other = await aHire();
    expect((await other.enterprise.post("/api/v1/claims", { benefit, certificateId })).status).toBe(422);
  });

  it("skill upgrade: not beside what the province granted for the same occupation and level", async () => {
    const { personId } = await aHire(12);
    const certificateId = await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2020-05-20" });
    const { occupation, level } = await app.services.database
      .selectFrom("certificate")
      .select(["occupation", "level"])
      .where("id", "=", certificateId)
      .executeTakeFirstOrThrow();
    const fact = (given: object) =>
      enteredByTwo(first, second, personId, "facts", {
        fact: { kind: "provincial-subsidy", value: { occupation, level, grantedOn: "2020-01-10", ...given } },
        source: "省紧缺工种补贴名单 2020-05",
      });
    const learner = await app.as("learner", { personId });
    const ask = () => learner.post<Made>("/api/v1/claims", { benefit: "skill-upgrade", certificateId });
    expect((await fact({ level: 9 })).status).toBe(422);
    const { body: recorded } = await fact({});
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([422, "not-entitled"]);
    expect(refused.body.detail).toContain("已享受过同一职业、同一等级的省高技能人才紧缺型职业（工种）培训补贴");
    // The list had the wrong level: once corrected, the claim proceeds.
    const other = level === 1 ? 2 : 1;
    await enteredByTwo(first, second, personId, "facts", {
      fact: { kind: "provincial-subsidy", value: { occupation, level: other, grantedOn: "2020-01-10" } },
      source: "省紧缺工种补贴名单 2020-06",
      replaces: recorded.id,
      reason: "名单等级登记有误",
    });
    expect((await ask()).status).toBe(200);
  });

  it("skill upgrade: by the employee, with a year of unemployment insurance", async () => {
    const { personId } = await aHire(12);
    const learner = await app.as("learner", { personId });
    const certificateId = await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2020-05-20" });
    const made = await learner.post<Made>("/api/v1/claims", { benefit: "skill-upgrade", certificateId });
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 60_000 });
    expect(await approved(made.body.id)).toBe("approved");
  });

  it("skill upgrade: not with a month too few", async () => {
    const { personId } = await aHire(11);
    const learner = await app.as("learner", { personId });
    const certificateId = await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2020-05-20" });
    expect(await learner.post("/api/v1/claims", { benefit: "skill-upgrade", certificateId })).toMatchObject({
      status: 422,
      body: { code: "not-entitled" },
    });
  });
});

describe("on-job training (四.3) outside the catalogue, or without a certificate", () => {
  it("is paid half of cost and fee, with the receipts, once for a training", async () => {
    const { personId, enterprise } = await aHire();
    const place = await aTrainingPlace(app, { benefit: "on-job", startsOn: "2020-03-02" });
    await app.services.database
      .updateTable("training_class")
      .set({ occupation: "6-99-77-01" })
      .where("id", "=", place.classId)
      .execute();
    await anEntitledLearner(app, place, { personId, certificate: false });
    const asked = {
      benefit: "on-job",
      personId,
      classId: place.classId,
      stated: { actualCostFen: 90_000, assessmentFeeFen: 15_000 },
    };
    expect(await enterprise.post("/api/v1/claims", { ...asked, classId: undefined })).toMatchObject({
      status: 422,
      body: { code: "certificate-missing" },
    });
    expect(await enterprise.post("/api/v1/claims", asked)).toMatchObject({
      status: 422,
      body: { code: "cost-papers-missing" },
    });
    const paper = await upload<{ id: string }>(enterprise, "/api/v1/papers?kind=other", {
      name: "培训费发票.pdf",
      content: "%PDF-1.4\n%%EOF\n",
    });
    const withPaper = { ...asked, evidenceFileIds: [paper.body.id] };
    const made = await enterprise.post<Made>("/api/v1/claims", withPaper);
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 52_500 });
    expect(await approved(made.body.id)).toBe("approved");
    expect((await enterprise.post("/api/v1/claims", withPaper)).status).toBe(409);
  });

  it("lists what the enterprise can claim on since the hire, and a claim with costs takes the place of the prepared one", async () => {
    const { personId, enterprise, organisationId } = await aHire();
    const place = await aTrainingPlace(app, { benefit: "on-job", startsOn: "2020-03-02" });
    await app.services.database
      .updateTable("training_class")
      .set({ occupation: "6-99-77-02", occupation_name: "无人机装调", enterprise_id: organisationId })
      .where("id", "=", place.classId)
      .execute();
    const { certificateId } = await anEntitledLearner(app, place, { personId, occupation: "6-99-77-02" });
    const older = await aCertificate(app, { personId, kind: "skill-level", issuedOn: "2019-05-20" });
    await app.work((context) => prepareClaims(context, [certificateId]));
    const grounds = async () =>
      (await enterprise.get<{ grounds: object[] }>(`/api/v1/claim-grounds?benefit=on-job&personId=${personId}`)).body
        .grounds;
    const prepared = await app.services.database
      .selectFrom("claim")
      .select(["id", "number", "state"])
      .where("certificate_id", "=", certificateId)
      .executeTakeFirstOrThrow();
    expect(prepared.state).toBe("prepared");
    const found = await grounds();
    expect(found).toMatchObject([
      {
        certificateId,
        classId: place.classId,
        inCatalogue: false,
        claim: null,
        prepared: { id: prepared.id, number: prepared.number },
      },
    ]);
    expect(JSON.stringify(found)).not.toContain(older);
    const paper = await upload<{ id: string }>(enterprise, "/api/v1/papers?kind=cost", {
      name: "培训费发票.pdf",
      content: "%PDF-1.4\n%%EOF\n",
    });
    const asked = { benefit: "on-job", certificateId, stated: { actualCostFen: 90_000, assessmentFeeFen: 15_000 } };
    const made = await enterprise.post<Made>("/api/v1/claims", { ...asked, evidenceFileIds: [paper.body.id] });
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 52_500 });
    expect(await grounds()).toMatchObject([{ claim: { id: made.body.id }, prepared: null }]);
    const states = await app.services.database
      .selectFrom("claim")
      .select("state")
      .where("certificate_id", "=", certificateId)
      .orderBy("created_at")
      .execute();
    expect(states.map(({ state }) => state)).toEqual(["declined", "submitted"]);
    // The reviewer reads the amounts and the receipts.
    const shown = await first.get(`/api/v1/claims/${made.body.id}`);
    expect(shown.body).toMatchObject({
      stated: { actualCostFen: 90_000, assessmentFeeFen: 15_000 },
      evidence: { files: [{ name: "培训费发票.pdf" }] },
    });
    // Another employer learns nothing about them.
    const other = await aHire();
    expect(await other.enterprise.get(`/api/v1/claim-grounds?benefit=on-job&personId=${personId}`)).toMatchObject({
      status: 422,
      body: { code: "not-your-employee" },
    });
  });

  it("shows a prepared claim as what is to be confirmed, and names it to who asks anew", async () => {
    const { personId, enterprise, organisationId } = await aHire();
    const place = await aTrainingPlace(app, { benefit: "on-job", startsOn: "2020-03-02" });
    await app.services.database
      .updateTable("training_class")
      .set({ enterprise_id: organisationId })
      .where("id", "=", place.classId)
      .execute();
    const { certificateId } = await anEntitledLearner(app, place, { personId });
    await app.work((context) => prepareClaims(context, [certificateId]));
    const { body } = await enterprise.get<{ grounds: { prepared: { id: string; number: string } }[] }>(
      `/api/v1/claim-grounds?benefit=on-job&personId=${personId}`,
    );
    expect(body.grounds).toMatchObject([{ certificateId, claim: null }]);
    const prepared = body.grounds[0]?.prepared;
    expect(await enterprise.post("/api/v1/claims", { benefit: "on-job", certificateId })).toMatchObject({
      status: 409,
      body: { code: "claim-prepared", number: prepared?.number },
    });
    expect(await enterprise.post(`/api/v1/claims/${prepared?.id}/confirmation`, {})).toMatchObject({ status: 200 });
    const after = await enterprise.get(`/api/v1/claim-grounds?benefit=on-job&personId=${personId}`);
    expect(after.body).toMatchObject({ grounds: [{ claim: { id: prepared?.id }, prepared: null }] });
  });

  it("counts cost and fee up to the county's ceiling", async () => {
    const { personId, enterprise } = await aHire();
    const place = await aTrainingPlace(app, { benefit: "on-job", startsOn: "2020-03-02" });
    await app.services.database
      .updateTable("training_class")
      .set({ occupation: "6-99-77-03" })
      .where("id", "=", place.classId)
      .execute();
    await anEntitledLearner(app, place, { personId, certificate: false });
    await aLocalParameter(app, "onJob.outsideCatalogueCapFen", 80_000);
    const preview = await enterprise.post<{ decision: { amountFen: number } }>("/api/v1/claim-previews", {
      benefit: "on-job",
      personId,
      classId: place.classId,
      stated: { actualCostFen: 90_000, assessmentFeeFen: 15_000 },
    });
    expect(preview.body.decision).toMatchObject({ amountFen: 40_000, computation: [{ fen: 80_000 }, {}, {}] });
  });
});
