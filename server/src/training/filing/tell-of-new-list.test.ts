import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClass, anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

const ELECTRICIAN = {
  occupation: "6-31-01-03",
  occupationName: "电工",
  level: 5,
  edition: 2022,
  trainingFen: 100_000,
  assessmentFen: 20_000,
  requiredHours: 60,
};

describe("a new list over classes ahead", () => {
  let app: TestApp;
  let school: string;
  let institution: TestClient;
  let bureau: TestClient;
  let filed: string;

  const told = async (client: TestClient) => {
    await app.drain();
    const { body } = await client.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50");
    return body.rows.filter(({ template }) => template === "list-touches-classes").map(({ text }) => text);
  };
  const publish = async (effectiveFrom: string, row: object) => {
    await bureau.put("/api/v1/catalogue/occupations/draft/rows", row);
    expect((await bureau.post("/api/v1/catalogue/occupations/versions", { effectiveFrom })).status).toBe(200);
  };

  beforeAll(async () => {
    app = await createTestApp({ now: "2020-01-10T02:00:00Z" });
    school = await anOrganisation(app);
    institution = await app.as("institution", { organisationId: school });
    bureau = await app.as("reviewer");
    await publish("2019-01-01", ELECTRICIAN);
    filed = (await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-03-02" })).id;
    await app.services.database
      .updateTable("training_class")
      .set({ submitted_at: new Date("2020-01-10T03:00:00Z") })
      .where("id", "=", filed)
      .execute();
    app.setNow("2020-01-20T02:00:00Z");
    institution = await app.as("institution", { organisationId: school });
    bureau = await app.as("reviewer");
  });
  afterAll(() => app.close());

  it("tells nobody of the first list, nor whose classes begin before it or stay as they were", async () => {
    await aClass(app, { organisationId: await anOrganisation(app), state: "approved", startsOn: "2020-02-10" });
    await publish("2020-02-20", { ...ELECTRICIAN, occupation: "4-10-01-05", occupationName: "养老护理员" });
    expect(await told(institution)).toEqual([]);
  });

  it("tells the institution which classes, what changes, and by which list they are paid", async () => {
    const unfiled = await aClass(app, { organisationId: school, state: "draft", startsOn: "2020-03-09" });
    const elsewhere = await anOrganisation(app);
    await aClass(app, { organisationId: elsewhere, state: "approved", startsOn: "2020-02-28" });
    await publish("2020-03-01", { ...ELECTRICIAN, trainingFen: 200_000, requiredHours: 80 });
    const [text] = await told(institution);
    expect(text).toContain("第 3 版自 2020-03-01 起生效，涉及贵单位待开的 2 个班");
    expect(text).toContain("改为 2,200.00 元、80 课时");
    expect(text).toContain("都按提交时的目录核定，不需要改");
    expect(text).toContain("按新目录核对课时后再提交");
    expect(await told(await app.as("institution", { organisationId: elsewhere }))).toEqual([]);

    const codes = async (id: string) => {
      const { body } = await institution.get<{ findings: { code: string }[] }>(`/api/v1/classes/${id}/checks`);
      return body.findings.map(({ code }) => code);
    };
    expect(await codes(filed)).toContain("filed-under-earlier-list");
    expect(await codes(filed)).not.toContain("hours-below-standard");
    expect(await codes(unfiled.id)).toContain("hours-below-standard");
  });
});
