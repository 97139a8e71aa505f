import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClass, anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

const RULE = { effectiveFrom: "2020-03-01", minimumPercent: 80, sufficient: true, source: "县人社〔2020〕3 号" };

const decide = (desk: TestClient, id: string, agreed = true) =>
  desk.post<{ code?: string }>(`/api/v1/attendance-rules/${id}/decision`, { agreed });

describe("a rule of attendance", () => {
  let app: TestApp;
  let first: TestClient;
  let second: TestClient;
  let school: string;
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
    [first, second] = [await app.as("reviewer"), await app.as("reviewer")];
    school = await anOrganisation(app);
  });
  afterAll(() => app.close());

  const propose = async (change: object = {}) =>
    (await first.post<{ id: string; code?: string }>("/api/v1/attendance-rules", { ...RULE, ...change })).body;
  const ruleOf = async (classId: string) =>
    (await app.anonymous.get<{ sentence: string }>(`/api/v1/classes/${classId}/completion-rule`)).body;

  it("holds once a second officer agreed, for classes from its day on, whose institutions are told", async () => {
    const before = await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-02-28" });
    const after = await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-03-02" });
    const { id } = await propose();
    expect((await ruleOf(after.id)).sentence).toBe("计入课时满 60 课时，可以参加结业考核。");
    expect((await decide(first, id)).body.code).toBe("decided-by-setter");
    expect((await decide(second, id)).status).toBe(200);
    expect((await decide(second, id)).body.code).toBe("rule-decided");
    expect(await ruleOf(after.id)).toMatchObject({ minimumPercent: 80, sufficient: true });
    expect((await ruleOf(after.id)).sentence).toContain("出勤达到课表的 80%、计入课时满 48 课时");
    expect(await ruleOf(before.id)).toMatchObject({ minimumPercent: 0 });
    const institution = await app.as("institution", { organisationId: school });
    await app.services.database
      .updateTable("account")
      .set({ created_at: new Date("2020-01-01") })
      .execute();
    const { body } = await institution.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages");
    const told = body.rows.filter(({ template }) => template === "attendance-rule-decided");
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining("涉及贵单位待开的 1 个班")]);
  });

  it("of the same day replaces the one before", async () => {
    const { id } = await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-03-09" });
    app.setNow("2020-02-20T02:10:00Z");
    const next = await propose({ minimumPercent: 70, sufficient: false });
    await decide(second, next.id);
    expect((await ruleOf(id)).sentence).toContain("计入课时满 60 课时，且出勤不低于课表的 70%");
  });

  it.each([
    ["a day that has passed", { effectiveFrom: "2020-02-19" }, "effective-too-early"],
    ["nothing as enough", { minimumPercent: 0 }, "invalid-input"],
  ])("refuses %s", async (_what, change, code) => {
    expect((await propose(change)).code).toBe(code);
  });

  it("isn't agreed on after its day", async () => {
    const { id } = await propose({ effectiveFrom: "2020-02-21" });
    app.setNow("2020-02-22T02:00:00Z");
    const late = await app.as("reviewer");
    expect((await decide(late, id)).body.code).toBe("effective-passed");
    expect((await decide(late, id, false)).status).toBe(200);
  });
});
