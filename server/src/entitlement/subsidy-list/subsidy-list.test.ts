import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  anEnrolment,
  anEntitledLearner,
  anExamResult,
  aPerson,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { prepareClaims } from "../index.ts";

interface List {
  id: string;
  version: number;
  state: string;
  totalFen: number;
  people: number;
}
interface Row {
  enrolmentId: string;
  included: boolean;
  adjustedBecause: string | null;
  outcome: string;
  failed: string | null;
}

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
});
afterAll(() => app.close());
beforeEach(async () => {
  place = await aTrainingPlace(app);
  clerk = await app.as("institution", { organisationId: place.organisationId });
});

/** Ends the class as the training office would. */
const completed = () =>
  app.services.database
    .updateTable("training_class")
    .set({ state: "completed" })
    .where("id", "=", place.classId)
    .execute();
const generate = () => clerk.post<List>(`/api/v1/classes/${place.classId}/subsidy-lists`);
const rows = async (id: string) => (await clerk.get<{ rows: Row[] }>(`/api/v1/subsidy-lists/${id}`)).body.rows;
const claims = () =>
  app.services.database.selectFrom("claim").selectAll().where("class_id", "=", place.classId).execute();

describe("the class's subsidy list", () => {
  it("waits for the class to be completed", async () => {
    await anEntitledLearner(app, place);
    expect(await generate()).toMatchObject({ status: 409, body: { code: "class-not-completed" } });
  });

  it("lists whom the rules grant it, and says of the others what they lack", async () => {
    const good = await anEntitledLearner(app, place);
    const uncertified = await anEntitledLearner(app, place, { certificate: false });
    await completed();
    const list = await generate();
    expect(list.body).toMatchObject({ version: 1, state: "generated", people: 1, totalFen: 120_000 });
    expect(await rows(list.body.id)).toMatchObject([
      { enrolmentId: good.enrolmentId, included: true, outcome: "granted" },
      { enrolmentId: uncertified.enrolmentId, included: false, outcome: "incomplete" },
    ]);
    const why = await clerk.get(`/api/v1/subsidy-lists/${list.body.id}/decisions/${good.enrolmentId}`);
    expect(why.body).toMatchObject({ outcome: "granted", amountFen: 120_000 });
    const nobody = await clerk.get(`/api/v1/subsidy-lists/${list.body.id}/decisions/${place.classId}`);
    expect(nobody.status).toBe(404);
  });

  it("tells who failed from whom only a paper is missing", async () => {
    const missing = await anEntitledLearner(app, place, { certificate: false });
    const sat = await anEntitledLearner(app, place, { certificate: false });
    await anExamResult(app, { classId: place.classId, enrolmentId: sat.enrolmentId, score: 40 });
    const left = { enrolmentId: await anEnrolment(app, place.classId, (await aPerson(app)).id) };
    await app.services.database
      .updateTable("enrolment")
      .set({ state: "failed" })
      .where("id", "=", left.enrolmentId)
      .execute();
    await completed();
    const list = await generate();
    const failed = new Map((await rows(list.body.id)).map((row) => [row.enrolmentId, row.failed]));
    expect([missing, sat, left].map(({ enrolmentId }) => failed.get(enrolmentId))).toEqual([
      null,
      "exam",
      "not-completed",
    ]);
  });

  it("is adjusted with a reason, generated again, and keeps what was adjusted", async () => {
    const [one, two] = [await anEntitledLearner(app, place), await anEntitledLearner(app, place)];
    await completed();
    const list = await generate();
    const adjusted = await clerk.post<List>(`/api/v1/subsidy-lists/${list.body.id}/adjustments`, {
      adjustments: [{ enrolmentId: two.enrolmentId, included: false, reason: "学员本人要求自行申请" }],
    });
    expect(adjusted.body).toMatchObject({ version: 2, people: 1 });
    const again = await generate();
    expect(await rows(again.body.id)).toMatchObject([
      { enrolmentId: one.enrolmentId, included: true, adjustedBecause: null },
      { enrolmentId: two.enrolmentId, included: false, adjustedBecause: "学员本人要求自行申请" },
    ]);
    const back = await clerk.post<List>(`/api/v1/subsidy-lists/${again.body.id}/adjustments`, {
      adjustments: [{ enrolmentId: two.enrolmentId, included: true, reason: "学员改变主意" }],
    });
    expect(back.body).toMatchObject({ people: 2, totalFen: 240_000 });
    expect(
      await clerk.post(`/api/v1/subsidy-lists/${list.body.id}/adjustments`, {
        adjustments: [{ enrolmentId: one.enrolmentId, included: false, reason: "旧名单" }],
      }),
    ).toMatchObject({ status: 409, body: { code: "subsidy-list-state" } });
  });

  it("nobody is put on the list against the rules", async () => {
    await anEntitledLearner(app, place);
    const uncertified = await anEntitledLearner(app, place, { certificate: false });
    await completed();
    const list = await generate();
    expect(
      await clerk.post(`/api/v1/subsidy-lists/${list.body.id}/adjustments`, {
        adjustments: [{ enrolmentId: uncertified.enrolmentId, included: true, reason: "请照顾" }],
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: "/adjustments/0/enrolmentId" }] } });
  });

  it("when submitted makes a claim per learner, payable to the institution; their own prepared claims lapse, a confirmed one keeps them off", async () => {
    const prepared = await anEntitledLearner(app, place);
    const confirmed = await anEntitledLearner(app, place);
    await app.work((context) => prepareClaims(context, [prepared.certificateId, confirmed.certificateId]));
    const own = (await claims()).find((claim) => claim.person_id === confirmed.personId);
    const learner = await app.as("learner", { personId: confirmed.personId });
    await learner.post(`/api/v1/claims/${own?.id}/confirmation`);
    await completed();
    const list = await generate();
    const answer = await clerk.post<{ claims: number; totalFen: number }>(
      `/api/v1/subsidy-lists/${list.body.id}/submission`,
    );
    expect(answer.body).toMatchObject({ claims: 1, totalFen: 120_000 });
    const made = await claims();
    expect(
      made
        .filter((claim) => claim.person_id === prepared.personId)
        .map((claim) => claim.state)
        .toSorted(),
    ).toEqual(["lapsed", "submitted"]);
    expect(made.find((claim) => claim.subsidy_list_id !== null)).toMatchObject({
      organisation_id: place.organisationId,
      payee_kind: "organisation",
      due_on: "2020-04-24",
    });
    await app.drain();
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("body")
      .where("person_id", "=", prepared.personId)
      .where("template", "=", "claim-submitted")
      .where("channel", "=", "in-app")
      .execute();
    expect(told[0]?.body).toContain("以您的名义");
  });

  it("is not submitted on facts that have moved on", async () => {
    const learner = await anEntitledLearner(app, place);
    await completed();
    const list = await generate();
    await app.services.database
      .insertInto("certificate_revocation")
      .values({ certificate_id: learner.certificateId, reason: "发证有误", revoked_by: null })
      .execute();
    expect(await clerk.post(`/api/v1/subsidy-lists/${list.body.id}/submission`)).toMatchObject({
      status: 409,
      body: { code: "list-out-of-date" },
    });
  });

  it("is submitted once, however often the button is pressed", async () => {
    await anEntitledLearner(app, place);
    await completed();
    const list = await generate();
    const path = `/api/v1/subsidy-lists/${list.body.id}/submission`;
    const answers = await Promise.all([clerk.post(path), clerk.post(path)]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(await claims()).toHaveLength(1);
  });

  it("is another institution's business to nobody else", async () => {
    await anEntitledLearner(app, place);
    await completed();
    const list = await generate();
    const stranger = await app.as("institution", { organisationId: (await aTrainingPlace(app)).organisationId });
    expect((await stranger.get(`/api/v1/subsidy-lists/${list.body.id}`)).status).toBe(403);
    expect((await stranger.post(`/api/v1/subsidy-lists/${list.body.id}/submission`)).status).toBe(403);
  });

  it("is exported with a place to sign", async () => {
    await anEntitledLearner(app, place);
    await completed();
    const list = await generate();
    const file = await clerk.inject({ method: "GET", url: `/api/v1/subsidy-lists/${list.body.id}/export` });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe("PK");
  });
});
