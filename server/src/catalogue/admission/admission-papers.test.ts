import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { upload } from "../../test/upload.ts";

/** A picture of one pixel with words in it that must not be found on disk. */
const PNG = Buffer.concat([
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  Buffer.from("教师资格证 张示例"),
]);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

let app: TestApp;
let institution: TestClient;
let bureau: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-01-10T02:00:00Z" });
  institution = await app.as("institution", { organisationId: await anOrganisation(app) });
  bureau = await app.as("reviewer");
});
afterAll(() => app.close());

interface Paper {
  id: string;
  name: string;
  mediaType: string;
  kind: string;
  kindLabel: string;
}

const handIn = (kind: string, content: Buffer, name: string, client = institution) =>
  upload<{ id: string }>(client, `/api/v1/papers?kind=${kind}`, { name, content, type: "application/pdf" });

async function anApplication(evidenceFileIds: string[], level = 5): Promise<string> {
  const { body } = await institution.post<{ id: string }>("/api/v1/admissions", {
    activity: "training",
    occupation: "6-31-01-03",
    level,
    statement: "专职教师 5 人，实训室 3 间，设备齐全",
    evidenceFileIds,
  });
  return body.id;
}

async function allFiles(): Promise<Buffer[]> {
  const { directory } = app.services.files;
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name))),
  );
}

describe("papers of an application", () => {
  it("are seen by the bureau next to it as what they are, and lie sealed on disk", async () => {
    const teachers = (await handIn("teachers", PNG, "教师资格证.pdf")).body.id;
    const licence = (await handIn("business-licence", PDF, "营业执照.pdf")).body.id;
    const id = await anApplication([teachers, licence]);
    await institution.post(`/api/v1/admissions/${id}/submission`);
    const { body } = await bureau.get<{ evidence: Paper[] }>(`/api/v1/admissions/${id}`);
    // The picture was called a PDF by its name and its sender: its content counts.
    expect(body.evidence).toMatchObject([
      { id: teachers, kind: "teachers", kindLabel: "师资名册和资格证书", mediaType: "image/png" },
      { id: licence, kind: "business-licence", mediaType: "application/pdf" },
    ]);
    const seen = await bureau.inject({ url: `/api/v1/admissions/${id}/papers/${teachers}` });
    expect(seen.headers).toMatchObject({ "content-type": "image/png", "cache-control": "private, no-store" });
    expect(seen.rawPayload.equals(PNG)).toBe(true);
    expect((await allFiles()).some((file) => file.includes("张示例"))).toBe(false);
  });

  it("are nobody else's", async () => {
    const paper = (await handIn("rules", PDF, "制度.pdf")).body.id;
    const id = await anApplication([paper], 4);
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await institution.get(`/api/v1/papers/${paper}`)).status).toBe(200);
    expect((await other.get(`/api/v1/papers/${paper}`)).status).toBe(404);
    expect((await other.get(`/api/v1/admissions/${id}/papers/${paper}`)).status).toBe(403);
    expect((await elsewhere.get(`/api/v1/admissions/${id}/papers/${paper}`)).status).toBe(403);
    // A paper of the same organisation that this application doesn't name isn't accessible through it.
    const loose = (await handIn("other", PDF, "其他.pdf")).body.id;
    expect((await bureau.get(`/api/v1/admissions/${id}/papers/${loose}`)).status).toBe(404);
    expect(
      (
        await other.post("/api/v1/admissions", {
          activity: "training",
          occupation: "6-31-01-03",
          level: 5,
          evidenceFileIds: [paper],
        })
      ).body.code,
    ).toBe("evidence-unknown");
  });

  it.each([
    ["a web page", Buffer.from("<html><script>alert(1)</script></html>"), 415, "upload-type-refused"],
    ["a program", Buffer.from("MZ\x90\0\x03\0", "latin1"), 415, "upload-type-unknown"],
    ["a scan too large", Buffer.concat([PDF, Buffer.alloc(10 << 20)]), 413, "file-too-large"],
    ["nothing", Buffer.alloc(0), 422, "file-empty"],
  ])("are not %s", async (_what, content, status, code) => {
    expect(await handIn("premises", content, "租赁合同.pdf")).toMatchObject({ status, body: { code } });
  });

  it("come later while the bureau looks at it, and not after it has answered", async () => {
    const id = await anApplication([], 3);
    await institution.post(`/api/v1/admissions/${id}/submission`);
    const late = (await handIn("premises", PDF, "租赁合同.pdf")).body.id;
    const supplement = () => institution.post(`/api/v1/admissions/${id}/papers`, { evidenceFileIds: [late] });
    expect((await supplement()).status).toBe(200);
    const { body } = await bureau.get<{ evidence: Paper[] }>(`/api/v1/admissions/${id}`);
    expect(body.evidence.map((paper) => paper.kindLabel)).toEqual(["场地产权或租赁证明"]);
    await bureau.post(`/api/v1/admissions/${id}/decision`, { verdict: "admit" });
    expect((await supplement()).body.code).toBe("admission-not-editable");
  });
});
