import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  aRoom,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let citizenId: string;
let teacherId: string;
let personId: string;
let room: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  organisationId = await anOrganisation(app);
  institution = await app.as("institution", { organisationId });
  const person = await aPerson(app, { name: "师自学" });
  ({ id: personId, citizenId } = person);
  room = await aRoom(app, organisationId);
  ({ id: teacherId } = await app.services.database
    .insertInto("teacher")
    .values({ organisation_id: organisationId, person_id: personId, employment: "full-time", qualification: null })
    .returning("id")
    .executeTakeFirstOrThrow());
});
afterAll(() => app.close());

const lesson = (date: string) => ({
  date,
  from: "18:30",
  to: "21:30",
  hours: 4,
  topic: "实操",
  teacherId,
  roomId: room,
});
const learner = () => ({ name: "师自学", citizenId });

/** A class in which the person teaches. */
async function taught(state: "draft" | "approved" | "running"): Promise<string> {
  const { id, sessionIds } = await aClass(app, { organisationId, state, startsOn: "2020-03-02", sessions: 2 });
  await app.services.database
    .updateTable("class_session")
    .set({ teacher_id: teacherId, teacher_person_id: personId })
    .where("id", "=", sessionIds[0] ?? "")
    .execute();
  return id;
}
/** A class in which the person learns. */
async function attendedBy(state: "draft" | "approved" | "running") {
  const made = await aClass(app, { organisationId, state, startsOn: "2020-04-06", sessions: 2 });
  await anEnrolment(app, made.id, personId);
  return made;
}

describe("nobody teaches and learns in one class", () => {
  it.each<[string, () => Promise<{ body: { code?: string } }>]>([
    [
      "the roster takes no teacher of the class",
      async () => institution.post(`/api/v1/classes/${await taught("draft")}/roster`, learner()),
    ],
    [
      "nor does a change",
      async () =>
        institution.post(`/api/v1/classes/${await taught("running")}/changes`, {
          kind: "joiner",
          learner: learner(),
          reason: "补录一人",
        }),
    ],
  ])("%s", async (_what, act) => {
    const { database } = app.services;
    expect((await act()).body.code).toBe("teacher-is-learner");
    await database.updateTable("class_session").set({ cancelled: true, cancelled_because: "试" }).execute();
  });

  it.each<[string, () => Promise<{ body: { code?: string; detail?: string } }>]>([
    [
      "the timetable takes no learner as teacher",
      async () => institution.post(`/api/v1/classes/${(await attendedBy("draft")).id}/sessions`, lesson("2020-04-06")),
    ],
    [
      "nor when a lesson is edited",
      async () => {
        const { id, sessionIds } = await attendedBy("draft");
        return institution.put(`/api/v1/classes/${id}/sessions/${sessionIds[0]}`, lesson("2020-04-07"));
      },
    ],
    [
      "nor by a change",
      async () =>
        institution.post(`/api/v1/classes/${(await attendedBy("approved")).id}/changes`, {
          kind: "timetable",
          sessions: [lesson("2020-04-07")],
          reason: "换教师",
        }),
    ],
  ])("%s", async (_what, act) => {
    const { body } = await act();
    expect(body.code).toBe("timetable-clash");
    expect(body.detail).toContain("该教师是本班学员");
  });
});
