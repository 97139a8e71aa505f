import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  organisationId = await anOrganisation(app);
  institution = await app.as("institution", { organisationId });
});
afterAll(() => app.close());

const approved = (given: Partial<Parameters<typeof aClass>[1]> = {}) =>
  aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02", ...given });
const aLearner = async (): Promise<{ client: TestClient; personId: string; citizenId: string }> => {
  const person = await aPerson(app);
  return { client: await app.as("learner", { personId: person.id }), personId: person.id, citizenId: person.citizenId };
};

describe("enrolment by the learner", () => {
  it("of 20 who ask for the last seat at once, exactly one gets it and the others are told", async () => {
    const { id } = await approved({ capacity: 3 });
    for (const seat of [1, 2]) await anEnrolment(app, id, (await aPerson(app)).id, seat);
    const learners = await Promise.all(Array.from({ length: 20 }, aLearner));
    const answers = await Promise.all(
      learners.map(({ client }) => client.post(`/api/v1/classes/${id}/enrolments`, {})),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code))).toEqual(
      new Set(["class-full"]),
    );
  });

  it("twice with one key is one enrolment; twice without is refused", async () => {
    const { id } = await approved();
    const { client } = await aLearner();
    const key = { "idempotency-key": `enrol-${id}` };
    const [first, second] = await Promise.all(
      [1, 2].map(() => client.post<{ id: string }>(`/api/v1/classes/${id}/enrolments`, {}, key)),
    );
    expect(first?.body.id).toBe(second?.body.id);
    expect((await client.post(`/api/v1/classes/${id}/enrolments`, {})).body.code).toBe("already-enrolled");
  });

  it("keeps a learner from sitting in two classes at the same time, even when asked in the same moment", async () => {
    const [one, two] = await Promise.all([approved(), approved()]);
    const { client } = await aLearner();
    const answers = await Promise.all([one, two].map(({ id }) => client.post(`/api/v1/classes/${id}/enrolments`, {})));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("learner-in-two-places");
  });

  it.each([
    ["draft", 404, "not-found"],
    ["submitted", 404, "not-found"],
    ["running", 409, "enrolment-closed"],
  ] as const)("is not possible in a class that is %s", async (state, status, code) => {
    const { id } = await approved({ state });
    const answer = await (await aLearner()).client.post(`/api/v1/classes/${id}/enrolments`, {});
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("is confirmed or declined by the institution; a declined seat is free again", async () => {
    const { id } = await approved({ capacity: 1 });
    const [first, second] = [await aLearner(), await aLearner()];
    const asked = await first.client.post<{ id: string }>(`/api/v1/classes/${id}/enrolments`, {});
    expect((await second.client.post(`/api/v1/classes/${id}/enrolments`, {})).body.code).toBe("class-full");
    const declined = { verdict: "reject", reason: "不符合报名条件" };
    expect((await institution.post(`/api/v1/enrolments/${asked.body.id}/decision`, declined)).status).toBe(200);
    const own = await second.client.post<{ id: string }>(`/api/v1/classes/${id}/enrolments`, {});
    expect((await institution.post(`/api/v1/enrolments/${own.body.id}/decision`, { verdict: "accept" })).status).toBe(
      200,
    );
    const twice = await institution.post(`/api/v1/enrolments/${own.body.id}/decision`, { verdict: "accept" });
    expect([twice.status, twice.body.code]).toEqual([409, "enrolment-state"]);
  });

  it("can be given up by the learner, who may come back", async () => {
    const { id } = await approved();
    const { client } = await aLearner();
    const asked = await client.post<{ id: string }>(`/api/v1/classes/${id}/enrolments`, {});
    expect((await client.post(`/api/v1/enrolments/${asked.body.id}/withdrawal`, { reason: "时间不合适" })).status).toBe(
      200,
    );
    expect((await client.post(`/api/v1/classes/${id}/enrolments`, {})).status).toBe(200);
  });
});

describe("the roster", () => {
  let classId: string;
  beforeEach(async () => {
    ({ id: classId } = await approved({ capacity: 2 }));
  });

  it("takes a person by number, once, and shows the number masked", async () => {
    const { citizenId, id: personId } = await aPerson(app, { name: "郑示例" });
    const written = { name: "郑示例", citizenId, groupCode: "registered-unemployed" };
    expect((await institution.post(`/api/v1/classes/${classId}/roster`, written)).status).toBe(200);
    expect((await institution.post(`/api/v1/classes/${classId}/roster`, written)).body.code).toBe("already-enrolled");
    const { body } = await institution.get<{ rows: { citizenIdMasked: string; groupLabel: string }[] }>(
      `/api/v1/classes/${classId}/roster`,
    );
    expect(body.rows).toMatchObject([{ groupLabel: "登记失业人员", state: "enrolled" }]);
    expect(JSON.stringify(body)).not.toContain(citizenId);
    const found = async (filter: object): Promise<number> =>
      (
        await institution.get<{ rows: unknown[] }>(
          `/api/v1/classes/${classId}/roster?${new URLSearchParams({ ...filter }).toString()}`,
        )
      ).body.rows.length;
    expect([await found({ q: "示例" }), await found({ q: "无此人" })]).toEqual([1, 0]);
    expect([await found({ state: "enrolled" }), await found({ state: "withdrawn" })]).toEqual([1, 0]);
    // People are notified when they are put on a roster.
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", personId)
      .execute();
    expect(told.map((message) => message.template)).toContain("enrolled-by-institution");
  });

  it.each([
    ["a number with a wrong check digit", { name: "郑示例", citizenId: "320682199001011234" }, "/citizenId"],
    ["a name with digits", { name: "郑1", citizenId: "320682197503021239" }, "/name"],
  ])("refuses %s with a pointer", async (_what, written, pointer) => {
    const answer = await institution.post(`/api/v1/classes/${classId}/roster`, written);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it("has no seat beyond the capacity, whatever writes it", async () => {
    await expect(anEnrolment(app, classId, (await aPerson(app)).id, 3)).rejects.toMatchObject({ code: "JN003" });
  });
});

describe("classes for anyone", () => {
  it("are found by occupation, town, day and place left, and shown without names", async () => {
    const { id } = await approved({ capacity: 1, occupation: "4-10-01-05", startsOn: "2020-06-01" });
    const search = (query: string) =>
      app.anonymous.get<{ rows: { id: string; placesLeft: number }[] }>(`/api/v1/open-classes?${query}`);
    const found = await search(
      "occupation=4-10-01-05&town=320682001&startsFrom=2020-06-01&placeLeft=true&benefit=unemployed-training",
    );
    expect(found.body.rows).toMatchObject([{ id, placesLeft: 1, mayEnrol: true }]);
    await anEnrolment(app, id, (await aPerson(app)).id, 1);
    expect((await search("occupation=4-10-01-05&placeLeft=true")).body.rows).toEqual([]);
    const page = await app.anonymous.get<{ sessions: unknown[]; mayEnrol: boolean }>(`/api/v1/open-classes/${id}`);
    expect(page.body).toMatchObject({ mayEnrol: false, placesLeft: 0 });
    expect(JSON.stringify(page.body)).not.toContain("张示例");
    const draft = await approved({ state: "draft" });
    expect((await app.anonymous.get(`/api/v1/open-classes/${draft.id}`)).status).toBe(404);
  });

  it("come page by page without a gap", async () => {
    for (let n = 0; n < 5; n += 1) await approved({ occupation: "6-18-02-04", startsOn: "2020-07-01" });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { body: { rows: { id: string }[]; nextCursor: string | null } } = await app.anonymous.get(
        `/api/v1/open-classes?occupation=6-18-02-04&limit=2${cursor ? `&cursor=${cursor}` : ""}`,
      );
      seen.push(...page.body.rows.map((row) => row.id));
      cursor = page.body.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});
