import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

const STARS = { teaching: 5, practice: 4, service: 5, useful: 3 };

interface Learner {
  client: TestClient;
  seat: string;
  personId: string;
}
interface Shown {
  count: number;
  finished: number;
  means: object | null;
  words: { text: string; reply: string | null }[];
}

let app: TestApp;
let officer: TestClient;
let school: TestClient;
let organisationId: string;
let classId: string;
let sessions: string[];
let learners: Learner[];
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-20T02:00:00Z" });
  officer = await app.as("reviewer");
});
afterAll(() => app.close());

/** A class of six that is over, whose learners were there each day and passed. */
beforeEach(async () => {
  organisationId = await anOrganisation(app);
  school = await app.as("institution", { organisationId });
  const made = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-02", sessions: 2 });
  classId = made.id;
  sessions = made.sessionIds;
  learners = [];
  for (let n = 0; n < 6; n += 1) {
    const person = await aPerson(app);
    const seat = await anEnrolment(app, classId, person.id);
    await attended(app, sessions, seat, person.id);
    learners.push({ client: await app.as("learner", { personId: person.id }), seat, personId: person.id });
  }
  await ends("completed");
});

async function ends(state: "completed" | "failed", seats = learners.map(({ seat }) => seat)): Promise<void> {
  const { database } = app.services;
  await database.updateTable("enrolment").set({ state }).where("id", "in", seats).execute();
  await database.updateTable("training_class").set({ state: "completed" }).where("id", "=", classId).execute();
}

const learner = (n: number): Learner => learners[n] as Learner;
const write = ({ client, seat }: Learner, more: object = {}) =>
  client.post<{ id: string }>(`/api/v1/enrolments/${seat}/feedback`, { ...STARS, text: "老师讲得细", ...more });
const decide = (id: string, body: object = { verdict: "published" }) =>
  officer.post(`/api/v1/class-feedback/${id}/decision`, body);
const shown = async (): Promise<Shown> =>
  (await app.anonymous.get<Shown>(`/api/v1/open-classes/${classId}/feedback`)).body;
const told = async (client: TestClient): Promise<string[]> => {
  await app.drain();
  const { rows } = (await client.get<{ rows: { template: string }[] }>("/api/v1/me/messages?limit=50")).body;
  return rows.map(({ template }) => template);
};

describe("a learner's word on a class", () => {
  it("is public when the bureau has read it, without a name, and the school answers once", async () => {
    const { id } = (await write(learner(0))).body;
    expect(await shown()).toMatchObject({ count: 0, finished: 6, words: [] });
    expect((await school.get<{ rows: object[] }>("/api/v1/class-feedback")).body.rows).toEqual([]);
    expect((await school.post(`/api/v1/class-feedback/${id}/reply`, { text: "谢谢" })).body.code).toBe(
      "feedback-not-public",
    );
    expect((await decide(id)).status).toBe(200);
    expect(await told(learner(0).client)).toContain("feedback-decided");
    expect(await told(school)).toContain("feedback-published");
    expect((await school.get<{ rows: object[] }>("/api/v1/class-feedback")).body.rows).toMatchObject([
      { id, authorName: null, text: "老师讲得细" },
    ]);
    const replies = await Promise.all(
      ["谢谢", "谢谢您"].map((text) => school.post(`/api/v1/class-feedback/${id}/reply`, { text })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { words, means } = await shown();
    expect([means, words]).toMatchObject([null, [{ text: "老师讲得细", reply: expect.stringContaining("谢谢") }]]);
    expect(await told(learner(0).client)).toContain("feedback-answered");
  });

  it("is one of each learner, also at the same moment; another may follow one taken back or refused", async () => {
    const answers = await Promise.all([write(learner(0)), write(learner(0))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const first = answers.find(({ status }) => status === 200)?.body.id ?? "";
    expect((await learner(1).client.post(`/api/v1/class-feedback/${first}/withdrawal`, {})).status).toBe(403);
    expect((await learner(0).client.post(`/api/v1/class-feedback/${first}/withdrawal`, {})).status).toBe(200);
    app.setNow("2020-04-20T03:00:00Z");
    const { id } = (await write(learner(0))).body;
    expect((await decide(id, { verdict: "refused" })).body.errors?.[0]?.pointer).toBe("/reason");
    expect((await decide(id, { verdict: "refused", reason: "写了老师的手机号" })).status).toBe(200);
    expect((await decide(id)).body.code).toBe("class-feedback-state");
    const own = await learner(0).client.get(`/api/v1/enrolments/${learner(0).seat}/feedback`);
    expect(own.body).toMatchObject({
      whyNot: null,
      rows: [{ state: "refused", reason: "写了老师的手机号" }, { state: "withdrawn" }],
    });
    expect((await write(learner(0))).status).toBe(200);
  });

  it("makes a mean with enough of them only, and none of those taken down", async () => {
    const ids: string[] = [];
    for (const [n, each] of learners.slice(0, 5).entries()) {
      const { id } = (await write(each, { practice: n < 3 ? 2 : 4, text: "" })).body;
      await decide(id);
      ids.push(id);
      expect((await shown()).means === null).toBe(n < 4);
    }
    expect(await shown()).toMatchObject({ count: 5, means: { teaching: 5, practice: 2.8, service: 5, useful: 3 } });
    const ofSchool = await app.anonymous.get<Shown>(`/api/v1/organisations/${organisationId}/feedback`);
    expect(ofSchool.body).toMatchObject({ count: 5, finished: 6, means: { practice: 2.8 } });
    await decide(ids[0] ?? "", { verdict: "refused", reason: "与本班无关的内容" });
    expect(await shown()).toMatchObject({ count: 4, means: null });
  });

  it("the bureau takes down an answer that tells who wrote, and the word stays", async () => {
    const { id } = (await write(learner(0))).body;
    await decide(id);
    await school.post(`/api/v1/class-feedback/${id}/reply`, { text: "王师傅，那天是您自己没来" });
    const removal = `/api/v1/class-feedback/${id}/reply-removal`;
    expect((await officer.post(removal, { reason: "说出了评价人是谁" })).status).toBe(200);
    expect((await officer.post(removal, { reason: "说出了评价人是谁" })).body.code).toBe("no-reply");
    expect((await shown()).words).toMatchObject([{ text: "老师讲得细", reply: null }]);
    expect(await told(school)).toContain("feedback-reply-removed");
  });
});

describe("nobody rates a class", () => {
  it.each<[string, () => Promise<Learner>, string]>([
    [
      "that isn't over",
      async () => {
        const { id, sessionIds } = await aClass(app, { organisationId, state: "running", sessions: 1 });
        const seat = await anEnrolment(app, id, learner(0).personId);
        void sessionIds;
        return { ...learner(0), seat };
      },
      "feedback-not-there",
    ],
    [
      "that they left",
      async () => {
        const { id } = await aClass(app, { organisationId, state: "running", sessions: 0, startsOn: "2020-03-09" });
        const seat = await anEnrolment(app, id, learner(0).personId);
        const { database } = app.services;
        await database
          .updateTable("enrolment")
          .set({ state: "withdrawn", seat: null })
          .where("id", "=", seat)
          .execute();
        await database.updateTable("training_class").set({ state: "completed" }).where("id", "=", id).execute();
        return { ...learner(0), seat };
      },
      "feedback-not-there",
    ],
  ])("%s", async (_name, make, code) => {
    const who = await make();
    expect((await write(who)).body.code).toBe(code);
    await expect(insert(who)).rejects.toThrow(/feedback/u);
  });

  it("of which they missed the end without passing; those who were there to the last may", async () => {
    const made = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-16", sessions: 2 });
    const seats = [
      await anEnrolment(app, made.id, learner(0).personId),
      await anEnrolment(app, made.id, learner(1).personId),
    ];
    await attended(app, made.sessionIds.slice(0, 1), seats[0] ?? "", learner(0).personId);
    await attended(app, made.sessionIds.slice(1), seats[1] ?? "", learner(1).personId);
    classId = made.id;
    await ends("failed", seats);
    const [missed, there] = seats.map((seat, n) => ({ ...learner(n), seat })) as [Learner, Learner];
    expect((await write(missed)).body.code).toBe("feedback-not-there");
    await expect(insert(missed)).rejects.toThrow(/not there to the end/u);
    expect((await write(there)).status).toBe(200);
  });

  it("from somebody else's account", async () => {
    const { client } = learner(1);
    expect((await write({ ...learner(0), client })).status).toBe(403);
    expect((await write({ ...learner(0), client: school })).status).toBe(403);
    await expect(insert(learner(0), client.accountId)).rejects.toThrow(/by account/u);
    await expect(insert(learner(0), school.accountId)).rejects.toThrow(/by account/u);
  });

  it.each([
    ["no star", { teaching: 0 }],
    ["six stars", { useful: 6 }],
    ["half a star", { service: 2.5 }],
    ["too many words", { text: "好".repeat(501) }],
  ])("with %s", async (_name, more) => {
    expect((await write(learner(0), more)).status).toBe(422);
  });

  it("again in other words: what was said stays", async () => {
    const { id } = (await write(learner(0))).body;
    const change = app.services.database.updateTable("class_feedback").set({ teaching: 1 }).where("id", "=", id);
    await expect(change.execute()).rejects.toThrow(/was said/u);
  });
});

const insert = ({ seat, client }: Learner, by = client.accountId) =>
  app.services.database
    .insertInto("class_feedback")
    .values({
      enrolment_id: seat,
      class_id: app.services.database.selectFrom("enrolment").select("class_id").where("id", "=", seat) as never,
      organisation_id: organisationId,
      ...STARS,
      text: "",
      written_by: by,
      written_at: new Date("2020-04-20T02:00:00Z"),
    })
    .execute();
