import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  aFact,
  aGroup,
  aLocalParameter,
  anAdmission,
  anEnrolment,
  anEntitledLearner,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  aStandard,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

interface Made {
  id: string;
  number: string;
  outcome: string;
  amountFen: number;
}

let app: TestApp;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  await aStandard(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});

async function anEnterprise() {
  const organisationId = await anOrganisation(app, { kind: "enterprise", name: "示例机械公司" });
  await aPayeeAccount(app, { organisationId });
  const row = await app.services.database
    .selectFrom("organisation")
    .select("uscc")
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return { organisationId, uscc: row.uscc, client: await app.as("enterprise", { organisationId }) };
}

const employed = (personId: string, uscc: string) =>
  aFact(app, personId, "employment", {
    from: "2020-01-05",
    to: null,
    employed: true,
    employer: uscc,
    local: true,
    hiredOn: "2020-01-05",
    contractMonths: 24,
  });

async function approve(id: string): Promise<void> {
  expect(await first.post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" })).toMatchObject({ status: 200 });
  expect(await second.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" })).toMatchObject({ status: 200 });
}

async function aGraduate() {
  const person = await aPerson(app);
  const enterprise = await anEnterprise();
  await employed(person.id, enterprise.uscc);
  await aFact(app, person.id, "insurance", {
    asOf: "2020-06-01",
    unemploymentMonths: 30,
    pensionMonths: 30,
    pensionPaidNow: true,
  });
  await aFact(app, person.id, "degree", { level: "college", obtainedOn: "2020-05-30", prior: "none" });
  await aPayeeAccount(app, { personId: person.id });
  return { ...person, client: await app.as("learner", { personId: person.id }) };
}

describe("a person asks by themselves", () => {
  it("for a degree: once", async () => {
    const { client } = await aGraduate();
    const made = await client.post<Made>("/api/v1/claims", { benefit: "degree-award" });
    expect(made.body).toMatchObject({ outcome: "granted", amountFen: 100_000 });
    await approve(made.body.id);
    expect(await client.post("/api/v1/claims", { benefit: "degree-award" })).toMatchObject({
      status: 422,
      body: { code: "not-entitled" },
    });
  });

  it("against the records only with a reason, and an officer can't pass it", async () => {
    const { client } = await aGraduate();
    const person = await aPerson(app);
    await aPayeeAccount(app, { personId: person.id });
    const other = await app.as("learner", { personId: person.id });
    const refused = await other.post("/api/v1/claims", { benefit: "degree-award" });
    expect(refused).toMatchObject({ status: 422, body: { code: "not-entitled" } });
    const insisted = await other.post<Made>("/api/v1/claims", {
      benefit: "degree-award",
      because: "学历信息尚未同步，附毕业证书",
    });
    expect(insisted.body).toMatchObject({ outcome: "incomplete", amountFen: 0 });
    expect(await first.post(`/api/v1/claims/${insisted.body.id}/first-review`, { verdict: "pass" })).toMatchObject({
      status: 409,
      body: { code: "not-granted" },
    });
    expect((await client.get(`/api/v1/claims/${insisted.body.id}`)).status).toBe(403);
  });

  it.each([
    { what: "what an enterprise asks for", body: { benefit: "pre-job" }, status: 403, code: "wrong-claimant" },
    { what: "no benefit at all", body: { benefit: "free-money" }, status: 422, code: "unknown-benefit" },
    {
      what: "a certificate's benefit without one",
      body: { benefit: "skill-upgrade" },
      status: 422,
      code: "certificate-missing",
    },
    {
      what: "a stage where there is none",
      body: { benefit: "degree-award", stage: "advance" },
      status: 422,
      code: "stage-mismatch",
    },
  ])("is refused $what", async ({ body, status, code }) => {
    const { client } = await aGraduate();
    expect(await client.post("/api/v1/claims", body)).toMatchObject({ status, body: { code } });
  });

  it("is refused another person's certificate", async () => {
    const { client } = await aGraduate();
    const owner = await anEntitledLearner(app, await aTrainingPlace(app));
    expect(
      await client.post("/api/v1/claims", { benefit: "unemployed-training", certificateId: owner.certificateId }),
    ).toMatchObject({ status: 404 });
  });

  it("once for a certificate, however often the button is pressed", async () => {
    const learner = await anEntitledLearner(app, await aTrainingPlace(app));
    const client = await app.as("learner", { personId: learner.personId });
    const ask = () =>
      client.post("/api/v1/claims", { benefit: "unemployed-training", certificateId: learner.certificateId });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
  });
});

describe("an enterprise asks for its employees", () => {
  it("work for training: months up to six, and not beside pre-job training of the same hire", async () => {
    await aLocalParameter(app, "workForTraining.perMonthFen", 50_000);
    const { client, uscc } = await anEnterprise();
    const person = await aPerson(app);
    await employed(person.id, uscc);
    await aGroup(app, person.id, "registered-poor");
    const ask = (months: number) =>
      client.post<Made>("/api/v1/claims", {
        benefit: "work-for-training",
        citizenId: person.citizenId,
        stated: { months },
      });
    const four = await ask(4);
    expect(four.body).toMatchObject({ outcome: "granted", amountFen: 200_000 });
    await approve(four.body.id);
    const rest = await ask(4);
    expect(rest.body).toMatchObject({ outcome: "granted", amountFen: 100_000 });
    await approve(rest.body.id);
    expect(await ask(1)).toMatchObject({ status: 422, body: { code: "not-entitled" } });
    const months = await app.services.database
      .selectFrom("benefit_slot")
      .select("ordinal")
      .where("person_id", "=", person.id)
      .where("rule", "=", "six-months")
      .execute();
    expect(months).toHaveLength(6);
    const training = await aTrainingPlace(app, { benefit: "pre-job", startsOn: "2020-04-01", sessions: 15 });
    const trained = await anEntitledLearner(app, training, { personId: person.id });
    const preJob = await client.post("/api/v1/claims", {
      benefit: "pre-job",
      certificateId: trained.certificateId,
    });
    expect(preJob).toMatchObject({ status: 422, body: { code: "not-entitled" } });
    expect(preJob.body.detail).toContain("以工代训");
  });

  it("uses nobody's name who does not work there", async () => {
    const { client } = await anEnterprise();
    const stranger = await aPerson(app);
    expect(
      await client.post("/api/v1/claims", {
        benefit: "work-for-training",
        citizenId: stranger.citizenId,
        stated: { months: 1 },
      }),
    ).toMatchObject({ status: 422, body: { code: "not-your-employee" } });
  });

  it("an apprenticeship is advanced by plan and settled by who finished", async () => {
    const enterprise = await anEnterprise();
    const school = await anOrganisation(app);
    await anAdmission(app, school, { level: 3 });
    const training = await aClass(app, {
      organisationId: school,
      benefit: "apprenticeship",
      level: 3,
      capacity: 45,
      startsOn: "2020-02-01",
      sessions: 1,
    });
    await app.services.database
      .updateTable("training_class")
      .set({ enterprise_id: enterprise.organisationId })
      .where("id", "=", training.id)
      .execute();
    const members: string[] = [];
    for (let n = 0; n < 33; n += 1) {
      const person = await aPerson(app);
      await employed(person.id, enterprise.uscc);
      members.push(await anEnrolment(app, training.id, person.id));
    }
    const ask = (stage: "advance" | "settlement") =>
      enterprise.client.post<Made>("/api/v1/claims", {
        benefit: "apprenticeship",
        classId: training.id,
        stage,
        stated: { years: 2 },
      });
    const advance = await ask("advance");
    expect(advance.body).toMatchObject({ outcome: "granted", amountFen: 11_250_000 });
    expect(await ask("advance")).toMatchObject({ status: 409, body: { code: "class-claimed" } });
    await approve(advance.body.id);
    expect(await ask("settlement")).toMatchObject({ status: 409, body: { code: "class-not-ready" } });
    await app.services.database
      .updateTable("training_class")
      .set({ state: "completed" })
      .where("id", "=", training.id)
      .execute();
    await app.services.database
      .updateTable("enrolment")
      .set({ state: "completed" })
      .where("id", "in", members)
      .execute();
    expect((await ask("settlement")).body).toMatchObject({ outcome: "granted", amountFen: 21_750_000 });
  });

  it("of an apprentice who works elsewhere, the class is refused", async () => {
    const enterprise = await anEnterprise();
    const training = await aClass(app, {
      organisationId: await anOrganisation(app),
      benefit: "apprenticeship",
      level: 3,
    });
    await app.services.database
      .updateTable("training_class")
      .set({ enterprise_id: enterprise.organisationId })
      .where("id", "=", training.id)
      .execute();
    const person = await aPerson(app);
    await employed(person.id, (await anEnterprise()).uscc);
    await anEnrolment(app, training.id, person.id);
    const answer = await enterprise.client.post("/api/v1/claims", {
      benefit: "apprenticeship",
      classId: training.id,
      stage: "advance",
      stated: { years: 1 },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: "not-entitled" } });
  });
});
