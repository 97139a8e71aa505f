import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

import { issueCertificate, nextSerials } from "../index.ts";

interface Issued {
  issued: { certificateId: string; enrolmentId: string; serial: string }[];
  notYet: { enrolmentId: string; reason: string }[];
}

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

/** A class of people with so many sessions attended and such a score. */
async function aClassOf(learners: { sessions: number; score?: number }[]) {
  const training = await aClass(app, { organisationId });
  const enrolments: string[] = [];
  for (const given of learners) {
    const person = await aPerson(app);
    const enrolmentId = await anEnrolment(app, training.id, person.id);
    await attended(app, training.sessionIds.slice(0, given.sessions), enrolmentId, person.id);
    if (given.score !== undefined) await anExamResult(app, { classId: training.id, enrolmentId, score: given.score });
    enrolments.push(enrolmentId);
  }
  return { classId: training.id, enrolments };
}
const issue = (classId: string, body: object = {}) =>
  clerk.post<Issued>(`/api/v1/classes/${classId}/certificates`, body);

describe("completion certificates", () => {
  it("of a class are printed in one file, a sheet each", async () => {
    const { classId } = await aClassOf([
      { sessions: 15, score: 88 },
      { sessions: 15, score: 90 },
      { sessions: 15, score: 40 },
    ]);
    const paper = (who = clerk) => who.inject({ method: "GET", url: `/api/v1/classes/${classId}/certificates/pdf` });
    expect((await paper()).json().code).toBe("no-certificates");
    await issue(classId);
    const file = await paper();
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(2);
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await paper(other)).statusCode).toBe(403);
  });

  it("go to those who completed and passed, and say of the others why not", async () => {
    const { classId, enrolments } = await aClassOf([
      { sessions: 15, score: 88 },
      { sessions: 14, score: 90 },
      { sessions: 15 },
      { sessions: 15, score: 40 },
    ]);
    const answer = await issue(classId);
    expect(answer.status).toBe(200);
    expect(answer.body.issued.map((each) => each.enrolmentId)).toEqual([enrolments[0]]);
    expect(answer.body.notYet).toEqual([
      { enrolmentId: enrolments[1], reason: "计入课时 56 课时，未满规定的 60 课时" },
      { enrolmentId: enrolments[2], reason: "还没有结业考核成绩" },
      { enrolmentId: enrolments[3], reason: "结业考核未合格" },
    ]);
    const row = await app.services.database
      .selectFrom("enrolment")
      .select(["state", "completed_on"])
      .where("id", "=", enrolments[0] ?? "")
      .executeTakeFirst();
    expect(row).toEqual({ state: "completed", completed_on: "2020-03-25" });
  });

  it("have numbers of year, institution and sequence, without a gap", async () => {
    const { classId } = await aClassOf([1, 2, 3].map(() => ({ sessions: 15, score: 75 })));
    const serials = (await issue(classId)).body.issued.map((each) => each.serial);
    expect(serials).toHaveLength(3);
    const numbers = serials.map((serial) => Number(serial.slice(-6)));
    expect(numbers).toEqual([0, 1, 2].map((n) => (numbers[0] ?? 0) + n));
    for (const serial of serials) expect(serial).toMatch(/^2020MA[0-9A-Z]{7}\d{6}$/);
  });

  it("go on from the highest number of a register taken over", async () => {
    const school = await anOrganisation(app);
    const { uscc } = await app.services.database
      .selectFrom("organisation")
      .select("uscc")
      .where("id", "=", school)
      .executeTakeFirstOrThrow();
    const person = await aPerson(app);
    const taken = { issuerId: school, issuerName: "示例", issuedOn: "2020-01-10", personId: person.id };
    await app.work((context) =>
      issueCertificate(context, `2020${uscc.slice(8, 17)}000041`, {
        ...taken,
        kind: "completion",
        classId: null,
        enrolmentId: null,
        occupation: "6-31-01-03",
        occupationName: "电工",
        level: 5,
      }),
    );
    const next = () => app.work((context) => nextSerials(context.db, { id: school, uscc }, 2020, 2));
    expect((await next()).map((serial) => serial.slice(-6))).toEqual(["000042", "000043"]);
    expect((await next()).map((serial) => serial.slice(-6))).toEqual(["000044", "000045"]);
    const many = await Promise.all(Array.from({ length: 8 }, next));
    expect(new Set(many.flat()).size).toBe(16);
  });

  it("are given once, whoever presses the button at the same time", async () => {
    const { classId } = await aClassOf([1, 2, 3, 4].map(() => ({ sessions: 15, score: 75 })));
    const answers = await Promise.all([1, 2, 3, 4].map(() => issue(classId)));
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200]);
    expect(answers.map((each) => each.body.issued.length).toSorted()).toEqual([0, 0, 0, 4]);
    const again = await issue(classId);
    expect(again.body.notYet.map((each) => each.reason)).toEqual(Array.from({ length: 4 }, () => "已有培训合格证书"));
  });

  it.each([
    ["another institution", async () => app.as("institution", { organisationId: await anOrganisation(app) }), 403],
    ["an officer", () => app.as("reviewer"), 403],
  ])("are not for %s to give", async (_name, who, status) => {
    const { classId } = await aClassOf([]);
    expect((await (await who()).post(`/api/v1/classes/${classId}/certificates`)).status).toBe(status);
  });

  it("are not given in a class that has not begun", async () => {
    const training = await aClass(app, { organisationId, state: "approved" });
    expect((await issue(training.id)).body).toMatchObject({ code: "class-not-running" });
  });
});
