import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

/** The sheet that a leader signs: for a draft, and for a published version. */
let app: TestApp;
let officer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  officer = await app.as("reviewer", { name: "甲" });
});
afterAll(() => app.close());

/** The text of each page. */
async function pagesOf(url: string): Promise<string[]> {
  const answer = await officer.inject({ method: "GET", url });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
  const folder = mkdtempSync(path.join(tmpdir(), "sheet-"));
  try {
    const file = path.join(process.env["SHEETS_TO"] ?? folder, `${url.split("/")[3] ?? ""}.pdf`);
    writeFileSync(file, answer.rawPayload);
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const flat = (pages: string[]): string => pages.join("").replace(/\s/gu, "");

describe("the sheet of a version", () => {
  it("has rules, readings, parameters, differences, proof, digest and who signed", async () => {
    const pages = await pagesOf("/api/v1/policy/rugao-2019@2.0.0/sheet");
    const said = flat(pages);
    const policy = app.services.policies.get("rugao-2019@2.0.0");
    for (const part of [
      "条件（须全部满足）",
      "现取：",
      "另一种：",
      "尚待主管部门确认",
      "与第1.0.0版的差别",
      "增加条件",
      "签发人",
      "主管部门（盖章）",
    ])
      expect(said).toContain(part);
    expect(said).toContain(policy?.digest.slice(7));
    expect(said).toMatch(/逐一走过各项补贴的\d+种情形/u);
    expect(said).not.toContain("不作为裁定依据");
  });

  it("of a draft is marked on each page, and says that it isn't proved yet", async () => {
    const { body } = await officer.post<{ id: string }>("/api/v1/policy-drafts", {
      programme: "example-2025",
      title: "调整标准",
    });
    const pages = await pagesOf(`/api/v1/policy-drafts/${body.id}/sheet`);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(flat([page])).toContain("草案未签发，不作为裁定依据");
    expect(flat(pages)).toContain("还没有这份内容的证明");
  });

  it("isn't printed while the draft can't be read", async () => {
    const { body } = await officer.post<{ id: string }>("/api/v1/policy-drafts", {
      programme: "haian-2027",
      title: "海安办法",
    });
    const answer = await officer.get(`/api/v1/policy-drafts/${body.id}/sheet`);
    expect(answer).toMatchObject({ status: 409, body: { code: "draft-unreadable" } });
  });
});
