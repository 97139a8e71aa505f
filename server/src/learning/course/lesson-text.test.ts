import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient, upload } from "../../test/index.ts";
import { readOlderDocuments } from "./read-documents.ts";

const SAMPLE = path.resolve(import.meta.dirname, "../../../assets/lessons/working-life-essentials.pdf");

let app: TestApp;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-09T01:00:00Z" });
  clerk = await app.as("institution", { organisationId: await anOrganisation(app) });
});
afterAll(() => app.close());

async function addDocument(content: Buffer): Promise<string> {
  const course = await clerk.post<{ id: string }>("/api/v1/courses", { title: "读物", qualityModule: true });
  const query = new URLSearchParams({ kind: "document", title: "须知", readingMinutes: "10" });
  const url = `/api/v1/courses/${course.body.id}/files?${query.toString()}`;
  return (await upload<{ id: string }>(clerk, url, { name: "a.pdf", content })).body.id;
}

const textOf = async (id: string) =>
  (await clerk.get<{ state: string; pages: string[][] }>(`/api/v1/lessons/${id}/text`)).body;

it("a document's text is read after it was added, in paragraphs without page titles", async () => {
  const id = await addDocument(await readFile(SAMPLE));
  expect(await textOf(id)).toEqual({ state: "waiting", pages: [] });
  await app.drain();
  const { state, pages } = await textOf(id);
  expect(state).toBe("read");
  expect(pages[0]).toContain("1. 与用人单位建立劳动关系，应当订立书面劳动合同。");
  expect(pages.flat().join("")).not.toContain("第 1 页");
});

it("a file that can't be read says so once, and isn't tried again", async () => {
  const id = await addDocument(Buffer.from("%PDF-1.7\n%%EOF\n"));
  await readOlderDocuments.run(app.services);
  await app.drain();
  expect(await textOf(id)).toEqual({ state: "unreadable", pages: [] });
});
