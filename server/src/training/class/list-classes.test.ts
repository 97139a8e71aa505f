import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClass, anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

interface Page {
  rows: { id: string; startsOn: string; number: string }[];
  nextCursor: string | null;
}

let app: TestApp;
let bureau: TestClient;
let first: string;
let institution: TestClient;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-20T02:00:00Z" });
  const organisations = [await anOrganisation(app, { name: "甲学校" }), await anOrganisation(app, { name: "乙学校" })];
  first = organisations[0] ?? "";
  for (const organisationId of organisations)
    for (const startsOn of ["2020-03-02", "2020-05-04", "2020-05-04", "2020-07-01"])
      await aClass(app, {
        organisationId,
        startsOn,
        sessions: 1,
        state: startsOn < "2020-04" ? "running" : "approved",
      });
  bureau = await app.as("reviewer");
  institution = await app.as("institution", { organisationId: first });
});
afterAll(() => app.close());

describe("the list of classes", () => {
  it.each([
    ["-startsOn", (a: string, b: string) => a >= b],
    ["startsOn", (a: string, b: string) => a <= b],
  ])("comes %s first, page by page, each class once", async (sort, inOrder) => {
    const seen: Page["rows"] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { body: Page } = await bureau.get(
        `/api/v1/classes?sort=${sort}&limit=3${cursor ? `&cursor=${cursor}` : ""}`,
      );
      seen.push(...page.body.rows);
      ({ nextCursor: cursor } = page.body);
    }
    expect(new Set(seen.map((row) => row.id)).size).toBe(8);
    expect(seen).toHaveLength(8);
    expect(seen.every((row, index) => index === 0 || inOrder(seen[index - 1]?.startsOn ?? "", row.startsOn))).toBe(
      true,
    );
  });

  it.each([
    ["state=running", 2],
    ["from=2020-06-01", 2],
    ["to=2020-04-01", 2],
    ["occupation=6-31-01-03&town=320682001", 8],
    ["town=320682103", 0],
    ["benefit=order-class", 0],
    ["q=甲学校", 4],
  ])("filtered by %s has %i", async (query, count) => {
    expect((await bureau.get<Page>(`/api/v1/classes?${encodeURI(query)}`)).body.rows).toHaveLength(count);
  });

  it("shows an institution its own only", async () => {
    expect((await institution.get<Page>("/api/v1/classes")).body.rows).toHaveLength(4);
    expect((await institution.get<Page>(`/api/v1/classes?organisationId=${first}`)).body.rows).toHaveLength(4);
  });

  it("refuses a cursor that is none", async () => {
    expect((await bureau.get("/api/v1/classes?cursor=abc")).body.code).toBe("invalid-cursor");
  });
});
