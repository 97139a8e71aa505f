import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { openAnomaliesOf } from "./open-anomalies.ts";

interface Line {
  id: string;
  rule: string;
  title: string;
  severity: number;
  state: string;
  summary: string;
}

let app: TestApp;
let reviewer: TestClient;
let classId: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  reviewer = await app.as("reviewer");
  // Not admitted (severity 3), and two learners with one phone (severity 2).
  classId = (await aClass(app, { organisationId: await anOrganisation(app) })).id;
  for (let n = 0; n < 2; n += 1) await anEnrolment(app, classId, (await aPerson(app, { phone: "13900001111" })).id);
});
afterAll(() => app.close());

const queue = async (query = "") =>
  (await reviewer.get<{ rows: Line[]; nextCursor: string | null }>(`/api/v1/anomalies?${query}`)).body;

const scan = () =>
  reviewer.post<{ rules: { rule: string; found: number; fresh: number }[] }>("/api/v1/anomalies/scans");
const fresh = (answer: Awaited<ReturnType<typeof scan>>) =>
  answer.body.rules.reduce((sum, rule) => sum + rule.fresh, 0);

describe("anomalies", () => {
  it("are found by a scan, and found once", async () => {
    expect(fresh(await scan())).toBe(2);
    expect(fresh(await scan())).toBe(0);
    expect((await queue()).rows.map((row) => [row.rule, row.severity])).toEqual([
      ["outside-admission", 3],
      ["shared-phone", 2],
    ]);
  });

  it("come in pages, the gravest first", async () => {
    const one = await queue("limit=1");
    const two = await queue(`limit=1&cursor=${one.nextCursor}`);
    expect([one.rows[0]?.rule, two.rows[0]?.rule, two.nextCursor]).toEqual(["outside-admission", "shared-phone", null]);
  });

  it("stand beside the class for whoever reviews it, and against its claims", async () => {
    const { body } = await reviewer.get<{ rows: Line[] }>(`/api/v1/classes/${classId}/anomalies`);
    expect(body.rows).toHaveLength(2);
    const open = await openAnomaliesOf(app.services.database, [classId]);
    expect(open.get(classId)?.map((each) => each.title)).toEqual(["超出准入职业或等级办班", "同班学员共用手机号"]);
  });

  it("say who they are about: by name to those who work on them, masked to others", async () => {
    const phone = (await queue("rule=shared-phone")).rows[0] as Line;
    const people = async (client: TestClient) =>
      (
        await client.get<{ things: { kind: string; label: string; detail: string; pageId: string }[] }>(
          `/api/v1/anomalies/${phone.id}/evidence`,
        )
      ).body.things;
    const named = await people(reviewer);
    expect(named.map((thing) => [thing.kind, thing.detail])).toEqual([
      ["person", "第 1 号"],
      ["person", "第 2 号"],
    ]);
    expect((await reviewer.get(`/api/v1/people/${named[0]?.pageId}`)).status).toBe(200);
    const masked = await people(await app.as("finance"));
    expect(masked.every((thing) => thing.label.includes("*"))).toBe(true);
    expect((await people(await app.as("auditor"))).map((thing) => thing.label)).toEqual(
      named.map((thing) => thing.label),
    );
  });

  it("are answered once, with a reason, and answers outlive the next scan", async () => {
    const phone = (await queue("rule=shared-phone")).rows[0] as Line;
    const decide = (body: object, client = reviewer) => client.post(`/api/v1/anomalies/${phone.id}/decision`, body);
    expect((await decide({ verdict: "explained", reason: "" })).status).toBe(422);
    expect((await decide({ verdict: "explained", reason: "夫妻共用" }, await app.as("auditor"))).status).toBe(403);
    expect((await decide({ verdict: "explained", reason: "夫妻共用手机，已电话核实" })).status).toBe(200);
    expect((await decide({ verdict: "confirmed", reason: "再想一想" })).body.code).toBe("anomaly-answered");
    await reviewer.post("/api/v1/anomalies/scans");
    expect((await queue("state=explained")).rows).toMatchObject([{ rule: "shared-phone", state: "explained" }]);
    expect((await openAnomaliesOf(app.services.database, [classId])).get(classId)).toHaveLength(1);
  });

  it("of another county are not ours", async () => {
    const stranger = await app.as("reviewer", { region: "320681" });
    expect((await stranger.get("/api/v1/anomalies")).body).toMatchObject({ rows: [] });
  });

  it("leave as a workbook", async () => {
    const sheet = await reviewer.inject({ method: "GET", url: "/api/v1/anomalies/export?state=open" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  it("say by what rules they are found", async () => {
    const { body } = await reviewer.get<{ rules: { title: string; clause: string }[] }>("/api/v1/anomalies/rules");
    expect(body.rules.length).toBeGreaterThanOrEqual(20);
  });
});
