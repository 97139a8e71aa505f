import { civilDate, makeBankCard, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  aConsent,
  anOrganisation,
  aPerson,
  createTestApp,
  enteredByTwo,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { phoneCode } from "../../test/phone.ts";
import { factsAt } from "../fact/facts-at.ts";
import { notifyAll } from "../message/notify.ts";
import { recordFacts } from "../fact/record-facts.ts";

let app: TestApp;
let person: { id: string; citizenId: string; phone: string };
let learner: TestClient;
let reviewer: TestClient;
let day = 0;
beforeAll(async () => {
  app = await createTestApp();
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(new Date(Date.UTC(2020, 2, (day += 1), 1)).toISOString());
  reviewer = await app.as("reviewer");
  person = await aPerson(app, { name: "严示例" });
  learner = await app.as("learner", { personId: person.id });
});

interface Record {
  person: { name: string; phoneMasked: string; citizenIdMasked: string; town: string };
  facts: { kind: string; replacedBy: string | null }[];
  consents: { purpose: string; given: boolean; label: string }[];
  dataAccesses: { purpose: string; fieldLabels: string[]; roleLabel: string }[];
  payeeAccount: { numberMasked: string; holderName: string } | null;
}
const record = async () => (await learner.get<Record>("/api/v1/me/record")).body;

const job = (contractMonths: number) => ({
  kind: "employment",
  value: { from: "2020-01-05", employed: true, employer: "91320682MA10000390", contractMonths },
});

const putFact = async (body: object, who = reviewer) =>
  enteredByTwo(who, await app.as("reviewer"), person.id, "facts", body);

const contract = async () =>
  (await factsAt(app.services.database, person.id, civilDate("2020-06-01"))).employment?.contractMonths;

describe("facts about a person", () => {
  test("are corrected by newer ones, and both stay on record", async () => {
    const first = await putFact({ fact: job(6), source: "用工备案系统" });
    expect(await contract()).toBe(6);
    const replaces = first.body.id;
    expect((await putFact({ fact: job(12), source: "合同原件", replaces })).body.errors?.[0]?.pointer).toBe("/reason");
    expect((await putFact({ fact: job(12), source: "合同原件", replaces, reason: "备案填错" })).status).toBe(200);
    expect(await contract()).toBe(12);
    const again = await putFact({ fact: job(24), source: "合同原件", replaces, reason: "再次更正" });
    expect([again.status, again.body.code]).toEqual([409, "fact-replaced"]);
    expect((await record()).facts.map((fact) => fact.replacedBy !== null)).toEqual([false, true]);
  });

  test("of another person or kind can't be corrected from here", async () => {
    const other = await aPerson(app);
    const [id] = await app.work((context) =>
      recordFacts(context, [
        {
          personId: other.id,
          source: "测试",
          fact: { kind: "training-need", value: { from: civilDate("2020-01-01"), to: null, trainingNeed: true } },
        },
      ]),
    );
    const refused = await putFact({ fact: job(12), source: "合同原件", replaces: id, reason: "填错了" });
    expect(refused.body.code).toBe("fact-unknown");
  });

  test.each([
    ["an unknown kind", { kind: "wealth", value: {} }],
    ["a value of another kind", { kind: "pension", value: { employed: true } }],
    [
      "a wrong credit code",
      { kind: "employment", value: { from: "2020-01-01", employed: true, employer: "91320682MA10000391" } },
    ],
    [
      "an end before the beginning",
      { kind: "pension", value: { from: "2020-02-01", to: "2020-01-01", monthlyPension: true } },
    ],
  ])("with %s are refused", async (_what, fact) => {
    expect((await putFact({ fact, source: "测试来源" })).status).toBe(422);
  });

  test("are not for officers of other regions", async () => {
    expect(
      (await putFact({ fact: job(6), source: "测试来源" }, await app.as("reviewer", { region: "320601" }))).status,
    ).toBe(403);
  });
});

describe("my contact data", () => {
  test("another phone is proven by a code sent to it", async () => {
    const code = await phoneCode(app, "13655556666", "change-phone");
    const changed = await learner.put<{ phoneMasked: string }>("/api/v1/me/phone", { phone: "13655556666", code });
    expect(changed.body.phoneMasked).toBe("136****6666");
    expect((await learner.put("/api/v1/me/phone", { phone: "13655556667", code })).body.code).toBe("phone-code-wrong");
  });

  test("another town moves the person to its officers", async () => {
    const officer = await app.as("reviewer", { region: "320682103" });
    expect((await officer.get(`/api/v1/people/${person.id}`)).status).toBe(403);
    expect((await learner.put("/api/v1/me/contact", { town: "320682103", education: "高中" })).status).toBe(200);
    expect((await officer.get(`/api/v1/people/${person.id}`)).status).toBe(200);
  });
});

const say = (given: boolean) => learner.post("/api/v1/me/consents", { purpose: "location", given, version: "2026-01" });

describe("consents", () => {
  test("the latest word counts, and every one stays", async () => {
    await say(true);
    await say(false);
    expect((await record()).consents).toMatchObject([{ purpose: "location", given: false, label: "签到时使用位置" }]);
    const kept = await app.services.database
      .selectFrom("consent")
      .select("given")
      .where("person_id", "=", person.id)
      .execute();
    expect(kept).toHaveLength(2);
  });
});

const set = (number: string | undefined) => learner.put("/api/v1/me/payee-account", { bankName: "示例银行", number });

describe("the account money goes to", () => {
  const cards = [makeBankCard("621700000000001234".slice(0, 18)), makeBankCard("62284800000000567")];
  test("is in the person's own name, masked, and the one before is kept", async () => {
    expect((await set(cards[0])).status).toBe(200);
    expect((await set(cards[1])).status).toBe(200);
    const shown = await learner.get<{ current: { numberMasked: string; holderName: string }; before: unknown[] }>(
      "/api/v1/me/payee-account",
    );
    expect(shown.body.current).toMatchObject({
      holderName: "严示例",
      numberMasked: expect.stringMatching(/^6228\*+\d{4}$/),
    });
    expect(shown.body.before).toHaveLength(1);
  });

  test.each([
    ["a card whose check digit fails", `${cards[0]?.slice(0, -1)}${(Number(cards[0]?.at(-1)) + 1) % 10}`],
    ["a passbook of fifteen digits", "190001508123456"],
  ])("may be %s, if it is typed twice alike", async (_name, number) => {
    const twice = (numberAgain?: string) =>
      learner.put("/api/v1/me/payee-account", { bankName: "示例银行", number, numberAgain });
    expect((await twice()).body).toMatchObject({ code: "card-unusual", errors: [{ pointer: "/numberAgain" }] });
    expect((await twice(`${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`)).body.code).toBe("card-unusual");
    expect((await twice(`${number.slice(0, 4)} ${number.slice(4)}`)).status).toBe(200);
  });

  test("changes are told to the person", async () => {
    await set(cards[0]);
    const inbox = await learner.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(inbox.body.rows.map((row) => row.text).join()).toContain("收款账户已登记或更换（示例银行）");
  });
});

const look = (who: TestClient, body: unknown = { purpose: "核对身份证复印件", fields: ["citizenId", "phone"] }) =>
  who.post<{ citizenId: string; phone: string }>(`/api/v1/people/${person.id}/unmasking`, body);

describe("a look behind the mask", () => {
  test("shows what was asked, once, and the person sees who looked and why", async () => {
    const seen = await look(reviewer);
    expect(seen.body).toEqual({ citizenId: person.citizenId, phone: person.phone });
    expect(seen.headers["cache-control"]).toBe("no-store");
    expect((await record()).dataAccesses).toMatchObject([
      { purpose: "核对身份证复印件", fieldLabels: ["身份号码", "手机号码"], roleLabel: "人社审核" },
    ]);
    const security = await app.as("security");
    const logged = await security.get<{ rows: unknown[] }>(`/api/v1/personal-data-accesses?personId=${person.id}`);
    expect(logged.body.rows).toHaveLength(1);
  });

  test.each([
    ["no purpose", { purpose: "看看", fields: ["phone"] }, 422],
    ["no field", { purpose: "核对身份证复印件", fields: [] }, 422],
    ["a field that does not exist", { purpose: "核对身份证复印件", fields: ["password"] }, 422],
  ])("with %s is refused and leaves no row", async (_what, body, status) => {
    expect((await look(reviewer, body)).status).toBe(status);
    expect((await record()).dataAccesses).toEqual([]);
  });

  test.each(["admin", "security", "institution", "learner", "department"] as const)("is not for %s", async (role) => {
    const who = await app.as(role, {
      personId: role === "learner" ? (await aPerson(app)).id : null,
      organisationId: role === "institution" ? await anOrganisation(app) : null,
    });
    expect((await look(who)).status).toBe(403);
  });

  test("is not for another county, and a refused look leaves no row", async () => {
    expect((await look(await app.as("finance", { region: "320601" }))).status).toBe(403);
    expect((await record()).dataAccesses).toEqual([]);
  });
});

const find = (body: unknown, who = reviewer) =>
  who.post<{ rows: { id: string; name: string }[]; nextCursor: string | null }>("/api/v1/people/search", body);

describe("finding people", () => {
  test("by number or phone finds the one, masked; by name a page at a time", async () => {
    expect((await find({ citizenId: person.citizenId })).body.rows.map((row) => row.id)).toEqual([person.id]);
    const byPhone = await find({ phone: person.phone });
    expect(byPhone.body.rows.map((row) => row.id)).toEqual([person.id]);
    expect(JSON.stringify(byPhone.body)).not.toContain(person.phone);
    for (const name of ["欧阳一", "欧阳二", "欧阳三"]) await aPerson(app, { name });
    const first = await find({ name: "欧阳", limit: 2 });
    const second = await find({ name: "欧阳", limit: 2, cursor: first.body.nextCursor });
    expect([...first.body.rows, ...second.body.rows].map((row) => row.name)).toEqual(["欧阳一", "欧阳二", "欧阳三"]);
    expect((await find({ name: "%" })).body.rows).toEqual([]);
  });

  test.each([
    ["nothing to go by", {}],
    ["two things at once", { name: "张", phone: "13800000000" }],
  ])("by %s is refused", async (_what, body) => {
    expect((await find(body)).status).toBe(422);
  });

  test("stays within the region", async () => {
    expect(
      (await find({ citizenId: person.citizenId }, await app.as("auditor", { region: "320601" }))).body.rows,
    ).toEqual([]);
  });

  test("one name and phone under two numbers is shown as a possible duplicate", async () => {
    const twin = { name: "双示例", phone: "13511112222" };
    await aPerson(app, { ...twin, citizenId: makeCitizenId("320682", civilDate("1966-06-06"), 7) });
    await aPerson(app, { ...twin, citizenId: makeCitizenId("320682", civilDate("1966-06-06"), 9) });
    const found = await reviewer.get<{ rows: { name: string; people: { town: string }[] }[] }>(
      "/api/v1/people/possible-duplicates",
    );
    expect(found.body.rows.map((row) => [row.name, row.people.length])).toEqual([["双示例", 2]]);
    const count = async (query: string) =>
      (await reviewer.get<{ rows: unknown[] }>(`/api/v1/people/possible-duplicates?${query}`)).body.rows.length;
    expect([await count("q=双"), await count("q=示例"), await count("q=%25")]).toEqual([1, 0, 0]);
    const town = found.body.rows[0]?.people[0]?.town ?? "";
    expect([await count(`town=${town}`), await count("town=320682999")]).toEqual([1, 0]);
  });

  test("a misspelt name is set right, and the person is told", async () => {
    const right = await reviewer.put(`/api/v1/people/${person.id}/name`, { name: "阎示例", reason: "核对身份证原件" });
    expect(right.status).toBe(200);
    expect((await record()).person.name).toBe("阎示例");
  });
});

describe("messages", () => {
  test("reach the inbox and, with consent, the phone, and are read", async () => {
    await aConsent(app, person.id, "messages");
    await app.work((context) =>
      notifyAll(context, [
        { personId: person.id, template: "enrolment-confirmed", text: "您报名的电工初级班将于 3 月 2 日开班。" },
        { personId: person.id, template: "timetable-changed", text: "您的课程改到 3 月 3 日。" },
      ]),
    );
    const inbox = () => learner.get<{ rows: { id: number; text: string }[]; unread: number }>("/api/v1/me/messages");
    const before = (await inbox()).body;
    expect([before.unread, before.rows[0]?.text]).toEqual([2, "您的课程改到 3 月 3 日。"]);
    const read = await learner.post("/api/v1/me/messages/reading", { upTo: before.rows[0]?.id });
    expect(read.body).toEqual({ marked: 2 });
    expect((await inbox()).body.unread).toBe(0);
    const outbox = await app.anonymous.get<{ rows: { text: string }[] }>("/api/v1/trial/outbox");
    expect(outbox.body.rows[0]?.text).toBe("【技能通】您的课程改到 3 月 3 日。");
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await stranger.get<{ rows: unknown[] }>("/api/v1/me/messages")).body.rows).toEqual([]);
  });
});
