import { civilDate, makeBankCard, makeCitizenId, makeResidenceCard } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findOrCreatePeople } from "../identity/find-or-create.ts";
import { identityVerifier } from "../identity/verify-identities.ts";
import { openCitizenId } from "../privacy/open-personal-data.ts";
import { prepareClaims } from "../../entitlement/index.ts";
import {
  aClass,
  aConsent,
  aFact,
  aGroup,
  anEntitledLearner,
  anOrganisation,
  aPerson,
  aPreparedClaim,
  aSource,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
  upload,
} from "../../test/index.ts";

const PHOTO = { name: "同意书.jpg", content: Buffer.from("\xff\xd8\xff\xe0....", "latin1") };
const TOWN = "320682001";

let app: TestApp;
let officer: TestClient;
let colleague: TestClient;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let serial = 0;
beforeAll(async () => {
  app = await createTestApp();
  app.setNow("2020-04-20T02:00:00Z");
  place = await aTrainingPlace(app, { startsOn: "2020-03-02" });
  await aSource(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow("2020-04-20T02:00:00Z");
  officer = await app.as("reviewer", { name: "李接待" });
  colleague = await app.as("reviewer", { name: "赵同事" });
});

interface Person {
  name: string;
  citizenId: string;
}
const newName = (): string =>
  `吴${[...String((serial += 1))].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("")}`;
const someone = (): Person => ({
  name: newName(),
  citizenId: makeCitizenId("320682", civilDate("1960-05-06"), serial),
});
const ask = (who: Person, purposes: string[], by = officer) =>
  by.post<{ id: string }>("/api/v1/window-sessions", { ...who, town: TOWN, purposes });
const known = async (name = newName()) => {
  const made = await aPerson(app, { name, town: TOWN });
  return { ...made, name };
};
const asking = async (who: Person, purposes: string[]): Promise<string> => {
  const { status, body } = await ask({ name: who.name, citizenId: who.citizenId }, purposes);
  expect([status, body.code]).toEqual([200, undefined]);
  return body.id;
};
const confirm = (id: string, by = colleague) =>
  by.post(`/api/v1/window-sessions/${id}/confirmation`, { present: true });
/** A session that a colleague has confirmed. */
const opened = async (who: Person, purposes: string[]): Promise<string> => {
  const id = await asking(who, purposes);
  expect((await confirm(id)).status).toBe(200);
  return id;
};
const act = (
  id: string,
  method: "GET" | "POST" | "PUT",
  url: string,
  payload?: object,
  by = officer,
): ReturnType<TestClient["inject"]> =>
  by.inject({ method, url, headers: { "x-acting-for": `window:${id}` }, ...(payload && { payload }) });
const codeOf = (answer: { json(): { code?: string } }) => answer.json().code;
const consent = (id: string, purpose: string) =>
  act(id, "POST", "/api/v1/me/consents", { purpose, given: true, version: "2020-01" });

it("a person without a phone is served to the end: registered, enrolled, and a claim confirmed", async () => {
  const who = someone();
  const id = await opened(who, ["register", "enrol", "payee", "claim", "group"]);
  for (const purpose of ["real-name", "publication"]) expect((await consent(id, purpose)).statusCode).toBe(200);
  const { personId } = (await officer.get<{ personId: string }>(`/api/v1/window-sessions/${id}`)).body;
  const open = await aClass(app, {
    organisationId: await anOrganisation(app),
    state: "approved",
    startsOn: "2020-05-06",
  });
  expect((await act(id, "POST", `/api/v1/classes/${open.id}/enrolments`, {})).statusCode).toBe(200);
  const group = { code: "registered-poor", validFrom: "2020-01-01", note: "低保证 123" };
  expect((await act(id, "POST", "/api/v1/me/groups", group)).statusCode).toBe(200);

  await aGroup(app, personId, "registered-unemployed");
  await aFact(app, personId, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
  const { certificateId } = await anEntitledLearner(app, place, { personId });
  await app.work((context) => prepareClaims(context, [certificateId]));
  const mine = await act(id, "GET", "/api/v1/me/claims");
  const claimId = mine.json<{ rows: { id: string }[] }>().rows[0]?.id ?? "";
  const confirmation = `/api/v1/claims/${claimId}/confirmation`;
  expect(codeOf(await act(id, "POST", confirmation, {}))).toBe("payee-account-missing");
  const card = { bankName: "示例银行", number: makeBankCard("621700123456789012") };
  expect((await act(id, "PUT", "/api/v1/me/payee-account", card)).statusCode).toBe(200);
  expect((await act(id, "POST", confirmation, {})).statusCode).toBe(200);
  expect((await officer.post(`/api/v1/window-sessions/${id}/end`)).status).toBe(200);

  // Neither who served nor who confirmed reviews it; a third does.
  for (const by of [officer, colleague])
    expect((await by.post(`/api/v1/claims/${claimId}/first-review`, { verdict: "pass" })).body.code).toBe(
      "reviewer-served-window",
    );
  const third = await app.as("reviewer");
  expect((await third.post(`/api/v1/claims/${claimId}/first-review`, { verdict: "pass" })).status).toBe(200);
  expect((await colleague.post(`/api/v1/claims/${claimId}/second-review`, { verdict: "pass" })).body.code).toBe(
    "reviewer-served-window",
  );

  // Visible for ever: to the person, and in the audit log under the officer's own account and role.
  const learner = await app.as("learner", { personId });
  const seen = (await learner.get<{ sessions: object[] }>("/api/v1/me/window-sessions")).body.sessions;
  expect(seen).toMatchObject([{ officerName: "李接待", consentBy: "赵同事", state: "ended" }]);
  expect(JSON.stringify(seen)).toContain("确认免申即享的补贴申请");
  const record = await learner.get<{ dataAccesses: { by: string; purpose: string }[] }>("/api/v1/me/record");
  expect(record.body.dataAccesses).toMatchObject([{ by: "李接待", purpose: "窗口代办" }]);
  const audit = await app.services.database
    .selectFrom("audit_log")
    .select(["account_id", "role", "detail"])
    .where("operation", "=", "POST /api/v1/claims/:id/confirmation")
    .where("subject_id", "=", claimId)
    .executeTakeFirstOrThrow();
  expect(audit).toMatchObject({ account_id: officer.accountId, role: "reviewer", detail: { window: id } });
});

describe("consent", () => {
  it("is a code to the phone on record, used once, by the officer who serves", async () => {
    const who = await known();
    const id = await asking(who, ["record"]);
    expect(codeOf(await act(id, "GET", "/api/v1/me/record"))).toBe("no-right-to-act");
    expect((await colleague.post(`/api/v1/window-sessions/${id}/code`)).body.code).toBe("window-of-another");
    expect((await officer.post(`/api/v1/window-sessions/${id}/code`)).status).toBe(200);
    const outbox = await app.anonymous.get<{ rows: { text: string; phoneMasked: string }[] }>("/api/v1/trial/outbox");
    const code = /验证码 (\d{6})，用于同意窗口代办/u.exec(outbox.body.rows[0]?.text ?? "")?.[1] ?? "";
    const agree = (given: string) => officer.post(`/api/v1/window-sessions/${id}/code-consent`, { code: given });
    expect((await agree(code === "000000" ? "000001" : "000000")).body.code).toBe("phone-code-wrong");
    expect((await agree(code)).status).toBe(200);
    expect((await agree(code)).status).not.toBe(200);
    expect((await act(id, "GET", "/api/v1/me/record")).statusCode).toBe(200);
  });

  it("nobody outside can ask for such a code, nor is it sent where no phone is known", async () => {
    const stranger = { phone: "13900000001", purpose: "window" };
    expect((await app.anonymous.post("/api/v1/session/phone-code", stranger)).status).toBe(422);
    const id = await asking(someone(), ["register"]);
    expect((await officer.post(`/api/v1/window-sessions/${id}/code`)).body.code).toBe("phone-unknown");
  });

  it("is a signed paper, which the person can read, and which is too little for where the money goes", async () => {
    const who = await known();
    const first = await asking(who, ["record", "payee"]);
    expect((await upload(officer, `/api/v1/window-sessions/${first}/paper`, PHOTO)).body).toMatchObject({
      code: "window-paper-not-enough",
    });
    await officer.post(`/api/v1/window-sessions/${first}/end`);
    const id = await asking(who, ["enrol"]);
    expect((await upload(officer, `/api/v1/window-sessions/${id}/paper`, PHOTO)).status).toBe(200);
    const learner = await app.as("learner", { personId: who.id });
    expect((await learner.get(`/api/v1/window-sessions/${id}/paper`)).status).toBe(200);
    expect(codeOf(await act(id, "GET", "/api/v1/me/record"))).toBe("not-on-behalf");
    await expect(
      app.services.database
        .updateTable("window_session")
        .set({ consent_kind: "officer", consent_by: colleague.accountId, consent_file_id: null })
        .where("id", "=", id)
        .execute(),
    ).rejects.toThrow(/agreed/u);
  });

  it("isn't a colleague's who serves, nor one's own word", async () => {
    const id = await asking(await known(), ["record"]);
    expect((await confirm(id, officer)).body.code).toBe("confirmed-by-self");
    await expect(
      app.services.database
        .updateTable("window_session")
        .set({ consent_kind: "officer", consent_by: officer.accountId })
        .where("id", "=", id)
        .execute(),
    ).rejects.toThrow(/window_confirmed_by_another/u);
    const answers = await Promise.all([confirm(id), confirm(id, await app.as("reviewer"))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe("nobody acts for somebody", () => {
  it.each<[string, () => Promise<string>]>([
    ["before they agreed", async () => asking(await known(), ["record"])],
    [
      "when the time is over",
      async () => {
        const id = await opened(await known(), ["record"]);
        app.setNow("2020-04-20T02:30:00Z");
        return id;
      },
    ],
    [
      "when it was ended",
      async () => {
        const id = await opened(await known(), ["record"]);
        await officer.post(`/api/v1/window-sessions/${id}/end`);
        return id;
      },
    ],
    ["by an id that was made up", () => Promise.resolve("00000000-0000-4000-8000-000000000000")],
    ["by what is no id", () => Promise.resolve("' or true --")],
  ])("%s", async (_name, right) => {
    const id = await right();
    for (const [method, url] of [
      ["GET", "/api/v1/me/record"],
      ["POST", "/api/v1/me/groups"],
    ] as const)
      expect(codeOf(await act(id, method, url, method === "POST" ? {} : undefined))).toBe("no-right-to-act");
    await expect(
      app.services.database
        .insertInto("acted_for")
        .values({
          window_id: /^[\da-f-]{36}$/u.test(id) ? id : "00000000-0000-4000-8000-000000000000",
          helping_id: null,
          account_id: officer.accountId,
          operation: "POST /api/v1/me/groups",
          subject_kind: null,
          subject_id: null,
          at: app.services.clock.now(),
        })
        .execute(),
    ).rejects.toThrow(/has not agreed/u);
  });

  it("through another officer's session, as a school, or as the person's neighbour", async () => {
    const id = await opened(await known(), ["record"]);
    const neighbour = await app.as("learner", { personId: (await known()).id });
    for (const by of [colleague, await app.as("auditor"), neighbour])
      expect(codeOf(await act(id, "GET", "/api/v1/me/record", undefined, by))).toBe("no-right-to-act");
  });

  it("beyond what they agreed to, and never signs in, rates, or changes a phone for them", async () => {
    const who = await known();
    const id = await opened(who, ["record"]);
    const tries = [
      ["POST", "/api/v1/me/groups", {}],
      ["PUT", "/api/v1/me/payee-account", {}],
      ["PUT", "/api/v1/me/phone", {}],
      ["PUT", "/api/v1/me/password", {}],
      ["POST", "/api/v1/me/helpers", {}],
      ["POST", `/api/v1/enrolments/${id}/feedback`, {}],
      ["GET", "/api/v1/me/messages", undefined],
      ["POST", `/api/v1/claims/${id}/first-review`, { verdict: "pass" }],
    ] as const;
    for (const [method, url, body] of tries)
      expect([url, codeOf(await act(id, method, url, body))]).toEqual([url, "not-on-behalf"]);
  });

  it("who is themselves, or bears their name", async () => {
    const named = await known("李接待");
    expect((await ask({ name: named.name, citizenId: named.citizenId }, ["record"])).body.code).toBe(
      "window-for-oneself",
    );
  });

  it("whose name doesn't fit the number, who has no record, who lives elsewhere, or is a child", async () => {
    const who = await known();
    const { citizenId } = who;
    expect((await ask({ name: "别的名字", citizenId }, ["record"])).body.code).toBe("person-name-mismatch");
    expect((await ask(someone(), ["record"])).body.code).toBe("person-unknown");
    const elsewhere = await app.as("reviewer", { region: "320682103", name: "王乡镇" });
    expect((await ask({ name: who.name, citizenId }, ["record"], elsewhere)).status).toBe(403);
    const child = { name: "小来客", citizenId: makeCitizenId("320682", civilDate("2014-05-06"), 7) };
    expect((await ask(child, ["register"])).body.code).toBe("too-young");
  });

  it("two at once: one officer serves one person at a time", async () => {
    const [one, two] = [await known(), await known()];
    const answers = await Promise.all([one, two].map(({ name, citizenId }) => ask({ name, citizenId }, ["record"])));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("window-busy");
  });
});

it("a claim confirmed at a window without consent to publicity is refused like any other", async () => {
  const { claim, personId } = await aPreparedClaim(app, place);
  await aConsent(app, personId, "publication", false);
  const name = newName();
  await app.services.database.updateTable("person").set({ name }).where("id", "=", personId).execute();
  const citizenId = await app.work((context) => openCitizenId(context, personId));
  const id = await opened({ name, citizenId }, ["claim"]);
  expect((await act(id, "POST", `/api/v1/claims/${claim.id}/confirmation`, {})).statusCode).toBe(409);
});

describe("somebody with another paper", () => {
  const PAPER = { nationality: "CAN", birthDate: "1975-08-03", sex: "F" };
  const card = makeResidenceCard("CAN", "3206", civilDate("1975-08-03"), 4);
  const receive = (given: object) =>
    officer.post<{ id: string }>("/api/v1/window-sessions", {
      name: "MARY SMITH",
      town: TOWN,
      purposes: ["register"],
      paper: PAPER,
      ...given,
    });

  it.each<[string, string, object, string, string]>([
    ["a passport without the rest", "E87654321", { paper: undefined }, "paper-incomplete", "/paper"],
    [
      "a card of another day",
      card,
      { paper: { ...PAPER, birthDate: "1975-08-04" } },
      "paper-incomplete",
      "/paper/birthDate",
    ],
    [
      "a card of another country",
      card,
      { paper: { ...PAPER, nationality: "USA" } },
      "paper-incomplete",
      "/paper/nationality",
    ],
    [
      "a day to come",
      "E87654321",
      { paper: { ...PAPER, birthDate: "2030-01-01" } },
      "paper-incomplete",
      "/paper/birthDate",
    ],
    ["a child", "E87654321", { paper: { ...PAPER, birthDate: "2014-01-01" } }, "too-young", "/citizenId"],
    [
      "a Chinese passport",
      "E87654321",
      { paper: { ...PAPER, nationality: "CHN" } },
      "invalid-input",
      "/paper/nationality",
    ],
    ["eighteen digits and more", someone().citizenId, {}, "paper-incomplete", "/paper"],
  ])("isn't registered by %s", async (_name, citizenId, given, code, pointer) => {
    const { body } = await receive({ citizenId, ...given });
    expect([body.code, body.errors?.[0]?.pointer]).toEqual([code, pointer]);
  });

  it.each([
    ["a passport", "E12345678", "E******78"],
    ["a residence card before 2023", card, `CAN${"*".repeat(10)}${card.slice(13)}`],
  ])(
    "is registered by %s, masked, found on a roster and joined with a later number",
    async (_name, citizenId, masked) => {
      const { id } = (await receive({ citizenId })).body;
      const { body } = await officer.get<{ personId: string; citizenIdMasked: string }>(
        `/api/v1/window-sessions/${id}`,
      );
      expect(body.citizenIdMasked).toBe(masked);
      const again = await app.work((context) =>
        findOrCreatePeople(context, [
          { name: "MARY SMITH", citizenId, town: TOWN },
          { name: "JOHN DOE", citizenId, town: TOWN },
          { name: "MARY SMITH", citizenId: "E99999999", town: TOWN },
        ]),
      );
      expect(again).toMatchObject([
        { ok: true, id: body.personId, created: false },
        { ok: false, code: "person-name-mismatch" },
        { ok: false, code: "paper-unknown" },
      ]);
      const { checked, differences } = await identityVerifier.run(app.services);
      expect([checked > 0, differences]).toEqual([true, []]);
      const later = await aPerson(app, { name: "MARY SMITH", birthDate: "1975-08-03" });
      const asked = await officer.post<{ id: string }>(`/api/v1/people/${body.personId}/joins`, {
        keptId: later.id,
        reason: "换领了新版永久居留身份证",
      });
      expect(asked.status).toBe(200);
      expect((await colleague.post(`/api/v1/person-joins/${asked.body.id}/decision`, { agreed: true })).status).toBe(
        200,
      );
      const back = await app.work((context) =>
        findOrCreatePeople(context, [{ name: "MARY SMITH", citizenId, town: TOWN }]),
      );
      expect(back).toMatchObject([{ ok: true, id: later.id }]);
    },
  );
});
