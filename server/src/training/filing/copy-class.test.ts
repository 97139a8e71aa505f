import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClass, anOrganisation, aStandard, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

interface Copy {
  id: string;
  number: string;
  sessions: number;
  left: { date: string; sentence: string }[];
  code?: string;
}

describe("a class copied for the next term", () => {
  let app: TestApp;
  let school: string;
  let institution: TestClient;
  let source: { id: string; sessionIds: string[] };
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-03-20T02:00:00Z" });
    await aStandard(app);
    school = await anOrganisation(app);
    institution = await app.as("institution", { organisationId: school });
    source = await aClass(app, { organisationId: school, state: "completed", startsOn: "2020-03-02", sessions: 3 });
  });
  afterAll(() => app.close());

  const copy = (startsOn: string, desk = institution) =>
    desk.post<Copy>(`/api/v1/classes/${source.id}/copies`, { name: "电工五级第二期", startsOn });

  it("is a draft with its plan and its timetable as many days later, without learners", async () => {
    const { body } = await copy("2020-04-06");
    expect(body).toMatchObject({ sessions: 3, left: [] });
    const shown = await institution.get<{ state: string; startsOn: string; requiredHours: number; seatsTaken: number }>(
      `/api/v1/classes/${body.id}`,
    );
    expect(shown.body).toMatchObject({ state: "draft", startsOn: "2020-04-06", requiredHours: 60, seatsTaken: 0 });
    const lessons = await institution.get<{ sessions: { startsAt: string }[] }>(`/api/v1/classes/${body.id}/sessions`);
    const before = await institution.get<{ sessions: { startsAt: string }[] }>(`/api/v1/classes/${source.id}/sessions`);
    const days = (one: { startsAt: string }, at: number) =>
      (Date.parse(one.startsAt) - Date.parse(before.body.sessions[at]?.startsAt ?? "")) / 86_400_000;
    expect(lessons.body.sessions.map(days)).toEqual([35, 35, 35]);
  });

  it("leaves out and names what clashes there", async () => {
    const { body } = await copy("2020-04-07");
    expect(body.sessions + body.left.length).toBe(3);
    expect(body.left[0]?.sentence).toContain("此时已排在");
  });

  it.each(["0001-01-01", "9999-12-31"])("isn't moved to %s", async (startsOn) => {
    expect(await copy(startsOn)).toMatchObject({ status: 422, body: { code: "invalid-input" } });
  });

  it("is of the institution's own classes only", async () => {
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await copy("2020-05-06", other)).status).toBe(403);
  });
});
