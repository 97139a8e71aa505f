import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPerson, createTestApp, type TestApp } from "../../test/index.ts";
import { phoneCode } from "../../test/phone.ts";
import { findOrCreatePerson } from "../identity/find-or-create.ts";

let app: TestApp;
let serial = 0;
let phone: string;
let citizenId: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(() => {
  serial += 1;
  app.setNow(`2020-03-${String(serial).padStart(2, "0")}T01:00:00Z`);
  phone = `1370000${String(serial).padStart(4, "0")}`;
  citizenId = makeCitizenId("320682", civilDate("1990-03-04"), serial * 2);
});

interface Opened {
  csrfToken: string;
  account: { id: string; username: string; role: string; personId: string; region: string };
}
const town = "320682103";
async function register(more: Record<string, unknown> = {}) {
  const code = await phoneCode(app, String(more.phone ?? phone), "register");
  return app.anonymous.post<Opened>("/api/v1/people", {
    name: "朱示例",
    citizenId,
    phone,
    code,
    town,
    consentVersion: "2026-01",
    ...more,
  });
}
const signIn = (code: string, more = {}) =>
  app.anonymous.post<Opened & { accounts?: { id: string; name: string }[] }>("/api/v1/session/phone", {
    phone,
    code,
    ...more,
  });

describe("registration by real name", () => {
  test("makes a record, an account and a consent, and signs in", async () => {
    const done = await register();
    expect(done.status).toBe(200);
    expect(done.body.account).toMatchObject({ role: "learner", region: town });
    expect(done.body.account.username).toMatch(/^L\d{8}$/);
    const consent = await app.services.database
      .selectFrom("consent")
      .select(["purpose", "text_version", "given"])
      .where("person_id", "=", done.body.account.personId)
      .execute();
    expect(consent).toEqual([{ purpose: "real-name", text_version: "2026-01", given: true }]);
  });

  test.each([
    ["校验位错", { citizenId: "320682199003040011" }, "/citizenId"],
    ["没有姓名", { name: "" }, "/name"],
    ["外地的镇", { town: "110101001" }, "/town"],
    ["没有同意书", { consentVersion: "" }, "/consentVersion"],
    ["验证码错", { code: "abcdef" }, "/code"],
  ])("%s is refused at its field", async (_what, change, pointer) => {
    const refused = await register(change);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  test("of a record that a roster made without a phone begins at the counter: name and number are known to who wrote it", async () => {
    const made = await app.work((context) => findOrCreatePerson(context, { name: "朱示例", citizenId, town }));
    expect((await register()).body.code).toBe("registration-refused");
    const officer = await app.as("reviewer");
    const record = (who = officer) =>
      who.put(`/api/v1/people/${made.id}/phone`, { phone, reason: "本人持身份证原件到窗口" });
    expect((await record(await app.as("auditor"))).status).toBe(403);
    expect((await record(await app.as("reviewer", { region: "320681" }))).status).toBe(403);
    expect((await record()).status).toBe(200);
    app.setNow("2020-04-02T01:00:00Z");
    expect((await register({ phone: "13700005555" })).body.code).toBe("registration-refused");
    expect((await register()).body.account.personId).toBe(made.id);
    expect((await record(await app.as("reviewer"))).body.code).toBe("phone-is-theirs");
  });

  test("takes over a record that a roster made with the same phone", async () => {
    const made = await app.work((context) => findOrCreatePerson(context, { name: "朱示例", citizenId, phone, town }));
    expect((await register()).body.account.personId).toBe(made.id);
  });

  test("again with everything the same signs the same person in", async () => {
    const first = await register();
    app.setNow("2020-04-01T01:00:00Z");
    const again = await register();
    expect(again.body.account.id).toBe(first.body.account.id);
  });

  test("every other meeting with a record gets one and the same answer", async () => {
    const onRecord = { name: "秦示例", citizenId, phone: "13700009999", town };
    await app.work((context) => findOrCreatePerson(context, onRecord));
    const answers = [
      await register({ name: "秦示例" }),
      await register({ name: "尤示例", phone: "13700009998" }),
      await register({ name: "尤示例", phone: "13700009999" }),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 422, body: { code: "registration-refused" } });
    expect(JSON.stringify(answers[0]?.body)).not.toMatch(/秦|9999/);
  });

  test("the same citizen at two phones at once gets one record", async () => {
    const codes = [await phoneCode(app, phone, "register"), await phoneCode(app, "13700008888", "register")];
    const body = { name: "朱示例", citizenId, town, consentVersion: "2026-01" };
    const answers = await Promise.all([
      app.anonymous.post("/api/v1/people", { ...body, phone, code: codes[0] }),
      app.anonymous.post("/api/v1/people", { ...body, phone: "13700008888", code: codes[1] }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
  });

  test("a code serves one registration", async () => {
    const code = await phoneCode(app, phone, "register");
    const body = { name: "朱示例", citizenId, phone, code, town, consentVersion: "2026-01" };
    const twice = await Promise.all([
      app.anonymous.post("/api/v1/people", body),
      app.anonymous.post("/api/v1/people", body),
    ]);
    expect(twice.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
  });
});

describe("sign-in by phone", () => {
  test("finds the account of the phone", async () => {
    const registered = await register();
    const signedIn = await signIn(await phoneCode(app, phone));
    expect([signedIn.status, signedIn.body.account.id]).toEqual([200, registered.body.account.id]);
  });

  test("of a phone nobody registered says so to who holds the phone", async () => {
    expect((await signIn("123456")).body.code).toBe("phone-code-wrong");
    expect((await signIn(await phoneCode(app, phone))).body.code).toBe("phone-not-registered");
  });

  test("of a person without an account asks to register", async () => {
    await aPerson(app, { phone });
    expect((await signIn(await phoneCode(app, phone))).body.code).toBe("phone-not-registered");
  });

  test("of a phone that a family shares asks whose account it is, and the code still serves", async () => {
    const mother = await register();
    app.setNow(`2020-03-${String(serial).padStart(2, "0")}T01:05:00Z`);
    await register({ name: "许小示例", citizenId: makeCitizenId("320682", civilDate("2001-03-04"), serial) });
    app.setNow(`2020-03-${String(serial).padStart(2, "0")}T01:10:00Z`);
    const code = await phoneCode(app, phone);
    const asked = await signIn(code);
    expect([asked.status, asked.body.code]).toEqual([409, "choose-account"]);
    expect(asked.body.accounts?.map((account) => account.name)).toEqual(["朱*例", "许**例"]);
    const signedIn = await signIn(code, { accountId: mother.body.account.id });
    expect(signedIn.body.account.id).toBe(mother.body.account.id);
  });

  test("is closed to a disabled account", async () => {
    const { body } = await register();
    await app.services.database
      .updateTable("account")
      .set({ state: "disabled" })
      .where("id", "=", body.account.id)
      .execute();
    expect((await signIn(await phoneCode(app, phone))).body.code).toBe("phone-not-registered");
  });
});

test.each([
  ["2014-01-01", "未满 16 周岁"],
  ["1985-01-01", null],
])("somebody born %s", async (birth, words) => {
  const number = makeCitizenId("320682", civilDate(birth), 777);
  const answer = await register({ citizenId: number, phone: "13700007766" });
  if (words === null) expect(answer.status).toBe(200);
  else expect(answer).toMatchObject({ status: 422, body: { code: "too-young", errors: [{ pointer: "/citizenId" }] } });
  if (words !== null) expect(answer.body.detail).toContain(words);
});
