import { afterAll, beforeAll, expect, it } from "vitest";
import { aClass, anEnrolment, anOrganisation, aPerson, createTestApp, type TestApp } from "../../test/index.ts";
import { writeCalendar } from "./write-calendar.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-01T02:00:00Z" });
});
afterAll(() => app.close());

it("a learner's link shows their own sessions and exams at China's hours, nobody else's, and nothing once it is revoked", async () => {
  const school = await anOrganisation(app);
  const { id } = await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-03-02" });
  const other = await aClass(app, { organisationId: school, state: "approved", startsOn: "2020-03-02" });
  const [person, neighbour] = [await aPerson(app, { name: "钱示例" }), await aPerson(app, { name: "邻座示例" })];
  await anEnrolment(app, id, person.id);
  await anEnrolment(app, id, neighbour.id);
  await anEnrolment(app, other.id, neighbour.id);
  await app.services.database
    .insertInto("exam")
    .values({ class_id: id, kind: "completion", evaluator_id: null, held_on: "2020-03-20", created_by: null })
    .execute();
  const learner = await app.as("learner", { personId: person.id });
  const read = async (url: string) => app.anonymous.get<string>(new URL(url).pathname);
  const { url } = (await learner.post<{ url: string }>("/api/v1/me/calendar-feed")).body;
  const { status, body, headers } = await read(url);
  const text = String(body);
  expect([status, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(16);
  expect(text).toContain("DTSTART;TZID=Asia/Shanghai:20200302T083000");
  expect(text).toContain("DTSTART;VALUE=DATE:20200320\r\nDTEND;VALUE=DATE:20200321");
  expect(text).not.toContain("示例\r\n");
  expect(text).not.toContain("邻座");
  const next = (await learner.post<{ url: string }>("/api/v1/me/calendar-feed")).body.url;
  expect([(await read(url)).status, (await read(next)).status]).toEqual([404, 200]);
  expect((await learner.post("/api/v1/me/calendar-feed/revocation")).body).toEqual({ revoked: true });
  expect((await read(next)).status).toBe(404);
  expect((await read(`${next.slice(0, -1)}x`)).status).toBe(404);
  const [teacher] = await app.services.database
    .selectFrom("class_session")
    .select("teacher_person_id")
    .where("class_id", "=", id)
    .execute();
  const teaching = await app.as("learner", { personId: teacher?.teacher_person_id ?? "" });
  const own = String((await read((await teaching.post<{ url: string }>("/api/v1/me/calendar-feed")).body.url)).body);
  expect(own.match(/SUMMARY:授课：/gu)).toHaveLength(15);
});

it("a link is kept nowhere, whatever key it was asked for under", async () => {
  const learner = await app.as("learner", { personId: (await aPerson(app)).id });
  const { body } = await learner.post<{ url: string }>("/api/v1/me/calendar-feed", {}, { "idempotency-key": "k" });
  const token = body.url.split("/").at(-1) ?? "";
  expect(token).toHaveLength(43);
  const kept = await app.services.pool.query("select from idempotency_key where response::text like $1", [
    `%${token}%`,
  ]);
  expect(kept.rowCount).toBe(0);
});

it("long Chinese lines are folded between characters, and marks of the format are escaped", () => {
  const text = writeCalendar("课程", new Date("2020-03-01T00:00:00Z"), [
    { uid: "1", title: "电工".repeat(40), place: "一楼, 甲; 乙", note: "", from: "2020-03-02", to: "2020-03-03" },
  ]);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${"电工".repeat(40)}`);
  expect(text).toContain(String.raw`LOCATION:一楼\, 甲\; 乙`);
});
