import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aClass,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  madeUpByTwo,
  type TestApp,
  type TestClient,
  watched,
} from "../../test/index.ts";
import { sql } from "../../kernel/database.ts";
import type { SkillsFile } from "./skills-file.ts";
import { verifyPoints } from "../points/verify-points.ts";

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

/** 40 hours in the room, 20 online, passed with 82, certificate given, class ended. */
async function aGraduate() {
  const training = await aClass(app, { organisationId });
  const person = await aPerson(app, { name: "孙学员" });
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  await attended(app, training.sessionIds.slice(0, 10), enrolmentId, person.id);
  await watched(app, { enrolmentId, personId: person.id, organisationId, hours: 20 });
  await anExamResult(app, { classId: training.id, enrolmentId });
  const issued = await clerk.post<{ issued: { certificateId: string }[] }>(
    `/api/v1/classes/${training.id}/certificates`,
  );
  await app.work((context) => context.emit("class-completed", { classId: training.id }));
  await app.drain();
  const learner = await app.as("learner", { personId: person.id });
  return { person, learner, classId: training.id, certificateId: issued.body.issued[0]?.certificateId ?? "" };
}

describe("the skills file", () => {
  it("holds classes, hours by source, results, certificates and points", async () => {
    const { learner, person } = await aGraduate();
    const { status, body } = await learner.get<SkillsFile>("/api/v1/me/skills-file");
    expect(status).toBe(200);
    expect(body.classes).toMatchObject([
      {
        state: "completed",
        offlineHours: 40,
        onlineHours: 20,
        countedHours: 60,
        complete: true,
        exams: [{ kind: "completion", score: 82, passed: true }],
      },
    ]);
    expect(body.certificates).toMatchObject([{ kind: "completion", revokedOn: null }]);
    // 40 × 0.1 + 20 × 0.05 + 1 for the certificate.
    expect(body.credits).toMatchObject({ total: 6, years: [{ year: 2020, total: 6 }] });
    expect(JSON.stringify(body)).not.toContain(person.citizenId);
  });

  it("gives points once however often the event comes, and withdraws those of a revoked certificate", async () => {
    const { learner, classId, certificateId } = await aGraduate();
    await app.work(async (context) => {
      await context.emit("class-completed", { classId });
      await context.emit("certificate-issued", { certificateId });
    });
    await app.drain();
    const total = async () => (await learner.get<SkillsFile>("/api/v1/me/skills-file")).body.credits.total;
    expect(await total()).toBe(6);
    await clerk.post(`/api/v1/certificates/${certificateId}/revocation`, { reason: "查实代考" });
    expect(await total()).toBe(5);
  });

  it("follow marks put right after the class has ended, both ways, and stand on the day of the correction", async () => {
    const training = await aClass(app, { organisationId, state: "running" });
    const [full, short] = [await aPerson(app), await aPerson(app)];
    const seats: string[] = [];
    for (const [n, person] of [full, short].entries()) {
      const enrolmentId = await anEnrolment(app, training.id, person.id);
      await attended(app, training.sessionIds.slice(n), enrolmentId, person.id);
      seats.push(enrolmentId);
    }
    await app.services.database
      .updateTable("training_class")
      .set({ state: "completed" })
      .where("id", "=", training.id)
      .execute();
    await app.work((context) => context.emit("class-completed", { classId: training.id }));
    await app.drain();
    const officer = await app.as("reviewer");
    const points = async (personId: string) =>
      (await officer.get<SkillsFile>(`/api/v1/people/${personId}/skills-file`)).body.credits.total;
    expect([await points(full.id), await points(short.id)]).toEqual([6, 0]);
    const marks = ["absent", "present"].map((mark, at) => ({ enrolmentId: seats[at] ?? "", mark }));
    const second = await app.as("reviewer");
    expect((await madeUpByTwo(officer, second, training.sessionIds[0] ?? "", marks)).status).toBe(200);
    await app.drain();
    await app.drain();
    expect([await points(full.id), await points(short.id)]).toEqual([0, 6]);
    const differences = async () =>
      (await verifyPoints.run(app.services)).differences.filter((line) => seats.some((seat) => line.includes(seat)));
    expect(await differences()).toEqual([]);
    await sql`
      insert into credit (person_id, rule_id, basis_kind, basis_id, ordinal, credits_hundredths, note, at)
      values (${full.id}, 'class-hours', 'enrolment', ${seats[0]}, 9, 100, '假的', now())`.execute(
      app.services.database,
    );
    expect(await differences()).toEqual([`enrolment ${seats[0]} class-hours: 100 given, 0 earned, in hundredths`]);
  });

  it("count a certificate in the year it bears, by the rule of its day", async () => {
    const person = await aPerson(app);
    const year = async (issuedOn: string) => {
      const certificateId = await aCertificate(app, { personId: person.id, kind: "skill-level", issuedOn });
      await app.work((context) => context.emit("certificate-issued", { certificateId }));
      await app.drain();
      const officer = await app.as("reviewer");
      return (await officer.get<SkillsFile>(`/api/v1/people/${person.id}/skills-file`)).body.credits.years;
    };
    expect(await year("2018-12-31")).toEqual([]);
    expect(await year("2019-01-01")).toMatchObject([{ year: 2019, total: 3 }]);
  });

  it("tells the holder of a certificate in their name", async () => {
    const { person } = await aGraduate();
    const messages = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", person.id)
      .where("template", "=", "certificate-issued")
      .execute();
    expect(messages.length).toBeGreaterThan(0);
  });

  it("holds degrees as the last correction says", async () => {
    const { learner, person } = await aGraduate();
    const fact = (value: object, replaces: string | null) =>
      app.services.database
        .insertInto("person_fact")
        .values({
          person_id: person.id,
          kind: "degree",
          value: JSON.stringify(value),
          source: "学信网",
          replaces,
          reason: replaces ? "登记有误" : null,
          recorded_by: null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
    const first = await fact({ level: "college", obtainedOn: "2018-06-30" }, null);
    await fact({ level: "bachelor", obtainedOn: "2018-06-30" }, first.id);
    const { body } = await learner.get<SkillsFile>("/api/v1/me/skills-file");
    expect(body.degrees).toEqual([{ level: "bachelor", obtainedOn: "2018-06-30", source: "学信网" }]);
  });

  it("is a PDF to keep", async () => {
    const { learner, person } = await aGraduate();
    const mine = await learner.inject({ method: "GET", url: "/api/v1/me/skills-file/pdf" });
    expect([mine.statusCode, mine.rawPayload.subarray(0, 4).toString()]).toEqual([200, "%PDF"]);
    const officer = await app.as("reviewer");
    const theirs = await officer.inject({ method: "GET", url: `/api/v1/people/${person.id}/skills-file/pdf` });
    expect(theirs.statusCode).toBe(200);
  });

  it.each([
    ["an officer of the region", () => app.as("reviewer"), 200],
    ["an officer of another county", () => app.as("reviewer", { region: "320681" }), 403],
    ["another learner", async () => (await aGraduate()).learner, 403],
    ["an institution", () => Promise.resolve(clerk), 403],
  ])("over somebody else is for %s: %s", async (_name, who, status) => {
    const { person } = await aGraduate();
    expect((await (await who()).get(`/api/v1/people/${person.id}/skills-file`)).status).toBe(status);
  });
});

describe("rules as data", () => {
  it("lists points rules with their source", async () => {
    const { body } = await app.anonymous.get<{ rows: { source: string }[] }>("/api/v1/credit-rules");
    expect(body.rows.length).toBeGreaterThanOrEqual(4);
    for (const rule of body.rows) expect(rule.source).toContain("示例");
  });
});
