import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import { aClass, anOrganisation, aStandard, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { upload } from "../../test/upload.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<</Name (承诺书)>>\nendobj\n%%EOF\n");

interface Papers {
  papers: { id: string; name: string; mediaType: string }[];
}

describe("papers of a filing", () => {
  let app: TestApp;
  let institution: TestClient;
  let bureau: TestClient;
  let classId: string;
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-02-10T02:00:00Z" });
    await aStandard(app);
    const organisationId = await anOrganisation(app);
    institution = await app.as("institution", { organisationId });
    bureau = await app.as("reviewer");
    classId = (await aClass(app, { organisationId, state: "draft", startsOn: "2020-03-02", sessions: 1 })).id;
  });
  afterAll(() => app.close());

  let minute = 0;
  const add = (name: string, content: Buffer = PDF, desk = institution) => {
    app.setNow(`2020-02-10T10:${String((minute += 1)).padStart(2, "0")}:00+08:00`);
    const path = `/api/v1/classes/${classId}/papers`;
    return upload<{ id: string; code?: string; detail?: string }>(desk, path, { name, content });
  };
  const names = async (desk = bureau) =>
    (await desk.get<Papers>(`/api/v1/classes/${classId}/papers`)).body.papers.map((paper) => paper.name);
  const remove = (id: string) => institution.post(`/api/v1/classes/${classId}/papers/${id}/removal`);
  const become = (state: string) =>
    sql`update training_class set state = ${state} where id = ${classId}`.execute(app.services.database);

  it("are added and taken out before submission, and lie sealed", async () => {
    const [undertaking, wrong] = [(await add("承诺书.pdf")).body.id, (await add("旧合同.pdf")).body.id];
    expect(await names(institution)).toEqual(["承诺书.pdf", "旧合同.pdf"]);
    expect((await remove(wrong)).status).toBe(200);
    expect((await remove(wrong)).status).toBe(404);
    expect(await names()).toEqual(["承诺书.pdf"]);
    const seen = await bureau.inject({ url: `/api/v1/classes/${classId}/papers/${undertaking}` });
    expect(seen.headers).toMatchObject({ "content-type": "application/pdf", "cache-control": "private, no-store" });
    expect(seen.rawPayload.equals(PDF)).toBe(true);
    const file = await app.services.database
      .selectFrom("stored_file")
      .select("sealed")
      .where("id", "=", undertaking)
      .executeTakeFirstOrThrow();
    expect(file.sealed).toBe(true);
  });

  it("are PDF, pictures and Word, by their content", async () => {
    expect(await add("计划.docx", Buffer.from("<html><script>alert(1)</script></html>"))).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining("Word") as string },
    });
  });

  it("are nobody else's", async () => {
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await add("别人的.pdf", PDF, other)).status).toBe(403);
    expect((await other.get(`/api/v1/classes/${classId}/papers`)).status).toBe(403);
    expect((await elsewhere.get(`/api/v1/classes/${classId}/papers`)).status).toBe(403);
  });

  it("stay as they are once the class is filed, and can be changed again when it is returned", async () => {
    const [paper] = (await institution.get<Papers>(`/api/v1/classes/${classId}/papers`)).body.papers;
    await become("submitted");
    expect((await add("补充.pdf")).body.code).toBe("class-not-editable");
    expect((await remove(paper?.id ?? "")).status).toBe(409);
    await expect(
      sql`update class_paper set removed_at = now(), removed_by = added_by`.execute(app.services.database),
    ).rejects.toThrow("stay as they are");
    await become("returned");
    expect((await add("补充.pdf")).status).toBe(200);
    expect(await names()).toEqual(["承诺书.pdf", "补充.pdf"]);
  });
});
