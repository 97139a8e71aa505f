import { afterAll, beforeAll, expect, it } from "vitest";
import { aClass, anEnrolment, anOrganisation, aPerson, createTestApp, type TestApp } from "../../test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-20T02:00:00Z" });
});
afterAll(() => app.close());

/** A finished class of a school, with learners who completed it and others who didn't. */
async function anEndedClass(organisationId: string, passed: number, failed: number): Promise<void> {
  const { id } = await aClass(app, { organisationId, state: "completed", sessions: 1 });
  for (let n = 0; n < passed + failed; n += 1) {
    const enrolment = await anEnrolment(app, id, (await aPerson(app)).id);
    await app.services.database
      .updateTable("enrolment")
      .set({ state: n < passed ? "completed" : "failed" })
      .where("id", "=", enrolment)
      .execute();
  }
}

it.each([
  ["four people: nothing is said", 3, 1, null],
  ["five people", 4, 1, { classes: 1, people: 5, passed: 4, known: 0, employed: 0 }],
])("outcomes of earlier classes of %s", async (_what, passed, failed, outcomes) => {
  const organisationId = await anOrganisation(app);
  await anEndedClass(organisationId, passed, failed);
  const { id } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-07-01" });
  const { body } = await app.anonymous.get(`/api/v1/open-classes/${id}/prospect`);
  expect(body).toMatchObject({ exams: [], onlineHours: 0, onlineLessons: [], outcomes });
});

it("is no page of a class that isn't public yet", async () => {
  const { id } = await aClass(app, { organisationId: await anOrganisation(app), state: "draft" });
  expect((await app.anonymous.get(`/api/v1/open-classes/${id}/prospect`)).status).toBe(404);
});
