import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../kernel/database.ts";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { CURRENT, TOKEN } from "./sessions.ts";

let app: TestApp;
let clerk: TestClient;
const START = "2020-03-02T01:00:00Z";
const at = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString();

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(START);
  clerk = await app.as("reviewer");
});

const callWith = (cookie: string) => app.anonymous.inject({ url: "/api/v1/me/sessions", headers: { cookie } });
const newCookie = (response: { headers: Record<string, unknown> }): string | null => {
  const set = response.headers["set-cookie"];
  return set === undefined ? null : (String(set).split(";")[0] ?? null);
};

describe("the token of a session", () => {
  test("stays for a quarter of an hour, then another takes its place", async () => {
    app.setNow(at(14));
    expect(newCookie(await callWith(clerk.cookie))).toBeNull();
    app.setNow(at(16));
    const rotated = newCookie(await callWith(clerk.cookie));
    expect(rotated).toMatch(/^jnt_session=.{43}$/);
    expect(rotated).not.toBe(clerk.cookie);
    expect((await callWith(rotated ?? "")).statusCode).toBe(200);
  });

  test("that was just replaced still serves requests under way, which get the same new one", async () => {
    app.setNow(at(16));
    const answers = await Promise.all(Array.from({ length: 8 }, () => callWith(clerk.cookie)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 8 }, () => 200));
    const late = await callWith(clerk.cookie);
    const given = new Set([...answers, late].map(newCookie).filter((cookie) => cookie !== null));
    expect(given.size).toBe(1);
  });

  test("that was replaced a while ago is worth nothing once the new one was seen", async () => {
    app.setNow(at(16));
    const rotated = newCookie(await callWith(clerk.cookie)) ?? "";
    app.setNow(at(17));
    expect((await callWith(rotated)).statusCode).toBe(200);
    app.setNow(at(19));
    expect((await callWith(clerk.cookie)).statusCode).toBe(401);
    expect((await callWith(rotated)).statusCode).toBe(200);
  });

  test("still serves, and brings the new one again, where the answer that brought it was lost", async () => {
    app.setNow(at(16));
    const lost = newCookie(await callWith(clerk.cookie));
    app.setNow(at(40));
    const again = await callWith(clerk.cookie);
    expect([again.statusCode, newCookie(again)]).toEqual([200, lost]);
    expect((await callWith(lost ?? "")).statusCode).toBe(200);
    app.setNow(at(43));
    expect((await callWith(clerk.cookie)).statusCode).toBe(401);
  });

  test("nobody used for two hours is worth nothing", async () => {
    app.setNow(at(121));
    expect((await callWith(clerk.cookie)).statusCode).toBe(401);
  });

  test("ends after twelve hours however busy it is", async () => {
    let cookie = clerk.cookie;
    for (let minute = 60; minute < 720; minute += 60) {
      app.setNow(at(minute));
      cookie = newCookie(await callWith(cookie)) ?? cookie;
    }
    expect((await callWith(cookie)).statusCode).toBe(200);
    app.setNow(at(721));
    expect((await callWith(cookie)).statusCode).toBe(401);
  });

  test("is in the database only as a digest", async () => {
    const found = await app.services.pool.query("select session::text as row from session");
    const token = clerk.cookie.split("=")[1] ?? "";
    expect(found.rows.some(({ row }: { row: string }) => row.includes(token))).toBe(false);
  });
});

describe("my sessions", () => {
  test("are listed with the current one marked, and any of mine can be ended", async () => {
    const listed = await clerk.get<{ rows: { id: string; current: boolean }[] }>("/api/v1/me/sessions");
    expect(listed.body.rows).toHaveLength(1);
    expect(listed.body.rows[0]?.current).toBe(true);
    const other = await app.as("reviewer");
    const id = listed.body.rows[0]?.id;
    expect((await other.del(`/api/v1/me/sessions/${id}`)).status).toBe(404);
    expect((await clerk.del(`/api/v1/me/sessions/${id}`)).status).toBe(200);
    expect((await clerk.get("/api/v1/me/sessions")).status).toBe(401);
  });
});

test.each([
  ["a session", CURRENT, "session"],
  ["an organisation's token", TOKEN, "organisation_token"],
])("%s is looked up by its digest where the statistics know of no rows", async (_what, statement, table) => {
  const plan = await app.services.database.transaction().execute(async (db) => {
    await sql`set local plan_cache_mode = force_generic_plan`.execute(db);
    await sql.raw(`prepare lookup as ${statement.text}`).execute(db);
    const { rows } = await sql.raw<Record<"QUERY PLAN", string>>(`explain execute lookup(null, null)`).execute(db);
    await sql`deallocate lookup`.execute(db);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(new RegExp(`on ${table} . .*\\n *Index Cond: \\(token_hash = k\\.hash\\)`, "u"));
});
