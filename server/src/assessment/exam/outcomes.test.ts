import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveEndedClasses } from "../../training/run/archive-class.ts";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let organisationId: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

/** An ended class of 60 hours with one learner, who attended this many lessons of four hours, and its exam. */
async function anEndedClass(lessons: number) {
  const { id, sessionIds } = await aClass(app, { organisationId, state: "completed" });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, id, person.id);
  await attended(app, sessionIds.slice(0, lessons), enrolmentId, person.id);
  const exam = await clerk.post<{ id: string }>(`/api/v1/classes/${id}/exams`, {
    kind: "completion",
    heldOn: "2020-03-24",
  });
  return { id, enrolmentId, examId: exam.body.id };
}
const archive = (id: string) => clerk.post<{ detail: string }>(`/api/v1/classes/${id}/archive`, {});
const finish = (enrolmentId: string, body: object) => clerk.post(`/api/v1/enrolments/${enrolmentId}/outcome`, body);
async function resultsDue(): Promise<number | undefined> {
  const { body } = await clerk.get<{ queues: { code: string; count: number }[] }>("/api/v1/institution/home");
  return body.queues.find((queue) => queue.code === "results-due")?.count;
}

describe("how a learner's class ends", () => {
  it.each<[string, { lessons: number; result?: object; outcome: object; shown: string }]>([
    ["short of hours", { lessons: 10, outcome: { code: "hours-short" }, shown: "课时或出勤不足，缺 20 课时" }],
    ["absent", { lessons: 15, result: { absent: true }, outcome: { code: "absent" }, shown: "缺考" }],
    ["failed the exam", { lessons: 15, result: { score: 40 }, outcome: { code: "exam-failed" }, shown: "考核不合格" }],
    ["left", { lessons: 12, outcome: { code: "left", reason: "外出务工" }, shown: "中途离班，缺 12 课时" }],
  ])("%s; then the class can be archived", async (_what, { lessons, result, outcome, shown }) => {
    const { id, enrolmentId, examId } = await anEndedClass(lessons);
    expect(await resultsDue()).toBe(1);
    expect((await archive(id)).body).toMatchObject({ code: "outcomes-missing" });
    if (result) {
      const recorded = await clerk.post(`/api/v1/exams/${examId}/results`, { enrolmentId, ...result });
      expect(recorded.status).toBe(200);
    }
    expect((await finish(enrolmentId, { outcome: "failed", ...outcome })).status).toBe(200);
    expect(await resultsDue()).toBe(0);
    const { body } = await clerk.get<{ rows: { notCompleted: string }[] }>(`/api/v1/classes/${id}/roster`);
    expect(body.rows.map((row) => row.notCompleted)).toEqual([shown]);
    expect((await archive(id)).status).toBe(200);
    expect((await clerk.get<{ state: string }>(`/api/v1/classes/${id}`)).body.state).toBe("closed");
  });

  it.each([
    ["hours that are there", 15, { code: "hours-short" }, "outcome-contradicted"],
    ["an absence that isn't recorded", 15, { code: "absent" }, "outcome-contradicted"],
    ["leaving without a word", 15, { code: "left" }, "reason-missing"],
  ])("isn't %s", async (_what, lessons, body, code) => {
    const { enrolmentId } = await anEndedClass(lessons);
    expect((await finish(enrolmentId, { outcome: "failed", ...body })).body.code).toBe(code);
    await finish(enrolmentId, { outcome: "failed", reason: "整理测试" });
  });

  it("an absence is a result without score, and is corrected like one", async () => {
    const { enrolmentId, examId } = await anEndedClass(15);
    const record = (body: object) => clerk.post(`/api/v1/exams/${examId}/results`, { enrolmentId, ...body });
    expect((await record({ absent: true, score: 60 })).status).toBe(422);
    expect((await record({ absent: true })).status).toBe(200);
    const seat = async () => (await clerk.get<{ seats: object[] }>(`/api/v1/exams/${examId}`)).body.seats[0];
    expect(await seat()).toMatchObject({ score: null, absent: true, passed: false });
    expect((await record({ score: 80, reason: "补考，成绩单为证" })).status).toBe(200);
    expect(await seat()).toMatchObject({ score: 80, absent: false, passed: true, corrections: 1 });
  });

  it("a class long over is archived by itself once everybody has an outcome", async () => {
    const [done, open] = [await anEndedClass(10), await anEndedClass(10)];
    await finish(done.enrolmentId, { outcome: "failed", code: "hours-short" });
    app.setNow("2020-04-30T02:00:00Z");
    await archiveEndedClasses(app.services);
    const states = await app.services.database
      .selectFrom("training_class")
      .select(["id", "state"])
      .where("id", "in", [done.id, open.id])
      .execute();
    expect(new Map(states.map((row) => [row.id, row.state]))).toEqual(
      new Map([
        [done.id, "closed"],
        [open.id, "completed"],
      ]),
    );
  });
});
