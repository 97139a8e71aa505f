import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, upload, type TestApp, type TestClient } from "../../test/index.ts";

/** Parameter values of a draft go out to a workbook and are read back; reading changes nothing. */
let app: TestApp;
let officer: TestClient;
let id: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  officer = await app.as("reviewer");
  const begun = await officer.post<{ id: string }>("/api/v1/policy-drafts", { programme: "rugao-2019", title: "调整" });
  ({ id } = begun.body);
});
afterAll(() => app.close());

interface Read {
  values: { name: string; value: string; from: string | null; to: string | null; source: string }[];
  errors: { rowNumber: number; column: string; sentence: string }[];
}

it("reads each value under its parameter, and says which line names none", async () => {
  const lines = [
    "参数,编号,值,从哪日起,到哪日止,出处",
    "政策截止日,programme.until,2027-12-31,2025-01-01,,会议纪要",
    "没有的,nobody.knows,1,,,",
    "空值,technicianAward.level1Fen,,,,",
  ];
  const { status, body } = await upload<Read>(officer, `/api/v1/policy-drafts/${id}/parameters/read`, {
    name: "参数.csv",
    content: Buffer.from(lines.join("\n")),
  });
  expect(status).toBe(200);
  expect(body.values).toMatchObject([
    { name: "programme.until", value: "2027-12-31", from: "2025-01-01", to: null, source: "会议纪要" },
  ]);
  expect(body.errors).toMatchObject([{ rowNumber: 3, column: "编号" }]);
  const draft = await officer.get<{ revision: number }>(`/api/v1/policy-drafts/${id}`);
  expect(draft.body.revision).toBe(1);
});

it("goes out as a workbook", async () => {
  const answer = await officer.get(`/api/v1/policy-drafts/${id}/parameters/export`);
  expect(answer.status).toBe(200);
});
