import { civilDate, makeCitizenId, makeUscc } from "@jinengtong/standards";
import { factsAt } from "../../people/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrganisation, aRoom, aTeacher, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

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

  test("comes as a workbook", async () => {
    const sheet = await app.anonymous.inject({ url: "/api/v1/organisations/export?kind=enterprise" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
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

  test("are no children, and what they teach is read in any width", async () => {
    const path = `/api/v1/organisations/${school}/teachers`;
    const child = { ...teacher, citizenId: makeCitizenId("320682", civilDate("2015-07-08"), 31) };
    expect(await clerk.post(path, child)).toMatchObject({ status: 422, body: { code: "too-young" } });
    const typed = {
      ...teacher,
      citizenId: makeCitizenId("320682", civilDate("1979-07-08"), 31),
      occupations: ["４—10－01-０５"],
    };
    expect((await clerk.post(path, { ...typed, name: "宽示例" })).status).toBe(200);
  });

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
    for (const name of [
      ` ${room.name} `,
      room.name.split("").join("　"),
      room.name.replaceAll(/[0-9]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
    ])
      expect((await clerk.post(`/api/v1/organisations/${school}/rooms`, { ...room, name })).body.code).toBe(
        "room-exists",
      );
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

describe("an organisation", () => {
  const uscc = makeUscc("91", "320682", "MA9990001");
  const body = { uscc, name: "新示例职业培训学校", kind: "training-institution", town: "320682103" };

  test("is entered by the bureau once, under a code that checks", async () => {
    const reviewer = await app.as("reviewer");
    const added = await reviewer.post<{ id: string }>("/api/v1/organisations", {
      ...body,
      contactPhone: "13812340000",
    });
    expect(added.status).toBe(200);
    const again = await reviewer.post("/api/v1/organisations", body);
    expect([again.status, again.body.code]).toEqual([409, "organisation-exists"]);
    const wrong = await reviewer.post("/api/v1/organisations", {
      ...body,
      uscc: `${uscc.slice(0, -1)}${uscc.endsWith("0") ? 1 : 0}`,
    });
    expect(wrong.body.errors?.[0]?.pointer).toBe("/uscc");
    const elsewhere = await app.as("reviewer", { region: "320601" });
    expect((await elsewhere.post("/api/v1/organisations", body)).body.code).toBe("region-outside");
    expect((await clerk.post("/api/v1/organisations", body)).status).toBe(403);
  });

  test("keeps its own contact, and the phone is masked", async () => {
    const contact = { town: "320682104", address: "示例路 8 号", contactName: "姜示例", contactPhone: "13812349876" };
    expect((await clerk.put("/api/v1/me/organisation", contact)).status).toBe(200);
    const shown = await clerk.get("/api/v1/me/organisation");
    expect(shown.body).toMatchObject({ id: school, address: "示例路 8 号", contactPhoneMasked: "138****9876" });
    const { contactPhone: _unchanged, ...rest } = contact;
    await clerk.put("/api/v1/me/organisation", { ...rest, contactName: "戚示例" });
    expect((await clerk.get("/api/v1/me/organisation")).body).toMatchObject({
      contactName: "戚示例",
      contactPhoneMasked: "138****9876",
    });
    expect(JSON.stringify((await app.anonymous.get(`/api/v1/organisations/${school}`)).body)).not.toMatch(/姜|戚|9876/);
  });

  test("is paid to an account in its own name, seen by finance, set by nobody else", async () => {
    const path = `/api/v1/organisations/${school}/payee-account`;
    const account = { bankName: "示例农商行", number: "3205 0164 2736 0000-1234" };
    expect((await clerk.put(path, account)).status).toBe(200);
    expect((await stranger.put(path, account)).status).toBe(403);
    expect((await stranger.get(path)).status).toBe(403);
    const finance = await app.as("finance");
    expect((await finance.put(path, account)).status).toBe(403);
    expect((await finance.get(path)).body).toMatchObject({
      current: { holderName: "如城示例职业培训学校", numberMasked: "3205************1234" },
      before: [],
    });
    expect((await clerk.put(path, { ...account, number: "12ab" })).body.errors?.[0]?.pointer).toBe("/number");
  });
});

describe("an enterprise", () => {
  test("says whom it employs: a fact of that person, under its own code", async () => {
    const factory = await anOrganisation(app, { kind: "enterprise", name: "示例船厂" });
    const hr = await app.as("enterprise", { organisationId: factory });
    const worker = {
      name: "喻示例",
      citizenId: makeCitizenId("320682", civilDate("1991-01-02"), 77),
      hiredOn: "2020-01-05",
      contractMonths: 24,
    };
    expect((await hr.post(`/api/v1/organisations/${factory}/employments`, worker)).status).toBe(200);
    expect((await hr.post(`/api/v1/organisations/${school}/employments`, worker)).status).toBe(403);
    const backwards = await hr.post(`/api/v1/organisations/${factory}/employments`, {
      ...worker,
      leftOn: "2019-01-01",
    });
    expect(backwards.body.code).toBe("dates-out-of-order");
    const { id } = await app.services.database
      .selectFrom("person")
      .select("id")
      .where("name", "=", "喻示例")
      .executeTakeFirstOrThrow();
    const { employment } = await factsAt(app.services.database, id, civilDate("2020-06-01"));
    expect(employment).toMatchObject({ employed: true, contractMonths: 24, hiredOn: "2020-01-05", local: true });
  });
});

test("teachers come as a workbook, for their organisation and its officers", async () => {
  const url = `/api/v1/organisations/${school}/teachers/export`;
  const sheet = await clerk.inject({ url });
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect((await stranger.get(url)).status).toBe(403);
});
