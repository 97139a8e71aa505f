import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aClass,
  anAdmission,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { verifyCompletions } from "../completion/verify-completions.ts";

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app, { name: "示例职业培训学校" });
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

/** A learner who completed, passed and got the certificate. */
async function aGraduate(name = "张小三") {
  const training = await aClass(app, { organisationId });
  const person = await aPerson(app, { name });
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  await attended(app, training.sessionIds, enrolmentId, person.id);
  await anExamResult(app, { classId: training.id, enrolmentId });
  const issued = await clerk.post<{ issued: { certificateId: string; serial: string }[] }>(
    `/api/v1/classes/${training.id}/certificates`,
  );
  const { certificateId = "", serial = "" } = issued.body.issued[0] ?? {};
  const learner = await app.as("learner", { personId: person.id });
  return { person, certificateId, serial, learner, enrolmentId, classId: training.id };
}
const verify = (query: string) =>
  app.anonymous.get<{ found: boolean; certificate: { state: string; holderName: string } | null }>(
    `/api/v1/certificates/verification?${query}`,
  );

describe("checking a certificate", () => {
  it("shows anybody what it says, the name masked and nothing of the identity", async () => {
    const { serial, person } = await aGraduate();
    const { status, body } = await verify(`number=${serial.toLowerCase()}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      found: true,
      certificate: { state: "valid", holderName: "张*三", kindLabel: "培训合格证书", project: "电工（五级/初级工）" },
    });
    expect(JSON.stringify(body)).not.toContain(person.citizenId.slice(6));
  });

  it("works by what the QR code carries", async () => {
    const { certificateId, serial } = await aGraduate();
    const row = await app.services.database
      .selectFrom("certificate")
      .select("token")
      .where("id", "=", certificateId)
      .executeTakeFirstOrThrow();
    expect((await verify(`token=${row.token}`)).body.certificate).toMatchObject({ number: serial });
  });

  it.each([
    ["an unknown number", "number=2020MA0000000999999", 200, false],
    ["neither number nor code", "", 422, undefined],
  ])("says so of %s", async (_name, query, status, found) => {
    const answer = await verify(query);
    expect([answer.status, answer.body.found]).toEqual([status, found]);
  });

  it("says revoked, with the paper no longer to be printed", async () => {
    const { certificateId, serial, learner } = await aGraduate();
    const url = `/api/v1/certificates/${certificateId}/revocation`;
    expect((await clerk.post(url, { reason: "查实代考" })).status).toBe(200);
    expect((await clerk.post(url, { reason: "查实代考" })).body.code).toBe("already-revoked");
    expect((await verify(`number=${serial}`)).body.certificate?.state).toBe("revoked");
    expect((await learner.get(`/api/v1/certificates/${certificateId}/pdf`)).body.code).toBe("certificate-revoked");
  });
});

describe("the paper", () => {
  it.each([
    ["its holder", (given: Awaited<ReturnType<typeof aGraduate>>) => Promise.resolve(given.learner), 200],
    ["its issuer", () => Promise.resolve(clerk), 200],
    ["an officer of the region", () => app.as("reviewer"), 200],
    ["an officer of another county", () => app.as("reviewer", { region: "320681" }), 403],
    ["another learner", async () => (await aGraduate()).learner, 403],
  ])("is a PDF for %s", async (_name, who, status) => {
    const given = await aGraduate("热依木·阿卜杜");
    const response = await (
      await who(given)
    ).inject({ method: "GET", url: `/api/v1/certificates/${given.certificateId}/pdf` });
    expect(response.statusCode).toBe(status);
    expect(response.rawPayload.subarray(0, 4).toString() === "%PDF").toBe(status === 200);
  });
});

describe("of a certificate that somebody else issued", () => {
  it.each([["platform"], ["declared"], ["national-query"]] as const)(
    "(%s) it is a sheet of what is registered",
    async (source) => {
      const person = await aPerson(app);
      const certificateId = await aCertificate(app, { personId: person.id, kind: "skill-level", source });
      const learner = await app.as("learner", { personId: person.id });
      const response = await learner.inject({ method: "GET", url: `/api/v1/certificates/${certificateId}/pdf` });
      expect(response.statusCode).toBe(200);
      expect(response.rawPayload.subarray(0, 4).toString()).toBe("%PDF");
      expect(decodeURIComponent(String(response.headers["content-disposition"]))).toContain("证书信息查询单");
    },
  );
});

describe("revoking", () => {
  it.each([
    ["another institution", async () => app.as("institution", { organisationId: await anOrganisation(app) }), 403],
    ["a bureau officer", () => app.as("reviewer"), 200],
  ])("by %s", async (_name, who, status) => {
    const { certificateId } = await aGraduate();
    const answer = await (await who()).post(`/api/v1/certificates/${certificateId}/revocation`, { reason: "查实代考" });
    expect(answer.status).toBe(status);
  });
});

describe("the list", () => {
  it("pages, filters, and exports the same", async () => {
    const { classId } = await aGraduate();
    const page = await clerk.get<{ rows: unknown[]; nextCursor: string | null }>("/api/v1/certificates?limit=1");
    expect(page.body.rows).toHaveLength(1);
    const second = await clerk.get<{ rows: unknown[] }>(`/api/v1/certificates?limit=1&cursor=${page.body.nextCursor}`);
    expect(second.body.rows).not.toEqual(page.body.rows);
    const one = await clerk.get<{ rows: { classId: string }[] }>(
      `/api/v1/certificates?classId=${classId}&from=2020-03-25&to=2020-03-25`,
    );
    expect(one.body.rows).toMatchObject([{ classId }]);
    const sheet = await clerk.inject({ method: "GET", url: "/api/v1/certificates/export" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get<{ rows: unknown[] }>("/api/v1/certificates")).body.rows).toEqual([]);
  });
});

const NUMBER = "S000132000001205000001";

async function anEvaluation(given: { admitted?: boolean; score?: number } = {}) {
  const training = await aClass(app, { organisationId });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  const evaluatorId = await anOrganisation(app, { kind: "evaluation-body" });
  if (given.admitted !== false) await anAdmission(app, evaluatorId, { activity: "evaluation" });
  const exam = await app.services.database
    .insertInto("exam")
    .values({
      class_id: training.id,
      kind: "evaluation",
      evaluator_id: evaluatorId,
      held_on: "2020-03-20",
      created_by: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await anExamResult(app, { classId: training.id, enrolmentId, examId: exam.id, score: given.score ?? 80 });
  const evaluator = await app.as("evaluator", { organisationId: evaluatorId });
  const register = (number: string, kind = "skill-level", issuedOn = "2020-03-22") =>
    evaluator.post<{ certificates: { certificateId: string }[] }>(`/api/v1/exams/${exam.id}/certificates`, {
      kind,
      issuedOn,
      certificates: [{ enrolmentId, number }],
    });
  return { register, enrolmentId };
}

describe("an evaluator's certificates", () => {
  it.each<[string, Parameters<typeof anEvaluation>[0], string, string, string | undefined]>([
    ["of a well-formed number", {}, "S000132000001205000077", "2020-03-22", undefined],
    ["of a number that is none", {}, "S0001", "2020-03-22", "invalid-input"],
    ["of a number of another level", {}, "S000132000001204000077", "2020-03-22", "certificates-not-accepted"],
    ["for somebody who failed", { score: 40 }, "S000132000001205000078", "2020-03-22", "certificates-not-accepted"],
    ["outside what it is admitted for", { admitted: false }, "S000132000001205000079", "2020-03-22", "not-admitted"],
    ["from before the exam", {}, "S000132000001205000080", "2020-03-19", "issued-on"],
  ])("%s", async (_name, given, number, issuedOn, code) => {
    const { register } = await anEvaluation(given);
    expect((await register(number, "skill-level", issuedOn)).body.code).toBe(code);
  });

  it("bear each number once, and each learner one of a kind", async () => {
    const [one, other] = [await anEvaluation(), await anEvaluation()];
    const answers = await Promise.all([one.register(NUMBER), other.register(NUMBER)]);
    expect(answers.map((each) => each.body.code).toSorted()).toEqual(["certificate-number-taken", undefined]);
    const again = await anEvaluation();
    expect((await again.register("S000132000001205000002")).status).toBe(200);
    expect((await again.register("S000132000001205000003")).body.code).toBe("certificate-already-issued");
  });
});

describe("what is kept", () => {
  it("shows a certificate whose hours no longer bear it", async () => {
    const { enrolmentId, person, serial, classId } = await aGraduate();
    expect((await verifyCompletions.run(app.services)).differences).toEqual([]);
    const session = await app.services.database
      .selectFrom("class_session")
      .select("id")
      .where("class_id", "=", classId)
      .executeTakeFirstOrThrow();
    await attended(app, [session.id], enrolmentId, person.id, "absent");
    expect((await verifyCompletions.run(app.services)).differences).toEqual([
      `certificate ${serial}: 56 of 60 hours, exam passed`,
    ]);
  });
});

describe("the public door", () => {
  it("slows down whoever tries numbers", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => verify(`number=2020MA000000${100000 + n}`)));
    expect(answers.some((each) => each.status === 429)).toBe(true);
  });
});
