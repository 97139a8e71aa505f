import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anOrganisation,
  aPerson,
  aRoom,
  aTeacher,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let reviewer: TestClient;

beforeAll(async () => {
  app = await createTestApp();
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());

async function at(instant: string): Promise<void> {
  app.setNow(instant);
  institution = await app.as("institution", { organisationId });
  reviewer = await app.as("reviewer");
}
async function ask(id: string, change: object) {
  return institution.post<{ id: string; state: string; code?: string }>(`/api/v1/classes/${id}/changes`, {
    reason: "教师临时出差",
    ...change,
  });
}
const lessonsOf = async (id: string) => {
  const { body } = await institution.get<{ sessions: { cancelled: boolean }[] }>(`/api/v1/classes/${id}/sessions`);
  return body.sessions.filter((session) => !session.cancelled).length;
};

describe("an approved class isn't rewritten alone", () => {
  it.each<[string, { cancel: number[]; replace: boolean }, string]>([
    ["a lesson moved to another day", { cancel: [3], replace: true }, "applied"],
    ["the module of ethics, law and safety dropped", { cancel: [0], replace: true }, "submitted"],
    ["most hours dropped", { cancel: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], replace: false }, "submitted"],
  ])("%s", async (_what, { cancel, replace }, state) => {
    await at("2020-02-20T02:00:00Z");
    const { id, sessionIds } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02" });
    const lesson = {
      date: "2020-03-10",
      from: "13:30",
      to: "16:30",
      hours: 4,
      topic: "实操",
      practice: true,
      teacherId: (await aTeacher(app, organisationId)).id,
      roomId: await aRoom(app, organisationId),
    };
    const asked = await ask(id, {
      kind: "timetable",
      cancel: cancel.map((n) => sessionIds[n]),
      sessions: replace ? [lesson] : [],
    });
    expect(asked.body.state).toBe(state);
    if (state === "applied") return;
    expect(await lessonsOf(id)).toBe(15);
    const queue = await reviewer.get<{ rows: { id: string; content: { against?: string[] } }[] }>(
      "/api/v1/class-changes?state=submitted",
    );
    expect(queue.body.rows.find((row) => row.id === asked.body.id)?.content.against).toHaveLength(1);
    const decided = await reviewer.post(`/api/v1/class-changes/${asked.body.id}/decision`, { verdict: "approve" });
    expect(decided.status).toBe(200);
    expect(await lessonsOf(id)).toBe(15 - cancel.length + (replace ? 1 : 0));
  });

  it("nobody joins after the last lesson", async () => {
    const { id } = await aClass(app, { organisationId, startsOn: "2020-03-02", sessions: 3 });
    await at("2020-03-08T02:00:00Z");
    const person = await aPerson(app, { name: "李示例" });
    const learner = { name: "李示例", citizenId: person.citizenId };
    expect((await ask(id, { kind: "joiner", learner })).body.code).toBe("no-lessons-left");
  });
});
