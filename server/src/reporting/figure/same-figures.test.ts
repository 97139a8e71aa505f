import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { FigurePages } from "../../test/figure-pages.ts";
import { refreshFacts } from "../facts/refresh.ts";

/** Figures that several pages show are one figure, through recoveries and returns; a month stays as it was published. */
let app: TestApp;
let pages: FigurePages;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-05-20T02:00:00Z" });
  pages = new FigurePages(app);
});
afterAll(() => app.close());

/** Money for a seat in a class of its own. */
async function aPaidSeat(name?: string): Promise<Awaited<ReturnType<typeof aPaidClaim>>> {
  const training = await aClass(app, { organisationId: await anOrganisation(app) });
  const { id: personId } = await aPerson(app, name === undefined ? {} : { name });
  const enrolmentId = await anEnrolment(app, training.id, personId);
  return aPaidClaim(app, { personId, classId: training.id, enrolmentId });
}

test("money is the same on every page, and a month stays when money comes back or a claim is cancelled later", async () => {
  await pages.signIn();
  const [recovered, returned] = [await aPaidSeat(), await aPaidSeat()];
  expect(await pages.agree()).toEqual({ approved: { "2020-04": 240_000 }, paid: { "2020-05": 240_000 } });
  app.setNow("2020-06-10T02:00:00Z");
  await pages.signIn();
  const demand = await pages.officer.post<{ id: string }>(`/api/v1/claims/${recovered.id}/clawbacks`, {
    amountFen: 50_000,
    reason: "培训课时不实",
  });
  await pages.finance.post(`/api/v1/clawbacks/${demand.body.id}/repayment`, { on: "2020-06-10", voucher: "收-1" });
  expect(await pages.agree()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000 },
    paid: { "2020-05": 240_000, "2020-06": -50_000 },
  });
  const payment = await app.services.database
    .selectFrom("payment")
    .select("number")
    .where("id", "=", returned.paymentId)
    .executeTakeFirstOrThrow();
  const back = await pages.finance.post("/api/v1/bank-returns", {
    lines: [
      {
        paymentNumber: payment.number,
        outcome: "returned",
        amountFen: 120_000,
        on: "2020-06-10",
        bankReference: "退-1",
        reason: "账号户名不符",
      },
    ],
  });
  expect(back.status).toBe(200);
  // The public page is made anew each minute.
  app.setNow("2020-06-10T02:02:00Z");
  // Sent back by the bank, the money is still set aside.
  expect(await pages.agree()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000 },
    paid: { "2020-05": 240_000, "2020-06": -170_000 },
  });
  app.setNow("2020-07-06T02:00:00Z");
  await pages.signIn();
  const asked = await pages.officer.post<{ id: string }>(`/api/v1/claims/${returned.id}/cancellations`, {
    reason: "考勤不实",
  });
  const other = await app.as("reviewer");
  expect((await other.post(`/api/v1/cancellations/${asked.body.id}/decision`, { agreed: true })).status).toBe(200);
  expect(await pages.agree()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000, "2020-07": -120_000 },
    paid: { "2020-05": 240_000, "2020-06": -170_000 },
  });
});

test("money is cut by the town the learner was enrolled in, and by the group by which it was granted", async () => {
  await pages.signIn();
  const training = await aClass(app, { organisationId: await anOrganisation(app) });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  await app.services.database
    .updateTable("enrolment")
    .set({ town: "320682103", group_code: "rural-migrant" })
    .where("id", "=", enrolmentId)
    .execute();
  const before = await pages.cell("group", "registered-unemployed");
  await aPaidClaim(app, { personId: person.id, classId: training.id, enrolmentId });
  await refreshFacts(app.services);
  expect(await pages.cell("town", "320682103")).toBe(120_000);
  expect(await pages.cell("group", "registered-unemployed")).toBe(before + 120_000);
  expect(await pages.cell("group", "rural-migrant")).toBe(0);
});

test("two records of one person are one on every page once they are joined, with the money of both; parted again, two", async () => {
  app.setNow("2020-07-07T02:00:00Z");
  await pages.signIn();
  const seats = [await aPaidSeat("双录示例"), await aPaidSeat("双录示例")];
  const organisationId = await anOrganisation(app);
  const training = await aClass(app, { organisationId });
  const forTheSchool = await aPaidClaim(app, { organisationId, classId: training.id, payeeKind: "organisation" });
  const demand = await pages.officer.post<{ id: string }>(`/api/v1/claims/${forTheSchool.id}/clawbacks`, {
    amountFen: 20_000,
    reason: "课时多报",
  });
  await pages.agree();
  await pages.finance.post(`/api/v1/clawbacks/${demand.body.id}/repayment`, { on: "2020-07-07", voucher: "收-2" });
  app.setNow("2020-07-07T02:02:00Z");
  const before = await pages.agree();
  const people = await pages.people();
  const [joined, kept] = seats.map(({ personId }) => personId);
  const asked = await pages.officer.post<{ id: string }>(`/api/v1/people/${joined}/joins`, {
    keptId: kept,
    reason: "核对身份证原件",
  });
  const second = await app.as("reviewer");
  const decided = await second.post(`/api/v1/person-joins/${asked.body.id}/decision`, { agreed: true });
  expect(decided.body).not.toHaveProperty("code");
  app.setNow("2020-07-07T02:04:00Z");
  expect(await pages.agree()).toEqual(before);
  const one = await pages.people();
  expect(one).toEqual({
    ...people,
    persons: (people["persons"] ?? 0) - 1,
    beneficiaries: (people["beneficiaries"] ?? 0) - 1,
  });
  const parting = await second.post<{ id: string }>(`/api/v1/person-joins/${asked.body.id}/undoing`, {
    reason: "核对后是两个人",
  });
  await pages.officer.post(`/api/v1/person-joins/${parting.body.id}/decision`, { agreed: true });
  app.setNow("2020-07-07T02:06:00Z");
  expect(await pages.agree()).toEqual(before);
  expect(await pages.people()).toEqual(people);
});
