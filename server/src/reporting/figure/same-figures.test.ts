import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { factDifferences, refreshFacts } from "../facts/refresh.ts";

/** Figures that several pages show are one figure, through recoveries and returns; a month stays as it was published. */
let app: TestApp;
let officer: TestClient;
let finance: TestClient;
let auditor: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-05-20T02:00:00Z" });
});
afterAll(() => app.close());

interface Table {
  total: number;
  rows: { code: string; label: string; value: number }[];
}
interface Use {
  spentFen: number;
  reservedFen: number;
  months: { month: string; spentFen: number }[];
  sources: { name: string; spentFen: number }[];
  benefits: { label: string; spentFen: number }[];
}

const signIn = async (): Promise<void> => {
  [officer, finance, auditor] = [await app.as("reviewer"), await app.as("finance"), await app.as("auditor")];
};
const cut = async (by: string, measure = "paid") =>
  (await officer.get<Table>(`/api/v1/statistics?measure=${measure}&by=${by}`)).body;
const cell = async (by: string, code: string) => (await cut(by)).rows.find((row) => row.code === code)?.value ?? 0;
const pairs = (rows: readonly [string, number][]) =>
  [...Map.groupBy(rows, ([name]) => name)]
    .map(([name, all]): [string, number] => [name, all.reduce((sum, [, value]) => sum + value, 0)])
    .filter(([, value]) => value !== 0)
    .toSorted();

interface Figures {
  figures: { code: string; value: number }[];
}
const figureOf = async (client: TestClient, url: string, code: string): Promise<number | undefined> =>
  (await client.get<Figures>(url)).body.figures.find((figure) => figure.code === code)?.value;

/** The sums of all classes' traces. */
async function tracedTotals(): Promise<{ approvedFen: number; paidFen: number }> {
  const totals = { approvedFen: 0, paidFen: 0 };
  for (const { id } of await app.services.database.selectFrom("training_class").select("id").execute()) {
    const traced = await auditor.get<{ totals: typeof totals }>(`/api/v1/trace/classes/${id}`);
    totals.approvedFen += traced.body.totals.approvedFen;
    totals.paidFen += traced.body.totals.paidFen;
  }
  return totals;
}

/** Money for a seat in a class of its own. */
async function aPaidSeat(): Promise<Awaited<ReturnType<typeof aPaidClaim>>> {
  const training = await aClass(app, { organisationId: await anOrganisation(app) });
  const { id: personId } = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, personId);
  return aPaidClaim(app, { personId, classId: training.id, enrolmentId });
}

interface Months {
  approved: Record<string, number>;
  paid: Record<string, number>;
}

/** Compares the pages and returns what the months show. */
async function everyPageAgrees(): Promise<Months> {
  await app.drain();
  await refreshFacts(app.services);
  expect((await factDifferences(app.services.database)).differences).toEqual([]);
  const use = (await app.anonymous.get<Use>("/api/v1/public/fund-use")).body;
  const [month, source, benefit] = [await cut("month"), await cut("source"), await cut("benefit")];
  expect([month.total, source.total, benefit.total]).toEqual([use.spentFen, use.spentFen, use.spentFen]);
  const months = pairs(month.rows.map((row) => [row.code, row.value]));
  expect(months).toEqual(pairs(use.months.map((row) => [row.month, row.spentFen])));
  expect(pairs(source.rows.map((row) => [row.label, row.value]))).toEqual(
    pairs(use.sources.map((row) => [row.name, row.spentFen])),
  );
  expect(pairs(benefit.rows.map((row) => [row.label, row.value]))).toEqual(
    pairs(use.benefits.map((row) => [row.label, row.spentFen])),
  );
  const approved = await cut("month", "approved");
  expect(approved.total).toBe(use.spentFen + use.reservedFen);
  for (const [measure, total] of [
    ["paid", use.spentFen],
    ["approved", approved.total],
  ] as const) {
    const { rows } = (
      await officer.get<{ rows: Record<string, number>[] }>(`/api/v1/statistics/rows?measure=${measure}`)
    ).body;
    expect(rows.reduce((sum, row) => sum + (row[`${measure}Fen`] ?? 0), 0)).toBe(total);
  }
  expect(await tracedTotals()).toEqual({ approvedFen: approved.total, paidFen: use.spentFen });
  expect(await figureOf(finance, "/api/v1/finance/home", "spent")).toBe(use.spentFen);
  expect(await figureOf(finance, "/api/v1/finance/home", "reserved")).toBe(use.reservedFen);
  const month0 = app.services.clock.now().toISOString().slice(0, 7);
  const thisMonth = months.find(([code]) => code === month0)?.[1] ?? 0;
  expect(await figureOf(auditor, "/api/v1/audit/home", "paid-month")).toBe(thisMonth);
  return {
    approved: Object.fromEntries(pairs(approved.rows.map((row) => [row.code, row.value]))),
    paid: Object.fromEntries(months),
  };
}

test("money is the same on every page, and a month stays when money comes back or a claim is cancelled later", async () => {
  await signIn();
  const [recovered, returned] = [await aPaidSeat(), await aPaidSeat()];
  expect(await everyPageAgrees()).toEqual({ approved: { "2020-04": 240_000 }, paid: { "2020-05": 240_000 } });
  app.setNow("2020-06-10T02:00:00Z");
  await signIn();
  const demand = await officer.post<{ id: string }>(`/api/v1/claims/${recovered.id}/clawbacks`, {
    amountFen: 50_000,
    reason: "培训课时不实",
  });
  await finance.post(`/api/v1/clawbacks/${demand.body.id}/repayment`, { on: "2020-06-10", voucher: "收-1" });
  expect(await everyPageAgrees()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000 },
    paid: { "2020-05": 240_000, "2020-06": -50_000 },
  });
  const payment = await app.services.database
    .selectFrom("payment")
    .select("number")
    .where("id", "=", returned.paymentId)
    .executeTakeFirstOrThrow();
  const back = await finance.post("/api/v1/bank-returns", {
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
  expect(await everyPageAgrees()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000 },
    paid: { "2020-05": 240_000, "2020-06": -170_000 },
  });
  app.setNow("2020-07-06T02:00:00Z");
  await signIn();
  const asked = await officer.post<{ id: string }>(`/api/v1/claims/${returned.id}/cancellations`, {
    reason: "考勤不实",
  });
  const other = await app.as("reviewer");
  expect((await other.post(`/api/v1/cancellations/${asked.body.id}/decision`, { agreed: true })).status).toBe(200);
  expect(await everyPageAgrees()).toEqual({
    approved: { "2020-04": 240_000, "2020-06": -50_000, "2020-07": -120_000 },
    paid: { "2020-05": 240_000, "2020-06": -170_000 },
  });
});

test("money is cut by the town the learner was enrolled in, and by the group by which it was granted", async () => {
  await signIn();
  const training = await aClass(app, { organisationId: await anOrganisation(app) });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  await app.services.database
    .updateTable("enrolment")
    .set({ town: "320682103", group_code: "rural-migrant" })
    .where("id", "=", enrolmentId)
    .execute();
  const before = await cell("group", "registered-unemployed");
  await aPaidClaim(app, { personId: person.id, classId: training.id, enrolmentId });
  await refreshFacts(app.services);
  expect(await cell("town", "320682103")).toBe(120_000);
  expect(await cell("group", "registered-unemployed")).toBe(before + 120_000);
  expect(await cell("group", "rural-migrant")).toBe(0);
});
