import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { createApp } from "../../app.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { createServices } from "../../platform.ts";
import {
  aClass,
  aLesson,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
/** Another process on the same database. */
let other: { app: FastifyInstance; services: Services };
let learner: TestClient;
let classId: string;
let url: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-07T08:10:00+08:00" });
  const services = await createServices(app.services.config, app.ownerUrl, { clock: app.services.clock });
  services.log.level = "silent";
  other = { app: await createApp(services), services };
  const school = await anOrganisation(app);
  classId = (await aClass(app, { organisationId: school })).id;
  const personId = (await aPerson(app)).id;
  const enrolmentId = await anEnrolment(app, classId, personId);
  await aLesson(app, { organisationId: school, classId });
  await anExamResult(app, { classId, enrolmentId, score: 82 });
  learner = await app.as("learner", { personId });
  url = `/api/v1/me/classes/${classId}`;
});
afterAll(async () => {
  await other.app.close();
  await other.services.database.destroy();
  await app.close();
});

const seenHere = async (): Promise<string> => JSON.stringify((await learner.get(url)).body);
const seenThere = async (): Promise<string> =>
  (await other.app.inject({ method: "GET", url, headers: { cookie: learner.cookie } })).body;

/** Each table that the page reads for a class, with a change that the page must show. */
const changes: [table: string, shows: string, change: () => ReturnType<typeof sql>][] = [
  ["training_class", "改名培训班", () => sql`update training_class set name = '改名培训班' where id = ${classId}`],
  ["class_session", "改后的课题", () => sql`update class_session set topic = '改后的课题' where class_id = ${classId}`],
  [
    "room",
    "改后教室",
    () =>
      sql`update room r set name = '改后教室' from class_session s where s.room_id = r.id and s.class_id = ${classId}`,
  ],
  [
    "organisation",
    "改后学校",
    () =>
      sql`update organisation o set name = '改后学校' from training_class c where c.organisation_id = o.id and c.id = ${classId}`,
  ],
  [
    "person",
    "改名教师",
    () =>
      sql`update person p set name = '改名教师' from class_session s where s.teacher_person_id = p.id and s.class_id = ${classId}`,
  ],
  [
    "course",
    "改后课程",
    () =>
      sql`update course u set title = '改后课程' from class_course cc where cc.course_id = u.id and cc.class_id = ${classId}`,
  ],
  [
    "lesson",
    "改后的一课",
    () =>
      sql`update lesson l set title = '改后的一课' from class_course cc where cc.course_id = l.course_id and cc.class_id = ${classId}`,
  ],
  ["exam", '"passScore":77', () => sql`update exam set pass_score = 77 where class_id = ${classId}`],
  ["class_course", '"lessons":[]', () => sql`delete from class_course where class_id = ${classId}`],
];

describe("what processes keep of a class's page", () => {
  it.each(changes)(
    "is never older than what was written to %s, in another process either",
    async (_table, shows, change) => {
      expect(await seenHere()).not.toContain(shows);
      expect(await seenThere()).not.toContain(shows);
      await change().execute(other.services.database);
      expect(await seenHere()).toContain(shows);
      expect(await seenThere()).toContain(shows);
    },
  );

  it("is kept: nothing but the learner's own is read where nothing changed", async () => {
    await seenHere();
    // Bypasses the triggers, so that no new version is set and the cached page shows.
    await asOwner(sql`update training_class set address = '没有新版本' where id = ${classId}`);
    expect(await seenHere()).not.toContain("没有新版本");
  });

  it("is shown to nobody who has left the class, or whose session is over", async () => {
    expect((await learner.get(url)).status).toBe(200);
    await sql`update session set revoked_at = now() where account_id = ${learner.accountId}`.execute(
      other.services.database,
    );
    expect((await learner.get(url)).status).toBe(401);
    const again = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await again.get(url)).status).toBe(404);
  });
});

async function asOwner(change: ReturnType<typeof sql>): Promise<void> {
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  await owner.query("set session_replication_role = replica");
  const { sql: text, parameters } = change.compile(app.services.database);
  await owner.query(text, [...parameters]);
  await owner.end();
}
