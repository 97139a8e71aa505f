import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrganisation, aRoom, aTeacher, createTestApp, type TestApp, type TestClient } from "../test/index.ts";

let app: TestApp;
let school: string;
let clerk: TestClient;
let stranger: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  school = await anOrganisation(app, { name: "如城示例职业培训学校" });
  clerk = await app.as("institution", { organisationId: school });
  stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
});
afterAll(() => app.close());

interface Rows<T = Record<string, unknown>> {
  rows: (T & { id: string })[];
  nextCursor: string | null;
}

describe("the list of organisations", () => {
  test("is public, pages by name and filters by kind and words", async () => {
    await anOrganisation(app, { name: "示例机械厂", kind: "enterprise" });
    await anOrganisation(app, { name: "示例人社局", kind: "department" });
    const names: unknown[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { body: Rows } = await app.anonymous.get<Rows>(
        `/api/v1/organisations?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      names.push(...page.body.rows.map((row) => row.name));
      cursor = page.body.nextCursor;
    }
    expect(names).toContain("示例机械厂");
    expect(names).not.toContain("示例人社局");
    expect(new Set(names).size).toBe(names.length);
    const found = await app.anonymous.get<Rows>(`/api/v1/organisations?q=${encodeURIComponent("如城")}`);
    expect(found.body.rows.map((row) => row.id)).toEqual([school]);
    expect(found.body.rows[0]?.kindLabel).toBe("民办职业培训机构");
  });

  test("shows one organisation; an unknown one is a 404", async () => {
    expect((await app.anonymous.get(`/api/v1/organisations/${school}`)).status).toBe(200);
    expect((await app.anonymous.get("/api/v1/organisations/00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });
});

describe("teachers", () => {
  const teacher = {
    name: "沈示例",
    citizenId: makeCitizenId("320682", civilDate("1982-07-08"), 31),
    phone: "13812345678",
    employment: "part-time",
    occupations: ["6-31-01-03", "6-31-01-03"],
  };

  test("are added by real name, edited, leave and come back", async () => {
    const added = await clerk.post<{ id: string }>(`/api/v1/organisations/${school}/teachers`, teacher);
    expect(added.status).toBe(200);
    const again = await clerk.post(`/api/v1/organisations/${school}/teachers`, teacher);
    expect([again.status, again.body.code]).toEqual([409, "teacher-exists"]);
    const edited = await clerk.put(`/api/v1/teachers/${added.body.id}`, {
      employment: "full-time",
      occupations: ["6-31-01-03", "6-18-02-04"],
      qualification: "电工二级",
    });
    expect(edited.status).toBe(200);
    expect((await clerk.post(`/api/v1/teachers/${added.body.id}/leaving`)).status).toBe(200);
    expect((await clerk.post(`/api/v1/teachers/${added.body.id}/leaving`)).body.code).toBe("teacher-left");
    const back = await clerk.post<{ id: string }>(`/api/v1/organisations/${school}/teachers`, teacher);
    expect(back.body.id).toBe(added.body.id);
    const listed = await clerk.get<Rows>(`/api/v1/organisations/${school}/teachers?occupation=6-31-01-03`);
    expect(listed.body.rows).toMatchObject([
      {
        name: "沈示例",
        employmentLabel: "兼职",
        occupations: ["6-31-01-03"],
        state: "active",
        phoneMasked: "138****5678",
      },
    ]);
    expect(JSON.stringify(listed.body)).not.toContain(teacher.citizenId);
  });

  test("of another organisation are neither seen nor changed", async () => {
    const { id } = await aTeacher(app, school);
    const body = { employment: "full-time", occupations: [], qualification: null };
    expect((await stranger.get(`/api/v1/organisations/${school}/teachers`)).status).toBe(403);
    expect((await stranger.put(`/api/v1/teachers/${id}`, body)).status).toBe(403);
    expect((await stranger.post(`/api/v1/teachers/${id}/leaving`)).status).toBe(403);
  });

  test("a number that belongs to another name is refused at the name", async () => {
    const refused = await clerk.post(`/api/v1/organisations/${school}/teachers`, { ...teacher, name: "别示例" });
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      422,
      "person-name-mismatch",
      "/name",
    ]);
  });
});

describe("rooms", () => {
  const room = { name: "实训一室", address: "示例路 2 号", capacity: 40, latitude: 32.4, longitude: 120.5 };

  test("are added, edited and closed by their organisation", async () => {
    const added = await clerk.post<{ id: string }>(`/api/v1/organisations/${school}/rooms`, room);
    expect(added.status).toBe(200);
    expect((await clerk.post(`/api/v1/organisations/${school}/rooms`, room)).body.code).toBe("room-exists");
    expect((await clerk.put(`/api/v1/rooms/${added.body.id}`, { ...room, capacity: 45 })).status).toBe(200);
    expect((await stranger.put(`/api/v1/rooms/${added.body.id}`, room)).status).toBe(403);
    expect((await clerk.post(`/api/v1/rooms/${added.body.id}/closing`)).status).toBe(200);
    await aRoom(app, school);
    const open = await clerk.get<Rows>(`/api/v1/organisations/${school}/rooms?state=active`);
    expect(open.body.rows).toHaveLength(1);
  });

  test.each([
    ["no seats", { capacity: 0 }],
    ["half a position", { latitude: null }],
    ["a position outside the country", { latitude: 80 }],
  ])("with %s are refused", async (_what, change) => {
    expect((await clerk.post(`/api/v1/organisations/${school}/rooms`, { ...room, ...change })).status).toBe(422);
  });
});
