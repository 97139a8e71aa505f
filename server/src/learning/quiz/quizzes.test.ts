import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  aLesson,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { Quiz, scoreQuiz } from "./quiz.ts";

const quiz = Quiz.parse({
  passScore: 60,
  maxAttempts: 3,
  questions: [
    { kind: "single", text: "先做什么？", options: ["断电", "动手"], answers: [0] },
    { kind: "multiple", text: "哪些要戴？", options: ["手套", "首饰", "绝缘鞋"], answers: [0, 2] },
    { kind: "true-false", text: "湿手可以开灯。", options: ["正确", "错误"], answers: [1] },
  ],
});
const RIGHT = [[0], [2, 0], [1]];
const ONE_RIGHT = [[0], [0], [0]];

describe("a score", () => {
  it.each([
    ["all right, in any order", RIGHT, 100],
    ["half of a multiple choice counts nothing", [[0], [0], [1]], 66],
    ["too many ticked", [[0], [0, 1, 2], [1]], 66],
    ["nothing answered", [], 0],
    ["the same option twice", [[0, 0], [0, 2], [1]], 100],
  ])("%s", (_name, answers, score) => {
    expect(scoreQuiz(quiz, answers).score).toBe(score);
  });

  it.each([
    ["an answer that is no option", { kind: "single", text: "？", options: ["甲", "乙"], answers: [2] }],
    ["two answers to a single choice", { kind: "single", text: "？", options: ["甲", "乙"], answers: [0, 1] }],
    ["three options of true or false", { kind: "true-false", text: "？", options: ["甲", "乙", "丙"], answers: [0] }],
  ])("is not to be had from %s", (_name, question) => {
    expect(Quiz.safeParse({ questions: [question] }).success).toBe(false);
  });
});

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-09T01:00:00Z" });
});
afterAll(() => app.close());

async function aStudent() {
  const organisationId = await anOrganisation(app);
  const training = await aClass(app, { organisationId, sessions: 0 });
  const lesson = await aLesson(app, { organisationId, classId: training.id, kind: "quiz", quiz });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  const client = await app.as("learner", { personId: person.id });
  const submit = (answers: number[][]) =>
    client.post<{ passed: boolean; score: number; attemptsLeft: number; answers: number[][] | null }>(
      `/api/v1/lessons/${lesson.id}/attempts`,
      { enrolmentId, answers },
    );
  return { lesson, enrolmentId, client, submit, organisationId, classId: training.id };
}
const questions = (client: TestClient, lessonId: string, enrolmentId: string) =>
  client.get<{ attemptsLeft: number; passed: boolean }>(`/api/v1/lessons/${lessonId}/quiz?enrolmentId=${enrolmentId}`);

async function aStuckStudent() {
  const student = await aStudent();
  for (let n = 0; n < 3; n += 1) expect((await student.submit(ONE_RIGHT)).body.answers).toBeNull();
  const school = await app.as("institution", { organisationId: student.organisationId });
  const grant = (body: object = {}, who = school) =>
    who.post(`/api/v1/enrolments/${student.enrolmentId}/quiz-grants`, {
      lessonId: student.lesson.id,
      attempts: 2,
      reason: "课后辅导过一次",
      ...body,
    });
  return { ...student, school, grant };
}

describe("a quiz", () => {
  it("never shows its answers before it is over", async () => {
    const { client, lesson, enrolmentId, submit } = await aStudent();
    expect(JSON.stringify((await questions(client, lesson.id, enrolmentId)).body)).not.toContain("answers");
    expect((await submit(ONE_RIGHT)).body).toMatchObject({ score: 33, passed: false, attemptsLeft: 2, answers: null });
    expect((await submit(RIGHT)).body).toMatchObject({ score: 100, passed: true, answers: [[0], [0, 2], [1]] });
    expect((await submit(RIGHT)).body.code).toBe("quiz-passed");
  });

  it("is tried so often and no more, all at once included", async () => {
    const { client, lesson, enrolmentId, submit } = await aStudent();
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(ONE_RIGHT)));
    expect(answers.filter((each) => each.status === 200)).toHaveLength(3);
    expect(answers.filter((each) => each.body.code === "quiz-attempts-used")).toHaveLength(3);
    expect((await questions(client, lesson.id, enrolmentId)).body).toMatchObject({ attemptsLeft: 0, passed: false });
  });

  it("is answered for oneself", async () => {
    const one = await aStudent();
    const other = await aStudent();
    const answer = await one.client.post(`/api/v1/lessons/${one.lesson.id}/attempts`, {
      enrolmentId: other.enrolmentId,
      answers: RIGHT,
    });
    expect(answer.status).toBe(404);
  });

  describe("whose attempts are used up", () => {
    it("is given further ones by the institution, with a reason that the learner reads", async () => {
      const { client, lesson, enrolmentId, classId, submit, school, grant } = await aStuckStudent();
      const list = () => school.get<{ rows: object[] }>(`/api/v1/classes/${classId}/quiz-attempts`);
      expect((await list()).body.rows).toMatchObject([{ attempts: 3, attemptsLeft: 0, passed: false, grants: [] }]);
      expect((await grant()).status).toBe(200);
      expect((await questions(client, lesson.id, enrolmentId)).body).toMatchObject({
        attemptsLeft: 2,
        granted: { attempts: 2, reason: "课后辅导过一次" },
      });
      const inbox = await client.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
      expect(inbox.body.rows[0]?.text).toContain("课后辅导过一次");
      expect((await submit(RIGHT)).body).toMatchObject({ passed: true, answers: RIGHT.map((each) => each.toSorted()) });
      expect((await list()).body.rows).toMatchObject([{ attempts: 4, passed: true, grants: [{ attempts: 2 }] }]);
    });

    it("once, not while some are left, not after passing, and by nobody else", async () => {
      const { submit, grant } = await aStuckStudent();
      const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
      expect((await grant({}, stranger)).status).toBe(403);
      expect((await grant({ reason: "补" })).body.errors?.[0]?.pointer).toBe("/reason");
      const both = await Promise.all([grant(), grant()]);
      expect(both.map((each) => each.status).toSorted()).toEqual([200, 409]);
      expect((await grant()).body.code).toBe("quiz-attempts-left");
      await submit(RIGHT);
      expect((await grant()).body.code).toBe("quiz-passed");
    });
  });
});
