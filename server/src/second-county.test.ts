import { civilDate, makeBankCard, makeCitizenId } from "@jinengtong/standards";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import example from "../../counties/example/county.json" with { type: "json" };
import { publicityRound } from "./entitlement/index.ts";
import { readCounty } from "./kernel/county-file.ts";
import {
  anAdmission,
  anExamResult,
  anOrganisation,
  aRoom,
  aSource,
  aStandard,
  aTeacher,
  createTestApp,
  enteredByTwo,
  type TestApp,
} from "./test/index.ts";
import { phoneCode } from "./test/phone.ts";

/** A county of another province with a programme of another year, both unknown to the program. */
let app: TestApp;
let organisationId: string;
beforeAll(async () => {
  app = await createTestApp({ county: "example", now: "2026-03-02T10:00:00+08:00" });
  await aStandard(app, { requiredHours: 8 });
  organisationId = await anOrganisation(app);
  await anAdmission(app, organisationId);
});
afterAll(() => app.close());

const register = async (town: string, phone: string, serial: number) =>
  app.anonymous.post<{ account: { id: string; personId: string; region: string } }>("/api/v1/people", {
    name: "王示例",
    citizenId: makeCitizenId("519921", civilDate("1985-05-06"), serial),
    phone,
    code: await phoneCode(app, phone, "register"),
    town,
    consentVersion: "2026-01",
  });

describe("another county", () => {
  it("says who it is", async () => {
    expect((await app.anonymous.get("/api/v1/county")).body).toEqual(example);
  });

  it("registers its own people, and nobody of a town that isn't its own", async () => {
    expect(await register("519921102", "13700000001", 2)).toMatchObject({
      status: 200,
      body: { account: { region: "519921102" } },
    });
    expect(await register("320682103", "13700000002", 4)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/town", detail: "请选择所在的镇（街道）" }] },
    });
  });

  it("asks its own questions of people, has no door for companies, and answers in yuan by its own programme", async () => {
    const { body } = await app.anonymous.get<{ doors: { id: string }[] }>("/api/v1/policy/doors");
    expect(body.doors.map(({ id }) => id)).toEqual(["learn", "certificate"]);
    const answers = { work: "jobless", group: ["registered"], trade: "6-31-01-03", level: 5 };
    // Nine tenths of 1,200, as in the programme's worked cases.
    expect(await app.anonymous.post("/api/v1/policy/estimates", { door: "learn", answers })).toMatchObject({
      status: 200,
      body: { totalFen: 108_000, ownFen: 12_000, no: null },
    });
    expect(await app.anonymous.post("/api/v1/policy/estimates", { door: "firm", answers: {} })).toMatchObject({
      status: 422,
      body: { code: "unknown-door" },
    });
  });

  it("plays from a class to the money, by its own programme and under its own numbers", async () => {
    const { id: account, personId } = (await register("519921101", "13700000003", 6)).body.account;
    const [institution, reviewer, second, learner] = await Promise.all([
      app.as("institution", { organisationId }),
      app.as("reviewer"),
      app.as("reviewer"),
      app.signedIn(account),
    ]);
    const group = { code: "registered-unemployed", validFrom: "2026-01-01", validTo: null, note: "失业登记" };
    expect((await enteredByTwo(reviewer, second, personId, "groups", group)).status).toBe(200);

    // The class: filed, approved, one learner, two days.
    const filed = await institution.post<{ id: string; number: string }>("/api/v1/classes", {
      name: "电工五级示例班",
      policyId: "example-2025",
      benefit: "unemployed-training",
      occupation: "6-31-01-03",
      level: 5,
      contentKind: "occupation",
      town: "519921201",
      startsOn: "2026-03-02",
      endsOn: "2026-03-03",
      capacity: 10,
      plan: "理论与实操",
      assessmentPlan: "结业考核",
      priceFen: 126_000,
      phone: "0513-00000001",
      bring: "身份证、笔和工作服",
    });
    expect(filed.body.number).toMatch(/^SLB2026\d{6}$/);
    const classPath = `/api/v1/classes/${filed.body.id}`;
    const teacherId = (await aTeacher(app, organisationId)).id;
    const roomId = await aRoom(app, organisationId);
    const sessions: string[] = [];
    for (const [date, practice] of [
      ["2026-03-02", false],
      ["2026-03-03", true],
    ] as const) {
      const lesson = { date, from: "13:30", to: "16:30", hours: 4, topic: "示例", teacherId, roomId };
      const added = await institution.post<{ id: string }>(`${classPath}/sessions`, {
        ...lesson,
        practice,
        qualityModule: !practice,
      });
      sessions.push(added.body.id);
    }
    expect((await institution.post(`${classPath}/submission`)).status).toBe(200);
    expect((await reviewer.post(`${classPath}/decision`, { verdict: "approve" })).status).toBe(200);
    const enrolment = await learner.post<{ id: string }>(`${classPath}/enrolments`, {
      groupCode: "registered-unemployed",
    });
    const enrolmentId = enrolment.body.id;
    expect((await institution.post(`/api/v1/enrolments/${enrolmentId}/decision`, { verdict: "accept" })).status).toBe(
      200,
    );
    expect((await institution.post(`${classPath}/start`)).status).toBe(200);
    for (const [at, session] of sessions.entries()) {
      app.setNow(`2026-03-0${at + 2}T14:00:00+08:00`);
      const marks = [{ enrolmentId, mark: "present" }];
      const teacher = await app.as("institution", { organisationId });
      expect((await teacher.post(`/api/v1/sessions/${session}/roll-call`, { marks })).status).toBe(200);
    }

    // The certificate, which prepares the claim.
    app.setNow("2026-03-04T10:00:00+08:00");
    await anExamResult(app, { classId: filed.body.id, enrolmentId });
    const issuer = await app.as("institution", { organisationId });
    const issued = await issuer.post<{ issued: object[]; notYet: object[] }>(`${classPath}/certificates`);
    expect(issued.body).toMatchObject({ issued: [{ enrolmentId }], notYet: [] });
    await app.drain();

    // The claim, by example-2025: nine tenths of the standards.
    const person = await app.signedIn(account);
    const mine = await person.get<{ rows: { id: string; number: string }[] }>("/api/v1/me/claims");
    const claim = mine.body.rows[0];
    expect(claim).toMatchObject({ state: "prepared", benefit: "unemployed-training", askedFen: 108_000 });
    expect(claim?.number).toMatch(/^SL2026-\d{6}$/);
    const card = { bankName: "示例农村商业银行", number: makeBankCard("621700000000000001") };
    expect((await person.put("/api/v1/me/payee-account", card)).status).toBe(200);
    const claimPath = `/api/v1/claims/${claim?.id ?? ""}`;
    expect((await person.post(`${claimPath}/confirmation`)).status).toBe(200);
    const sourceId = await aSource(app);
    for (const round of ["first-review", "second-review"]) {
      const officer = await app.as("reviewer");
      expect((await officer.post(`${claimPath}/${round}`, { verdict: "pass" })).status).toBe(200);
    }
    await publicityRound(app.services);
    app.setNow("2026-03-12T10:00:00+08:00");
    await publicityRound(app.services);

    // Payment.
    const [maker, releaser] = [await app.as("finance"), await app.as("finance")];
    const batch = await maker.post<{ id: string; number: string }>("/api/v1/payment-batches", {
      sourceId,
      claimIds: [claim?.id],
    });
    expect(batch.body.number).toMatch(/^SLF2026-\d{5}$/);
    const batchPath = `/api/v1/payment-batches/${batch.body.id}`;
    await maker.post(`${batchPath}/submission`);
    await releaser.post(`${batchPath}/release`);
    await releaser.post(`${batchPath}/dispatch`);
    const paid = { outcome: "paid", amountFen: 108_000, on: "2026-03-12", bankReference: "示例-1" };
    const lines = [{ paymentNumber: `${batch.body.number}-00001`, ...paid }];
    expect((await releaser.post("/api/v1/bank-returns", { lines })).status).toBe(200);
    const after = await app.signedIn(account);
    expect((await after.get("/api/v1/me/claims")).body).toMatchObject({
      rows: [{ number: claim?.number, state: "paid", paidFen: 108_000 }],
    });
  });
});

describe("a county's file that is wrong stops the start", () => {
  it.each([
    [
      "a town of elsewhere",
      { towns: [{ code: "320682001", name: "外县镇" }] },
      "/towns/0/code 320682001 不以 519921 开头",
    ],
    [
      "a programme that isn't there",
      { programmes: ["nowhere-2030"] },
      "/programmes/0 没有“nowhere-2030”这个已发布的政策包",
    ],
    ["a missing part", { hotline: undefined }, "/hotline 此项必填"],
    ["a part nobody knows", { hotLine: {} }, "/ 含有未知的项：hotLine"],
  ])("%s, with its place and reason", async (_what, change, said) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "county-")), "county.json");
    await writeFile(file, JSON.stringify({ ...example, ...change }));
    await expect(readCounty(file, app.services.policies)).rejects.toThrow(said);
  });

  it.each([
    ["a file that isn't there", undefined, "不存在，请检查 COUNTY_FILE"],
    ["an empty file", "", "是空的"],
    [
      "a comma too many",
      `{"note": "示例",}`,
      "不是有效的 JSON：Expected double-quoted property name in JSON at position 14",
    ],
    ["null", "null", "/ 类型不正确"],
    ["an array", "[]", "/ 类型不正确"],
    ["a text where a list belongs", JSON.stringify({ ...example, towns: "青石镇" }), "/towns 类型不正确"],
  ])("%s", async (_what, text, said) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "county-")), "county.json");
    if (text !== undefined) await writeFile(file, text);
    await expect(readCounty(file, app.services.policies)).rejects.toThrow(said);
  });

  it("but not the byte order mark of an editor", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "county-")), "county.json");
    await writeFile(file, `\uFEFF${JSON.stringify(example)}`);
    expect(await readCounty(file, app.services.policies)).toEqual(example);
  });
});
