import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anAdmission,
  anEnrolment,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { upload } from "../test/upload.ts";

interface Made {
  id: string;
  number: string;
  outcome: string;
  amountFen: number;
}
interface Preview {
  decision: {
    outcome: string;
    amountFen?: number;
    recoverFen: number;
    findings: { test: string; met: boolean | null; because: string }[];
    missing: string[];
  };
  payeeReady: boolean;
  existing: { id: string | null; number: string; stateLabel: string } | null;
  class: { capacity: number; rosterSize: number; finishers: number; advancedFen: number };
}

let app: TestApp;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

/** The class is over and these of its learners finished it. */
async function finish(classId: string, members: readonly string[]): Promise<void> {
  const { database } = app.services;
  await database.updateTable("training_class").set({ state: "completed" }).where("id", "=", classId).execute();
  await database
    .updateTable("enrolment")
    .set({ state: "completed" })
    .where("id", "in", [...members])
    .execute();
}

/** A school with a class of so many learners, some of whom finished. */
async function aSchool(given: {
  kind: "vocational-school" | "training-institution";
  benefit: string;
  learners: number;
  finished: number;
  capacity?: number;
}) {
  const organisationId = await anOrganisation(app, { kind: given.kind });
  await anAdmission(app, organisationId);
  const { id: classId } = await aClass(app, {
    organisationId,
    benefit: given.benefit,
    capacity: given.capacity ?? given.learners,
    sessions: 1,
  });
  const members: string[] = [];
  for (let n = 0; n < given.learners; n += 1) members.push(await anEnrolment(app, classId, (await aPerson(app)).id));
  if (given.finished > 0) await finish(classId, members.slice(0, given.finished));
  const client = await app.as("institution", { organisationId });
  const asked = (stated: object, stage?: "advance" | "settlement", more: object = {}) => ({
    benefit: given.benefit,
    classId,
    stated,
    ...(stage === undefined ? {} : { stage }),
    ...more,
  });
  return {
    organisationId,
    classId,
    members,
    client,
    preview: (...of: Parameters<typeof asked>) => client.post<Preview>("/api/v1/claim-previews", asked(...of)),
    claim: (...of: Parameters<typeof asked>) => client.post<Made>("/api/v1/claims", asked(...of)),
  };
}

async function approve(id: string): Promise<void> {
  await first.post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" });
  expect(await second.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" })).toMatchObject({ status: 200 });
}

describe("an order class (四.1)", () => {
  it("is shown what it would get and why before it asks, and nothing is kept of that", async () => {
    const school = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 22, finished: 21 });
    const seen = await school.preview({ costPerHeadFen: 120_000 });
    expect(seen.body).toMatchObject({
      decision: { outcome: "granted", amountFen: 2_100_000 },
      payeeReady: false,
      existing: null,
      class: { capacity: 22, rosterSize: 22, finishers: 21, advancedFen: 0 },
    });
    expect(seen.body.decision.findings.map((finding) => [finding.test, finding.met])).toEqual([
      ["in-programme", true],
      ["facts-agree", true],
      ["at-vocational-school", true],
      ["class-of-twenty", true],
    ]);
    const claims = await school.client.get<{ rows: unknown[] }>(`/api/v1/claims?classId=${school.classId}`);
    expect(claims.body.rows).toEqual([]);
  });

  it("says which condition fails: not at a school, too few heads, a cost not stated", async () => {
    const elsewhere = await aSchool({
      kind: "training-institution",
      benefit: "order-class",
      learners: 19,
      finished: 19,
    });
    const seen = await elsewhere.preview({});
    expect(seen.body.decision.outcome).toBe("refused");
    expect(seen.body.decision.findings.map((finding) => finding.met)).toEqual([true, true, false, false]);
    const school = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 20, finished: 20 });
    const unstated = await school.preview({});
    expect(unstated.body.decision).toMatchObject({ outcome: "incomplete", missing: ["/training/costPerHeadFen"] });
  });

  it("is claimed with its papers, once, and the bureau reads them with it", async () => {
    const school = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 20, finished: 20 });
    await aPayeeAccount(app, { organisationId: school.organisationId });
    const paper = await upload<{ id: string }>(school.client, "/api/v1/papers?kind=order-agreement", {
      name: "订单协议.pdf",
      content: "%PDF-1.4\n%%EOF\n",
    });
    const made = await school.claim({ costPerHeadFen: 80_000 }, undefined, { evidenceFileIds: [paper.body.id] });
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 1_600_000 });
    expect((await school.preview({ costPerHeadFen: 80_000 })).body.existing).toMatchObject({
      id: made.body.id,
      stateLabel: "待初审",
    });
    expect(await school.claim({ costPerHeadFen: 80_000 })).toMatchObject({
      status: 409,
      body: { code: "class-claimed" },
    });
    const shown = await first.inject({ url: `/api/v1/claims/${made.body.id}/files/${paper.body.id}` });
    expect([shown.statusCode, shown.headers["content-type"]]).toEqual([200, "application/pdf"]);
    await approve(made.body.id);
  });

  it("is claimed by the school or by the enterprise that ordered it, and by one of them only", async () => {
    const school = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 20, finished: 20 });
    const enterpriseId = await anOrganisation(app, { kind: "enterprise" });
    await app.services.database
      .updateTable("training_class")
      .set({ enterprise_id: enterpriseId })
      .where("id", "=", school.classId)
      .execute();
    await aPayeeAccount(app, { organisationId: enterpriseId });
    await aPayeeAccount(app, { organisationId: school.organisationId });
    const enterprise = await app.as("enterprise", { organisationId: enterpriseId });
    const ask = { benefit: "order-class", classId: school.classId, stated: { costPerHeadFen: 100_000 } };
    const made = await enterprise.post<Made>("/api/v1/claims", ask);
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 2_000_000 });
    expect((await school.preview({ costPerHeadFen: 100_000 })).body.existing).toMatchObject({
      id: null,
      number: made.body.number,
    });
    expect(await school.claim({ costPerHeadFen: 100_000 })).toMatchObject({
      status: 409,
      body: { code: "class-claimed" },
    });
  });

  it("is not claimed with the papers of somebody else, nor by somebody else", async () => {
    const school = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 20, finished: 20 });
    const other = await aSchool({ kind: "vocational-school", benefit: "order-class", learners: 20, finished: 20 });
    const paper = await upload<{ id: string }>(other.client, "/api/v1/papers", {
      name: "协议.pdf",
      content: "%PDF-1.4\n%%EOF\n",
    });
    expect(
      (await school.preview({ costPerHeadFen: 1 }, undefined, { evidenceFileIds: [paper.body.id] })).body,
    ).toMatchObject({ code: "evidence-unknown" });
    const stranger = await other.client.post("/api/v1/claim-previews", {
      benefit: "order-class",
      classId: school.classId,
    });
    expect(stranger.status).toBe(404);
  });
});

describe("project training (十三)", () => {
  it("is advanced half of its contract and settled by who finished, less what was advanced", async () => {
    const school = await aSchool({
      kind: "training-institution",
      benefit: "project-training",
      learners: 30,
      finished: 0,
      capacity: 40,
    });
    await aPayeeAccount(app, { organisationId: school.organisationId });
    const advance = await school.claim({ contractFen: 4_000_000 }, "advance");
    expect(advance.body).toMatchObject({ outcome: "granted", amountFen: 2_000_000 });
    await approve(advance.body.id);
    expect(await school.preview({ acceptedFen: 1 }, "settlement")).toMatchObject({
      status: 409,
      body: { code: "class-not-ready" },
    });
    await finish(school.classId, school.members);
    // 30 of 40 finished: 3,000,000 at most may be accepted.
    expect(await school.preview({ contractFen: 4_000_000, acceptedFen: 3_000_001 }, "settlement")).toMatchObject({
      status: 422,
      body: { code: "accepted-above-finishers" },
    });
    expect(await school.preview({ contractFen: 5_000_000, acceptedFen: 100 }, "settlement")).toMatchObject({
      status: 422,
      body: { code: "contract-changed" },
    });
    const seen = await school.preview({ acceptedFen: 3_000_000 }, "settlement");
    expect(seen.body).toMatchObject({
      decision: { outcome: "granted", amountFen: 1_000_000, recoverFen: 0 },
      class: { capacity: 40, rosterSize: 30, finishers: 30, advancedFen: 2_000_000 },
    });
    const settled = await school.claim({ acceptedFen: 3_000_000 }, "settlement");
    expect(settled.body).toMatchObject({ outcome: "granted", amountFen: 1_000_000 });
    const claim = await school.client.get<{ stated: object }>(`/api/v1/claims/${settled.body.id}`);
    expect(claim.body.stated).toEqual({ contractFen: 4_000_000, acceptedFen: 3_000_000 });
  });

  it("says what must come back where more was advanced than is accepted, and asks for the contract", async () => {
    const school = await aSchool({
      kind: "training-institution",
      benefit: "project-training",
      learners: 4,
      finished: 1,
    });
    await aPayeeAccount(app, { organisationId: school.organisationId });
    expect(await school.preview({ acceptedFen: 100 }, "settlement")).toMatchObject({
      status: 422,
      body: { code: "contract-missing" },
    });
    const advance = await school.claim({ contractFen: 400_000 }, "advance");
    await approve(advance.body.id);
    const seen = await school.preview({ acceptedFen: 100_000 }, "settlement");
    expect(seen.body.decision).toMatchObject({ amountFen: 0, recoverFen: 100_000 });
  });
});
