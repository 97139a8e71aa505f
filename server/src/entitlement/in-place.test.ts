import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../admin/verify.ts";
import {
  aCertificate,
  aFact,
  aGroup,
  anEnrolment,
  aPayeeAccount,
  aPerson,
  aTrainingPlace,
  attended,
  createTestApp,
  upload,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { findOrCreatePerson } from "../people/index.ts";
import { finishEnrolment } from "../training/index.ts";
import { prepareClaims } from "./index.ts";

/** Training in a relative's place (十三): declared with proof, confirmed by the office, chosen for a class, counted on both. */

let app: TestApp;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

let serial = 100;
interface Known {
  id: string;
  /** Their own account. */
  own: TestClient;
  name: string;
  citizenId: string;
}
const aPrincipal = async (since?: string): Promise<Known> => {
  const citizenId = makeCitizenId("320682", civilDate("1960-01-01"), (serial += 2));
  const { id } = await aPerson(app, { name: "王大山", citizenId });
  await aGroup(app, id, "severely-disabled");
  if (since !== undefined)
    await app.services.database
      .updateTable("person_group")
      .set({ valid_from: since as never })
      .where("person_id", "=", id)
      .execute();
  return { id, name: "王大山", citizenId, own: await app.as("learner", { personId: id }) };
};

/** An employed relative, who would get nothing for the training on their own ground. */
async function aRelative() {
  const { id: personId } = await aPerson(app);
  await aPayeeAccount(app, { personId });
  await aFact(app, personId, "employment", { from: "2018-01-05", to: null, employed: true, local: true });
  await aFact(app, personId, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
  return { personId, learner: await app.as("learner", { personId }) };
}

async function declare(learner: TestClient, principal: Omit<Known, "own">, given: object = {}) {
  const proof = await upload<{ id: string }>(learner, "/api/v1/me/evidence", {
    name: "户口簿.pdf",
    content: "%PDF-1.4\n%%EOF\n",
  });
  return learner.post<{ id: string }>("/api/v1/me/substitutions", {
    principalName: principal.name,
    principalCitizenId: principal.citizenId,
    relation: "child",
    proof: "household-register",
    evidenceFileId: proof.body.id,
    validFrom: "2020-01-01",
    validTo: "2020-12-31",
    ...given,
  });
}
const decide = (id: string, verdict: "confirmed" | "rejected" = "confirmed", client = first) =>
  client.post(`/api/v1/substitutions/${id}/decision`, {
    verdict,
    ...(verdict === "rejected" ? { reason: "不是亲属" } : {}),
  });

const consents = async ({ own }: Known, id: string, agreed = true) =>
  own.post<{ code?: string }>(`/api/v1/substitutions/${id}/consent`, { agreed });

/** Confirmed for the year, seated in a class that begins on this day. */
async function seated(startsOn = "2020-03-02", principal?: Known) {
  const whom = principal ?? (await aPrincipal());
  const relative = await aRelative();
  const declared = await declare(relative.learner, whom);
  expect((await consents(whom, declared.body.id)).status).toBe(200);
  expect((await decide(declared.body.id)).status).toBe(200);
  const place = await aTrainingPlace(app, { startsOn });
  const enrolmentId = await anEnrolment(app, place.classId, relative.personId);
  const choose = (substitutionId: string | null = declared.body.id) =>
    relative.learner.put(`/api/v1/enrolments/${enrolmentId}/substitution`, { substitutionId });
  return { ...relative, principal: whom, place, enrolmentId, choose, substitutionId: declared.body.id };
}

async function finished({ personId, place, enrolmentId }: Awaited<ReturnType<typeof seated>>) {
  await attended(app, place.sessionIds, enrolmentId, personId);
  await app.work((context) => finishEnrolment(context, enrolmentId, "completed"));
  const certificateId = await aCertificate(app, { personId, classId: place.classId, enrolmentId });
  await app.work((context) => prepareClaims(context, [certificateId]));
}
const claimsOf = async (learner: TestClient) =>
  (
    await learner.get<{ rows: { id: string; benefit: string; state: string; number: string; askedFen: number }[] }>(
      "/api/v1/me/claims",
    )
  ).body.rows;

describe("in a relative's place", () => {
  it("is declared, confirmed by the office that keeps the register, chosen for a class, granted, and counted on both", async () => {
    const seat = await seated();
    expect((await seat.choose()).status).toBe(200);
    await finished(seat);
    const [claim] = await claimsOf(seat.learner);
    expect(claim).toMatchObject({ benefit: "unemployed-training", state: "prepared", askedFen: 120_000 });
    const id = claim?.id ?? "";
    for (const reader of [seat.learner, first])
      expect((await reader.get(`/api/v1/claims/${id}`)).body).toMatchObject({
        facts: { person: { inPlaceOf: { relation: "child", groups: ["severely-disabled"] } } },
        evidence: { inPlaceOf: { principalName: "王大山", relationLabel: "子女", groups: ["重度残疾人"] } },
      });
    expect((await first.get(`/api/v1/trace/claims/${id}`)).body).toMatchObject({
      inPlaceOf: { principalName: "王大山", relationLabel: "子女", groups: ["重度残疾人"] },
    });
    await seat.learner.post(`/api/v1/claims/${id}/confirmation`);
    await first.post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" });
    expect((await second.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" })).status).toBe(200);
    const slots = await app.services.database
      .selectFrom("benefit_slot")
      .select("person_id")
      .where("claim_id", "=", id)
      .execute();
    for (const person of [seat.personId, seat.principal.id])
      expect(slots.filter(({ person_id }) => person_id === person)).toHaveLength(slots.length / 2);
    const { checks } = await verify(app.services);
    expect(checks.filter(({ name, ok }) => /补贴名额|裁定/u.test(name) && !ok)).toEqual([]);

    // The principal later trains in person in the same occupation: the right is used.
    const { principal } = seat;
    await aPayeeAccount(app, { personId: principal.id });
    await aFact(app, principal.id, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
    const again = await aTrainingPlace(app, { startsOn: "2020-05-04" });
    const enrolmentId = await anEnrolment(app, again.classId, principal.id);
    await attended(app, again.sessionIds, enrolmentId, principal.id);
    await app.work((context) => finishEnrolment(context, enrolmentId, "completed"));
    const certificateId = await aCertificate(app, { personId: principal.id, classId: again.classId, enrolmentId });
    const asked = { benefit: "unemployed-training", certificateId };
    const refused = await principal.own.post("/api/v1/claims", asked);
    expect([refused.status, refused.body.code]).toEqual([422, "not-entitled"]);
    expect(refused.body.detail).toContain("同一职业");

    // Asked for all the same, the reason names the relative's claim, on the claim's page as in its trace.
    const insisted = await principal.own.post<{ id: string }>("/api/v1/claims", { ...asked, because: "女儿没有领过" });
    expect(insisted.status).toBe(200);
    type Shown = { decision: { findings: { test: string; because: string }[] } };
    for (const page of ["claims", "trace/claims"]) {
      const { body } = await first.get<Shown>(`/api/v1/${page}/${insisted.body.id}`);
      const [finding] = body.decision.findings.filter(({ test }) => test === "not-repeated");
      expect(finding?.because).toContain(`此前的申请：${claim?.number}`);
    }
  });

  it("not where it isn't chosen: one seat has one ground", async () => {
    const seat = await seated();
    expect((await seat.choose()).status).toBe(200);
    expect((await seat.choose(null)).status).toBe(200);
    await finished(seat);
    expect((await claimsOf(seat.learner))[0]).toMatchObject({ askedFen: 0 });
    expect((await seat.choose()).body.code).toBe("ground-settled");
  });

  it("gives no living allowance on the learner's own groups", async () => {
    const seat = await seated();
    for (const group of ["registered-unemployed", "hard-to-employ"]) await aGroup(app, seat.personId, group);
    await seat.choose();
    await finished(seat);
    await app.drain();
    expect((await claimsOf(seat.learner)).map(({ benefit }) => benefit)).not.toContain("living-allowance");
    const asked = await seat.learner.post("/api/v1/claims", {
      benefit: "living-allowance",
      classId: seat.place.classId,
    });
    expect([asked.status, asked.body.code]).toEqual([422, "seat-in-place"]);
  });
});

const paper = (client: TestClient, id: string) =>
  upload<{ code?: string }>(client, `/api/v1/substitutions/${id}/consent-paper`, {
    name: "同意书.pdf",
    content: "%PDF-1.4\n%%EOF\n",
  });

describe("the one who is trained for", () => {
  it.each([
    ["2022-12-31", 200],
    ["2023-01-01", 422],
    ["9999-12-31", 422],
  ])("is trained for until %s at the latest, three years from the first day: %i", async (validTo, status) => {
    const { learner } = await aRelative();
    expect((await declare(learner, await aPrincipal(), { validTo })).status).toBe(status);
  });

  it("is on record already: nobody writes down somebody else's name, and a wrong one is refused like an unknown number", async () => {
    const { learner } = await aRelative();
    const unknown = makeCitizenId("320682", civilDate("1951-05-01"), 731);
    const principal = await aPrincipal();
    for (const who of [
      { id: "", name: "李捏造", citizenId: unknown },
      { ...principal, name: "李捏造" },
    ])
      expect(await declare(learner, who)).toMatchObject({ status: 422, body: { code: "principal-unknown" } });
    const real = { name: "张真名", citizenId: unknown, town: "320682001" };
    expect((await app.work((context) => findOrCreatePerson(context, real))).created).toBe(true);
  });

  it("has to agree first: in the platform, where they see who asks, once", async () => {
    const principal = await aPrincipal();
    const { learner } = await aRelative();
    const { id } = (await declare(learner, principal)).body;
    expect(await decide(id)).toMatchObject({ status: 409, body: { code: "principal-not-consented" } });
    const mine = await principal.own.get<{ about: { id: string; personName: string; consent: string }[] }>(
      "/api/v1/me/substitutions",
    );
    expect(mine.body.about).toMatchObject([{ id, relationLabel: "子女", consent: "none" }]);
    expect((await learner.post(`/api/v1/substitutions/${id}/consent`, { agreed: true })).status).toBe(403);
    expect((await consents(principal, id)).status).toBe(200);
    expect((await consents(principal, id)).body.code).toBe("consent-settled");
    expect((await decide(id)).status).toBe(200);
  });

  it("who doesn't agree ends it, and the relative is told", async () => {
    const principal = await aPrincipal();
    const { learner } = await aRelative();
    const { id } = (await declare(learner, principal)).body;
    expect((await consents(principal, id, false)).status).toBe(200);
    const { body } = await learner.get<{ substitutions: object[] }>("/api/v1/me/substitutions");
    expect(body.substitutions).toMatchObject([{ state: "rejected", consent: "refused", reason: "被代替的本人不同意" }]);
    const told = await learner.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows[0]?.text).toContain("不同意");
    expect((await declare(learner, principal)).status).toBe(200);
  });

  it("without an account signs a paper that one officer keeps and another confirms", async () => {
    const principal = await aPrincipal();
    const { id } = (await declare((await aRelative()).learner, principal)).body;
    expect((await paper(first, id)).status).toBe(200);
    expect(await decide(id)).toMatchObject({ status: 403, body: { code: "decided-by-paper-keeper" } });
    const { body } = await second.get<{ rows: { id: string; consent: string; keptPaper: boolean }[] }>(
      "/api/v1/substitutions?limit=200",
    );
    expect(body.rows.find((row) => row.id === id)).toMatchObject({ consent: "paper", keptPaper: false });
    expect((await second.get(`/api/v1/substitutions/${id}/consent-paper`)).status).toBe(200);
    expect((await decide(id, "confirmed", second)).status).toBe(200);
  });
});

describe("is refused", () => {
  it("where the principal didn't belong to the group on that day: a certificate that came later doesn't reach back", async () => {
    const principal = await aPrincipal("2020-02-01");
    const { learner } = await aRelative();
    const early = await declare(learner, principal, { validFrom: "2020-01-20" });
    await consents(principal, early.body.id);
    expect((await decide(early.body.id)).body.code).toBe("principal-without-group");
    await learner.post(`/api/v1/substitutions/${early.body.id}/withdrawal`);
    const seat = await seated("2020-03-02", await aPrincipal());
    await app.services.database
      .updateTable("person_group")
      .set({ valid_from: "2020-03-10" as never })
      .where("person_id", "=", seat.principal.id)
      .execute();
    const chosen = await seat.choose();
    expect([chosen.status, chosen.body.code]).toEqual([422, "principal-without-group"]);
  });

  it("while another relative trains in that person's place, naming the period", async () => {
    const principal = await aPrincipal();
    expect((await declare((await aRelative()).learner, principal)).status).toBe(200);
    const other = await declare((await aRelative()).learner, principal, { validFrom: "2020-06-01" });
    expect([other.status, other.body.code]).toEqual([409, "principal-substituted"]);
    expect(other.body.detail).toContain("2020-01-01 至 2020-12-31");
    // Two who ask at the same moment: one.
    const third = await aPrincipal();
    const both = await Promise.all([aRelative(), aRelative()]);
    const answers = await Promise.all(both.map(({ learner }) => declare(learner, third)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("for a sibling, for oneself, without proof of one's own, and by another office", async () => {
    const principal = await aPrincipal();
    const { personId, learner } = await aRelative();
    expect((await declare(learner, principal, { relation: "sibling" })).status).toBe(422);
    const citizenId = makeCitizenId("320682", civilDate("1990-01-01"), (serial += 2));
    const self = await aPerson(app, { name: "李自己", citizenId });
    const own = await app.as("learner", { personId: self.id });
    expect((await declare(own, { id: self.id, name: "李自己", citizenId })).body.code).toBe("principal-is-self");
    const declared = await declare(learner, principal);
    const department = await app.as("department");
    expect((await decide(declared.body.id, "confirmed", department)).body.code).toBe("not-the-keeper");
    expect((await decide(declared.body.id, "rejected")).status).toBe(200);
    // Offices no longer type somebody's groups.
    const typed = await first.post(`/api/v1/people/${personId}/facts`, {
      fact: { kind: "in-place-of", value: { from: "2020-01-01", relation: "child", groups: ["severely-disabled"] } },
      source: "残联名册",
    });
    expect(typed.body.code).toBe("in-place-declared");
  });

  it("once it has ended: later classes are refused, a running one goes on", async () => {
    const seat = await seated();
    expect((await seat.choose()).status).toBe(200);
    await first.post(`/api/v1/substitutions/${seat.substitutionId}/ending`, {
      lastDay: "2020-06-01",
      reason: "已离婚",
    });
    const later = await aTrainingPlace(app, { startsOn: "2020-06-08" });
    const enrolmentId = await anEnrolment(app, later.classId, seat.personId);
    const refused = await seat.learner.put(`/api/v1/enrolments/${enrolmentId}/substitution`, {
      substitutionId: seat.substitutionId,
    });
    expect([refused.status, refused.body.code]).toEqual([422, "substitution-not-on-day"]);
    await finished(seat);
    expect((await claimsOf(seat.learner))[0]).toMatchObject({ state: "prepared", askedFen: 120_000 });
  });
});
