import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
} from "./test/index.ts";

/** People are reminded before a thing falls due, by the jobs of the modules, each once. */
let app: TestApp;
let school: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-01T01:00:00Z" });
  school = await anOrganisation(app);
});
afterAll(() => app.close());

async function remind(): Promise<void> {
  for (const schedule of app.services.house.queueWork.schedules)
    if (schedule.name.startsWith("remind-of-")) await schedule.run(app.services);
}
const told = async (
  template: string,
  whose: { personId?: string; organisationId?: string },
): Promise<{ body: string; count: number }[]> => {
  let rows = app.services.database
    .selectFrom("message_outbox")
    .select(["body", "count"])
    .where("channel", "=", "in-app")
    .where("template", "=", template);
  if (whose.personId) rows = rows.where("person_id", "=", whose.personId);
  if (whose.organisationId) rows = rows.where("organisation_id", "=", whose.organisationId);
  return (await rows.execute()).map((row) => ({ body: row.body ?? "", count: row.count }));
};

describe("a reminder comes before its day, once", () => {
  it("of class tomorrow, to learners and the teacher", async () => {
    const { id } = await aClass(app, { organisationId: school, state: "running", startsOn: "2020-04-02" });
    const learner = await aPerson(app);
    await anEnrolment(app, id, learner.id);
    await remind();
    await remind();
    const found = await told("class-tomorrow", { personId: learner.id });
    expect(found).toMatchObject([{ body: expect.stringMatching(/^2020-04-02 08:30 “.*”有课/u) as string }]);
    const teacher = await app.services.database
      .selectFrom("class_session")
      .select("teacher_person_id")
      .where("class_id", "=", id)
      .executeTakeFirstOrThrow();
    expect((await told("class-tomorrow", { personId: teacher.teacher_person_id ?? "" }))[0]?.body).toContain(
      "您授课的",
    );
  });

  it("of an exam, a certificate that expires, a claim nobody confirmed, its last day, and money to return", async () => {
    const { id } = await aClass(app, { organisationId: school, state: "running", startsOn: "2020-03-10" });
    const learner = await aPerson(app);
    await anEnrolment(app, id, learner.id);
    await app.services.database
      .insertInto("exam")
      .values({ class_id: id, kind: "completion", evaluator_id: null, held_on: "2020-04-04", created_by: null })
      .execute();
    const holder = await aPerson(app);
    const certificateId = await aCertificate(app, {
      personId: holder.id,
      issuedOn: "2019-04-21",
      validTo: "2020-05-20",
    });
    const claim = await aClaim(app, { personId: holder.id, certificateId, state: "prepared" });
    await app.services.database
      .updateTable("claim")
      .set({ created_at: new Date("2020-03-25T02:00:00Z") })
      .where("id", "=", claim.id)
      .execute();
    const paid = await aPaidClaim(app, { organisationId: school, payeeKind: "organisation" });
    const demand = await (
      await app.as("finance")
    ).post(`/api/v1/claims/${paid.id}/clawbacks`, {
      amountFen: 60_000,
      reason: "两人没有结业",
    });
    expect(demand.status).toBe(200);
    await remind();
    await remind();
    expect(await told("exam-soon", { personId: learner.id })).toHaveLength(1);
    expect(await told("exam-soon", { organisationId: school })).toHaveLength(1);
    expect(await told("claim-unconfirmed", { personId: holder.id })).toHaveLength(1);
    expect(await told("claim-limit", { personId: holder.id })).toMatchObject([
      { body: expect.stringContaining("最迟 2020-04-21 可以申请") as string },
    ]);
    expect(await told("certificate-expiring", { personId: holder.id })).toMatchObject([
      { body: expect.stringContaining("2020-05-20 到期") as string },
    ]);
    app.setNow("2020-04-26T01:00:00Z");
    await remind();
    expect(await told("repayment-due", { organisationId: school })).toMatchObject([
      { body: expect.stringContaining("600.00 元最迟 2020-05-01 退回") as string },
    ]);
  });
});
