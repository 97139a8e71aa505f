import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let school = "";
let partner = "";
let clerk: TestClient;
let other: TestClient;
let bureau: TestClient;

interface Shown {
  state: string;
  totals: Record<string, number>;
  lines: {
    classId: string;
    correction: boolean;
    heads: number;
    learnerHours: number;
    incomeFen: number;
    equivalents: number;
  }[];
  teachers: { hours: number; counted: number }[];
}

beforeAll(async () => {
  app = await createTestApp({ now: "2021-02-01T09:00:00+08:00" });
  school = await anOrganisation(app, { kind: "vocational-school" });
  partner = await anOrganisation(app, { kind: "vocational-school" });
  clerk = await app.as("institution", { organisationId: school });
  other = await app.as("institution", { organisationId: partner });
  bureau = await app.as("reviewer");
});
afterAll(() => app.close());

const path = (id: string, year = 2020): string => `/api/v1/organisations/${id}/workloads/${year}`;

/** A finished class of so many learners, each present in every session but those who come to fewer. */
async function taught(heads: number, sessions: number, absences: Readonly<Record<number, number>> = {}) {
  const made = await aClass(app, {
    organisationId: school,
    startsOn: "2020-03-02",
    state: "running",
    capacity: 50,
    requiredHours: sessions * 4,
    sessions,
  });
  const enrolments: string[] = [];
  for (let n = 0; n < heads; n++) {
    const person = await aPerson(app);
    const enrolmentId = await anEnrolment(app, made.id, person.id);
    enrolments.push(enrolmentId);
    await attended(app, made.sessionIds.slice(0, sessions - (absences[n] ?? 0)), enrolmentId, person.id);
  }
  await app.services.database
    .updateTable("training_class")
    .set({ state: "completed" })
    .where("id", "=", made.id)
    .execute();
  return { ...made, enrolments };
}

it("reckons a school's year from its marks, is confirmed, accepted, locked; what changes later is a line of the next year (2, 4, 5)", async () => {
  const { id: classId, enrolments } = await taught(4, 14, { 0: 4 });
  const claimOf = (enrolmentId: string) =>
    aClaim(app, {
      classId,
      enrolmentId,
      organisationId: school,
      payeeKind: "organisation",
      state: "paid",
      amountFen: 5_000_000,
    });
  const claims = [await claimOf(enrolments[0] as string), await claimOf(enrolments[1] as string)];
  await clerk.put(path(school), { otherIncomeFen: 0, materialFen: 2_000_000, trainersFen: 1_500_000 });
  const shown = await clerk.get<Shown>(path(school));
  // 3 × 56 + 40 hours.
  expect(shown.body.totals).toMatchObject({
    heads: 4,
    learnerHours: 20_800,
    equivalents: 195,
    incomeFen: 10_000_000,
    shareFen: 2_000_000,
    baseFen: 4_500_000,
  });
  expect(shown.body.teachers).toEqual([expect.objectContaining({ hours: 56, counted: 5600 })]);
  const early = await clerk.post(`${path(school, 2021)}/confirmation`);
  expect(early.body.code).toBe("year-not-ended");
  const twice = await Promise.all([1, 2].map(() => clerk.post<Shown>(`${path(school)}/confirmation`)));
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await clerk.put(path(school), { otherIncomeFen: 1, materialFen: 0, trainersFen: 0 })).body.code).toBe(
    "workload-confirmed",
  );
  expect((await other.get(path(school))).status).toBe(403);
  expect((await bureau.post<Shown>(`${path(school)}/giving-back`, { reason: "材料费没有凭据" })).body.state).toBe(
    "returned",
  );
  await clerk.post(`${path(school)}/confirmation`);
  expect((await bureau.post<Shown>(`${path(school)}/acceptance`)).body.state).toBe("accepted");
  expect((await bureau.post<Shown>(`${path(school)}/locking`)).body.state).toBe("locked");

  await app.services.database
    .updateTable("claim")
    .set({ state: "recovering" })
    .where("id", "=", claims[0]?.id ?? "")
    .execute();
  expect((await clerk.get<Shown>(path(school))).body.totals.incomeFen).toBe(10_000_000);
  const next = await clerk.get<Shown>(path(school, 2021));
  expect(next.body.lines).toEqual([
    expect.objectContaining({ classId, correction: true, heads: 0, learnerHours: 0, incomeFen: -5_000_000 }),
  ]);
  await expect(
    app.services.database.updateTable("workload").set({ material_fen: 1 }).where("year", "=", 2020).execute(),
  ).rejects.toThrow(/confirmed/u);
  for (const table of ["classes", "income", "teachers"])
    expect((await clerk.get(`${path(school)}/sheet?table=${table}`)).status).toBe(200);
  const list = await bureau.get<{ rows: { id: string; state: string }[] }>("/api/v1/workloads?year=2020");
  expect(list.body.rows.find(({ id }) => id === school)).toMatchObject({
    state: "locked",
    equivalents: 195,
    baseFen: 4_500_000,
  });
});

it("splits a class that two schools share 60 to 40 once the partner agrees (6)", async () => {
  const own = await anOrganisation(app, { kind: "vocational-school" });
  const lead = await app.as("institution", { organisationId: own });
  const before = school;
  school = own;
  const { id: classId } = await taught(2, 5);
  school = before;
  const proposal = { partnerId: partner, percent: 40 };
  expect((await other.put(`/api/v1/classes/${classId}/share`, proposal)).status).toBe(403);
  expect((await lead.put(`/api/v1/classes/${classId}/share`, proposal)).status).toBe(200);
  expect((await lead.get<Shown>(path(own))).body.totals.learnerHours).toBe(4_000);
  expect((await lead.post(`/api/v1/classes/${classId}/share/agreement`)).status).toBe(403);
  expect((await other.post(`/api/v1/classes/${classId}/share/agreement`)).status).toBe(200);
  expect((await lead.put(`/api/v1/classes/${classId}/share`, { ...proposal, percent: 50 })).body.code).toBe(
    "share-agreed",
  );
  expect((await lead.get<Shown>(path(own))).body.totals.learnerHours).toBe(2_400);
  expect((await other.get<Shown>(path(partner))).body.lines).toEqual([
    expect.objectContaining({ classId, learnerHours: 1_600 }),
  ]);
});
