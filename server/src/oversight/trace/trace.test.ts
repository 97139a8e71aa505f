import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aClass,
  anEnrolment,
  anOrganisation,
  anExamResult,
  aPaidClaim,
  aPerson,
  attended,
  createTestApp,
  watched,
  type TestApp,
} from "../../test/index.ts";

interface Trace {
  payment: { amountFen: number; stateLabel: string; accountMasked: string; payeeName: string };
  ledger: { kind: string; postings: { account: string; amountFen: number }[] }[];
  batch: { maker: string; releaser: string };
  claim: { number: string };
  person: { name: string; citizenIdMasked: string };
  reviews: { round: number; officer: string; at: string }[];
  decision: {
    rederived: string;
    policyDigest: string;
    policyVersion: string | null;
    findings: { clause: string; clauseTitle: string; met: boolean }[];
  };
  certificate: { serial: string };
  class: { id: string };
  hours: { offlineHours: number; onlineHours: number; complete: boolean };
  attendance: { rows: { inForce: boolean; creditedHours: number; markLabel: string }[]; nextCursor: string | null };
  lessons: { creditedHours: number }[];
  watch: { rows: unknown[] };
}

let app: TestApp;
let school: string;
let classId: string;
let enrolmentId: string;
let paid: Awaited<ReturnType<typeof aPaidClaim>>;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  school = await anOrganisation(app);
  const held = await aClass(app, { organisationId: school, state: "completed" });
  classId = held.id;
  const person = await aPerson(app, { name: "王小示例" });
  enrolmentId = await anEnrolment(app, classId, person.id);
  await attended(app, held.sessionIds.slice(0, 1), enrolmentId, person.id, "absent");
  await attended(app, held.sessionIds.slice(0, 12), enrolmentId, person.id);
  await watched(app, { enrolmentId, personId: person.id, organisationId: school, hours: 12 });
  await anExamResult(app, { classId, enrolmentId });
  const certificateId = await aCertificate(app, { personId: person.id, classId, enrolmentId });
  paid = await aPaidClaim(app, { personId: person.id, classId, enrolmentId, certificateId });
});
afterAll(() => app.close());

describe("from a payment", () => {
  it("an auditor walks back to the marks that earned it", async () => {
    const { status, body } = await (await app.as("auditor")).get<Trace>(`/api/v1/trace/payments/${paid.paymentId}`);
    expect(status).toBe(200);
    expect(body.payment).toMatchObject({ amountFen: 120_000, stateLabel: "已到账" });
    expect(body.ledger.map((entry) => entry.kind).toSorted()).toEqual(["paid", "reserved", "sent", "spent"]);
    for (const entry of body.ledger) expect(entry.postings.reduce((sum, line) => sum + line.amountFen, 0)).toBe(0);
    expect(body.batch).toMatchObject({ maker: "制单员", releaser: "复核员" });
    expect(body.reviews.map((review) => [review.round, review.officer])).toEqual([
      [1, "测试审核员"],
      [2, "测试审核员"],
    ]);
    expect(body.decision.rederived).toBe("same");
    expect(body.decision.policyVersion).toBe(app.services.policies.ofDigest(body.decision.policyDigest)?.version);
    expect(body.decision.findings.length).toBeGreaterThan(2);
    expect(body.decision.findings.every((finding) => finding.met && finding.clause && finding.clauseTitle)).toBe(true);
    expect(body.certificate.serial).toMatch(/^TEST/);
    expect(body.class.id).toBe(classId);
    expect(body.hours).toMatchObject({ offlineHours: 48, onlineHours: 12, complete: true });
    expect(body.lessons).toMatchObject([{ creditedHours: 12 }]);
  });

  it("shows superseded marks beside those in force, and hours fold from the latter", async () => {
    const { body } = await (await app.as("reviewer")).get<Trace>(`/api/v1/trace/payments/${paid.paymentId}`);
    expect(body.attendance.rows).toHaveLength(13);
    expect(body.attendance.rows[0]).toMatchObject({ markLabel: "缺勤", inForce: false, creditedHours: 0 });
    const credited = body.attendance.rows.reduce((sum, row) => sum + row.creditedHours, 0);
    expect(credited).toBe(body.hours.offlineHours);
  });

  it("the class's institution sees it with names masked and officers as offices", async () => {
    const { body } = await (
      await app.as("institution", { organisationId: school })
    ).get<Trace>(`/api/v1/trace/payments/${paid.paymentId}`);
    expect(body.person.name).toBe("王**例");
    expect(body.batch.maker).toBe("财政部门");
    expect(body.reviews[0]?.officer).toBe("人社部门");
    expect(body.payment.accountMasked).toContain("****");
  });

  it.each([
    ["another institution", "institution", {}, 403],
    ["an officer of another county", "reviewer", { region: "320681" }, 403],
    ["a learner", "learner", {}, 403],
  ] as const)("%s does not", async (_who, role, given, status) => {
    const belongs = role === "institution" ? { organisationId: await anOrganisation(app) } : {};
    const learns = role === "learner" ? { personId: (await aPerson(app)).id } : {};
    const client = await app.as(role, { ...given, ...belongs, ...learns });
    expect((await client.get(`/api/v1/trace/payments/${paid.paymentId}`)).status).toBe(status);
  });
});

it("from a claim, its payments and every entry of it", async () => {
  const { body } = await (
    await app.as("finance")
  ).get<Trace & { payments: unknown[] }>(`/api/v1/trace/claims/${paid.id}`);
  expect(body.payments).toHaveLength(1);
  expect(body.ledger).toHaveLength(4);
});

describe("from a class", () => {
  it("one walks forward to its money, with sums", async () => {
    await anEnrolment(app, classId, (await aPerson(app)).id);
    const { body } = await (
      await app.as("auditor")
    ).get<{
      totals: object;
      sessions: { present: number; away: number }[];
      enrolments: { rows: { claims: { payments: { amountFen: number }[] }[]; certificates: unknown[] }[] };
    }>(`/api/v1/trace/classes/${classId}`);
    expect(body.totals).toEqual({
      learners: 2,
      certificates: 1,
      claims: 1,
      approvedFen: 120_000,
      payments: 1,
      paidFen: 120_000,
    });
    expect(body.sessions[0]).toMatchObject({ present: 1, away: 0 });
    expect(body.enrolments.rows[0]?.claims[0]?.payments).toMatchObject([{ amountFen: 120_000 }]);
  });

  it("its learners come in pages", async () => {
    const auditor = await app.as("auditor");
    const first = await auditor.get<{ enrolments: { rows: { seat: number }[]; nextCursor: string } }>(
      `/api/v1/trace/classes/${classId}?limit=1`,
    );
    const second = await auditor.get<typeof first.body>(
      `/api/v1/trace/classes/${classId}?limit=1&cursor=${first.body.enrolments.nextCursor}`,
    );
    expect([first, second].map(({ body }) => body.enrolments.rows.map((row) => row.seat))).toEqual([[1], [2]]);
    expect(second.body.enrolments.nextCursor).toBeNull();
  });
});

it("long lists of marks go on in pages of their own", async () => {
  const auditor = await app.as("auditor");
  const url = `/api/v1/trace/enrolments/${enrolmentId}/attendance?limit=10`;
  const first = await auditor.get<Trace["attendance"]>(url);
  const second = await auditor.get<Trace["attendance"]>(`${url}&cursor=${first.body.nextCursor}`);
  expect([first.body.rows.length, second.body.rows.length]).toEqual([10, 3]);
  expect((await auditor.get(`/api/v1/trace/enrolments/${enrolmentId}/watch`)).body).toMatchObject({ rows: [] });
});
