import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { aStudent, testClock } from "../../test/student.ts";

const START = "2020-03-02T00:20:00Z";
let app: TestApp;
let organisationId: string;
beforeAll(async () => {
  app = await createTestApp({ now: START });
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());

const kept = (personId: string) =>
  app.services.database.selectFrom("refused_presence").selectAll().where("person_id", "=", personId).execute();

it("a sign-in while counted in another class leaves a row, and no attendance", async () => {
  const person = await aPerson(app);
  const [here, there] = [
    await aClass(app, { organisationId, sessions: 1 }),
    await aClass(app, { organisationId: await anOrganisation(app), sessions: 1 }),
  ];
  const enrolmentId = await anEnrolment(app, here.id, person.id);
  await attended(app, there.sessionIds, await anEnrolment(app, there.id, person.id), person.id);
  const school = await app.as("institution", { organisationId });
  const learner = await app.as("learner", { personId: person.id });
  const session = here.sessionIds[0] ?? "";
  const { code } = (await school.get<{ code: string }>(`/api/v1/sessions/${session}/code`)).body;
  const device = "a".repeat(16);
  const refused = await learner.post(`/api/v1/sessions/${session}/sign-ins`, { code, device });
  expect([refused.status, refused.body.code]).toEqual([409, "learner-in-two-places"]);
  expect(await kept(person.id)).toMatchObject([
    {
      kind: "sign-in",
      enrolment_id: enrolmentId,
      session_id: session,
      elsewhere_session_id: there.sessionIds[0],
      elsewhere_lease_id: null,
      device,
    },
  ]);
  const marks = await app.services.database
    .selectFrom("attendance_mark")
    .select("id")
    .where("enrolment_id", "=", enrolmentId)
    .execute();
  expect(marks).toEqual([]);
});

it("watching on after the lesson was opened elsewhere leaves one row a sitting, whoever reads it", async () => {
  const clock = testClock(app, START);
  const student = await aStudent(app, clock, organisationId);
  const first = await student.open();
  const second = await student.open();
  for (let n = 0; n < 3; n += 1) {
    clock.tick(10_000);
    expect((await student.beat(first.leaseId, [0, 10_000])).body.code).toBe("lease-lost");
  }
  const rows = await kept(student.person.id);
  expect(rows).toMatchObject([{ kind: "watch", lease_id: first.leaseId, elsewhere_lease_id: second.leaseId }]);
  await expect(
    app.services.database
      .deleteFrom("refused_presence")
      .where("id", "=", rows[0]?.id ?? 0)
      .execute(),
  ).rejects.toThrow();
});

it("a lesson that was closed, or is watched in one place, leaves none", async () => {
  const clock = testClock(app, START);
  const student = await aStudent(app, clock, organisationId);
  const view = await student.open();
  clock.tick(10_000);
  expect((await student.beat(view.leaseId, [0, 10_000])).status).toBe(200);
  await student.client.post(`/api/v1/watch-leases/${view.leaseId}/end`, {});
  expect((await student.beat(view.leaseId, [10_000, 20_000])).body.code).toBe("lease-lost");
  expect(await kept(student.person.id)).toEqual([]);
});
