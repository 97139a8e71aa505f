import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAccount } from "../../access/index.ts";
import { takeSlots } from "../../entitlement/grant/benefit-slots.ts";
import { slotsOf } from "../../entitlement/grant/slot-rules.ts";
import { storedCase } from "../../entitlement/programme/trace.ts";
import { sql } from "../../kernel/database.ts";
import { factDifferences, refreshFacts } from "../../reporting/facts/refresh.ts";
import {
  aClaim,
  aClass,
  aFact,
  anEnrolment,
  anEntitledLearner,
  anOrganisation,
  aPerson,
  aTrainingPlace,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { findOrCreatePerson } from "../identity/find-or-create.ts";
import type { JoinRow } from "./join-rows.ts";

let app: TestApp;
let first: TestClient;
let second: TestClient;
let serial = 0;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-02T01:00:00Z" });
  [first, second] = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

/** Another record under the same name. */
const aTwin = (more: { town?: string } = {}) => aPerson(app, { name: "双录示例", ...more });
const aNumber = () => makeCitizenId("320682", civilDate("1980-05-06"), (serial += 1));
const ask = (id: string, body: object, who = first) =>
  who.post<{ id: string; code?: string }>(`/api/v1/people/${id}/joins`, { reason: "核对身份证原件", ...body });
const decide = (id: string, agreed = true, who = second) =>
  who.post<{ code?: string }>(`/api/v1/person-joins/${id}/decision`, { agreed });
const undo = (id: string) =>
  first.post<{ id: string; code?: string }>(`/api/v1/person-joins/${id}/undoing`, { reason: "核对后是两个人" });
const joinsOf = async (personId: string) =>
  (await second.get<{ rows: JoinRow[] }>(`/api/v1/person-joins?personId=${personId}`)).body.rows;
const join = async (joinedId: string, keptId: string): Promise<string> => {
  const { id } = (await ask(joinedId, { keptId })).body;
  expect((await decide(id)).status).toBe(200);
  await app.drain();
  return id;
};

/** Tables whose rows name the person, with the count of each. */
async function rowsOf(personId: string): Promise<Record<string, number>> {
  const found = await sql<{ name: string; n: number }>`
    select 'enrolment' as name, count(*)::int as n from enrolment where person_id = ${personId}
    union all select 'mark', count(*)::int from attendance_mark where person_id = ${personId}
    union all select 'attendance', count(*)::int from attendance where person_id = ${personId}
    union all select 'certificate', count(*)::int from certificate where person_id = ${personId}
    union all select 'fact', count(*)::int from person_fact where person_id = ${personId}
    union all select 'claim', count(*)::int from claim where person_id = ${personId}
    union all select 'slot', count(*)::int from benefit_slot where person_id = ${personId}`.execute(
    app.services.database,
  );
  return Object.fromEntries(found.rows.map((row) => [row.name, row.n]));
}

/** A claim approved for the same occupation and level, with its slots. */
async function grantedClaim(personId: string, place: { classId: string }): Promise<string> {
  const claim = await aClaim(app, { personId, classId: place.classId, state: "approved" });
  const decision = await app.services.database
    .selectFrom("claim_decision")
    .select(["facts", "policy_digest"])
    .where("claim_id", "=", claim.id)
    .executeTakeFirstOrThrow();
  const stored = storedCase(app.services, decision);
  await app.work((context) =>
    takeSlots(context, [{ claimId: claim.id, personId, wants: stored ? slotsOf(stored.policy, stored.facts) : [] }]),
  );
  return claim.id;
}

describe("two records of one person", () => {
  let kept: { id: string };
  beforeEach(async () => {
    kept = await aTwin();
  });

  test("become one once a second officer agrees; everything follows, and figures count one person", async () => {
    const place = await aTrainingPlace(app, { sessions: 2, requiredHours: 8, startsOn: "2020-03-02" });
    const twin = await aTwin();
    await aFact(app, twin.id, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
    const other = await anEntitledLearner(app, place, { personId: twin.id });
    const before = await rowsOf(other.personId);
    await refreshFacts(app.services);
    const { id } = (await ask(other.personId, { keptId: kept.id })).body;
    expect((await decide(id, true, first)).body.code).toBe("decided-by-asker");
    expect(await rowsOf(other.personId)).toEqual(before);
    expect((await joinsOf(kept.id))[0]).toMatchObject({
      mine: false,
      holds: { seats: 1, certificates: 1, sameClass: 0 },
    });
    expect((await decide(id)).status).toBe(200);
    await app.drain();
    expect(await rowsOf(kept.id)).toEqual(before);
    expect(Object.values(await rowsOf(other.personId)).every((n) => n === 0)).toBe(true);
    await refreshFacts(app.services);
    expect((await factDifferences(app.services.database)).differences).toEqual([]);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", kept.id)
      .execute();
    expect(told.map((row) => row.template)).toContain("records-joined");
  });

  test("are parted again as they were, with what has come to their seats since", async () => {
    const organisationId = await anOrganisation(app);
    const training = await aClass(app, { organisationId, sessions: 3, startsOn: "2020-04-06" });
    const other = await aTwin();
    const seat = await anEnrolment(app, training.id, other.id);
    await attended(app, training.sessionIds.slice(0, 1), seat, other.id);
    const own = await aClass(app, { organisationId, sessions: 1, startsOn: "2020-05-06" });
    await anEnrolment(app, own.id, kept.id);
    const done = await join(other.id, kept.id);
    await attended(app, training.sessionIds.slice(1, 2), seat, kept.id);
    const parting = (await undo(done)).body.id;
    expect((await decide(parting, true, first)).body.code).toBe("decided-by-asker");
    expect((await decide(parting)).status).toBe(200);
    expect(await rowsOf(other.id)).toMatchObject({ enrolment: 1, mark: 2, attendance: 2 });
    expect(await rowsOf(kept.id)).toMatchObject({ enrolment: 1, mark: 0 });
    expect((await undo(done)).body.code).toBe("join-undone-already");
  });

  test("in one class keep one seat: what belongs to the other stays with its record", async () => {
    const training = await aClass(app, {
      organisationId: await anOrganisation(app),
      sessions: 1,
      startsOn: "2020-02-03",
    });
    const other = await aTwin();
    const own = await anEnrolment(app, training.id, kept.id);
    const double = await anEnrolment(app, training.id, other.id);
    await attended(app, training.sessionIds, own, kept.id);
    await attended(app, training.sessionIds, double, other.id);
    await join(other.id, kept.id);
    expect(await rowsOf(kept.id)).toMatchObject({ enrolment: 1, mark: 1, attendance: 1 });
    expect((await joinsOf(kept.id))[0]).toMatchObject({ state: "done", holds: { seats: 1, sameClass: 1 } });
  });

  test("present in two classes at once are refused: they may be two people", async () => {
    const organisationId = await anOrganisation(app);
    const other = await aTwin();
    for (const personId of [kept.id, other.id]) {
      const training = await aClass(app, { organisationId, sessions: 1, startsOn: "2020-01-06" });
      await attended(app, training.sessionIds, await anEnrolment(app, training.id, personId), personId);
    }
    expect((await ask(other.id, { keptId: kept.id })).body.code).toBe("present-in-two-places");
  });

  test("are asked about once, aren't joined in a ring, and not by officers of another county", async () => {
    const [other, third] = [await aTwin(), await aTwin()];
    expect((await ask(other.id, { keptId: other.id })).body.code).toBe("same-record");
    expect((await ask(other.id, { keptId: (await aPerson(app, { name: "旁人示例" })).id })).body.code).toBe(
      "names-differ",
    );
    const stranger = await app.as("reviewer", { region: "320681" });
    expect((await ask(other.id, { keptId: kept.id }, stranger)).status).toBe(403);
    const far = await aTwin({ town: "320681001" });
    expect((await ask(other.id, { keptId: far.id })).status).toBe(404);
    const { id } = (await ask(other.id, { keptId: kept.id })).body;
    expect((await ask(other.id, { keptId: kept.id })).body.code).toBe("join-asked-already");
    expect((await decide(id, false)).status).toBe(200);
    await join(other.id, kept.id);
    expect((await ask(kept.id, { keptId: third.id })).body.code).toBe("has-joined");
    expect((await ask(third.id, { keptId: other.id })).body.code).toBe("kept-is-joined");
  });
});

describe("limits", () => {
  test("count once: a claim beyond them is stopped until another officer decides", async () => {
    const kept = await aTwin();
    const other = await aTwin();
    const claims = [];
    for (const personId of [kept.id, other.id]) {
      const place = await aTrainingPlace(app, {
        sessions: 2,
        requiredHours: 8,
        startsOn: `2020-0${claims.length + 2}-10`,
      });
      claims.push(await grantedClaim(personId, place));
    }
    expect((await rowsOf(other.id)).slot).toBeGreaterThan(0);
    await join(other.id, kept.id);
    const asked = await app.services.database
      .selectFrom("claim_cancellation")
      .select(["claim_id", "asked_by"])
      .where("claim_id", "in", claims)
      .execute();
    expect(asked).toEqual([{ claim_id: claims[1], asked_by: second.accountId }]);
  });
});

describe("a wrong number", () => {
  test("is put right: the record under the right one is made, the account and the phone come along", async () => {
    const wrong = await aPerson(app, { name: "错号示例", citizenId: aNumber(), phone: "13911112222" });
    const accountId = await createAccount(app.services.database, {
      username: "L-wrong",
      name: "错号示例",
      role: "learner",
      region: "320682001",
      personId: wrong.id,
    });
    expect((await ask(wrong.id, { citizenId: wrong.citizenId })).body.code).toBe("same-record");
    const right = aNumber();
    const { id } = (await ask(wrong.id, { citizenId: right })).body;
    await decide(id);
    const [row] = await joinsOf(wrong.id);
    expect(row?.kept.phoneMasked).toBe("139****2222");
    const account = await app.services.database
      .selectFrom("account")
      .select("person_id")
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow();
    expect(account.person_id).toBe(row?.kept.id);
    const written = (name: string) =>
      app.work((context) => findOrCreatePerson(context, { name, citizenId: wrong.citizenId, town: "320682001" }));
    // Written wrongly once more it leads to the same person; its true bearer gets a record of their own.
    expect((await written("错号示例")).id).toBe(row?.kept.id);
    expect(await written("真号示例")).toMatchObject({ created: true });
    expect(await written("错号示例").catch((error: { code: string }) => error)).toMatchObject({
      code: "person-name-mismatch",
    });
  });
});
