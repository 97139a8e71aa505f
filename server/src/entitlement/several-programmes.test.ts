import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCountyWith,
  aLocalParameter,
  anApprovedClaim,
  aPreparedClaim,
  aTrainingPlace,
  bankLine,
  COUNTY,
  createTestApp,
  type MadeBatch,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { openSource } from "../fund/index.ts";
import { decisionVerifier } from "./case/verify-decisions.ts";
import { publicityRound } from "./index.ts";
import { slotVerifier } from "./grant/verify-slots.ts";

/** A county with the programme of the last period, prolonged, and that of this period. */
let app: TestApp;
let officers: [TestClient, TestClient];
beforeAll(async () => {
  app = await createTestApp({
    now: "2026-03-18T10:00:00+08:00",
    county: await aCountyWith(["rugao-2019", "example-2025"]),
  });
  await aLocalParameter(app, "programme.until", "2027-12-31");
  officers = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

interface Listed {
  programmes: { id: string; inForce: string | null; period: object; versions: { version: string }[] }[];
  usual: string | null;
  none: string | null;
}
/** A list of claims or of their money shows those of the asked programme alone. */
async function eachHasOne(client: TestClient, list: string): Promise<void> {
  for (const policyId of ["rugao-2019", "example-2025"])
    expect((await client.get<{ rows: object[] }>(`${list}policy=${policyId}`)).body.rows).toMatchObject([{ policyId }]);
}

const listed = async (on?: string) =>
  (await app.anonymous.get<Listed>(`/api/v1/policy${on === undefined ? "" : `?on=${on}`}`)).body;

describe("programmes side by side", () => {
  it("are listed with versions and periods, in the county's order, the first in force being the usual one", async () => {
    expect(await listed()).toMatchObject({
      programmes: [
        { id: "rugao-2019", inForce: "2.0.0", versions: [{ version: "2.0.0" }, { version: "1.0.0" }] },
        { id: "example-2025", inForce: "1.0.0", period: { from: "2025-01-01", to: "2027-12-31" } },
      ],
      usual: "rugao-2019",
      none: null,
    });
    const before = await listed("2021-06-01");
    expect(before.programmes.map(({ inForce }) => inForce)).toEqual(["2.0.0", null]);
  });

  it("on a day without any, say which are before and after it and where to ask, and decide nothing", async () => {
    const { usual, none } = await listed("2018-06-01");
    expect(usual).toBeNull();
    expect(none).toMatch(/2018-06-01 没有施行中的补贴政策，《.+》自 2019-12-31 起施行。请改选.+咨询/);
    const asked = await app.anonymous.post("/api/v1/policy/entitlements", { facts: { appliedOn: "2018-06-01" } });
    expect(asked).toMatchObject({ status: 422, body: { code: "no-programme-on-day", detail: none } });
    expect(
      await app.anonymous.post("/api/v1/policy/entitlements", {
        policy: "example-2025",
        facts: { appliedOn: "2028-01-01" },
      }),
    ).toMatchObject({
      status: 422,
      body: { code: "no-law-on-day", detail: expect.stringContaining("2025-01-01 至 2027-12-31") as string },
    });
  });

  it("answer the same question each by its own rules", async () => {
    for (const [policy, title] of [
      ["rugao-2019", "如皋市职业技能提升行动（2019—2021 年）"],
      ["example-2025", "示例县技能提升行动（2025—2027 年，示例）"],
    ])
      expect((await app.anonymous.post("/api/v1/policy/entitlements", { policy })).body).toMatchObject({
        policy: { title },
      });
  });
});

describe("a class", () => {
  it("is filed under the programme in force on its first day, or the one chosen; not under one that isn't", async () => {
    const { organisationId } = await aTrainingPlace(app, { startsOn: "2026-03-02" });
    const school = await app.as("institution", { organisationId });
    const draft = (more: object) =>
      school.post<{ id: string }>("/api/v1/classes", {
        name: "电工五级一班",
        benefit: "unemployed-training",
        occupation: "6-31-01-03",
        level: 5,
        contentKind: "occupation",
        town: "320682001",
        startsOn: "2026-04-06",
        endsOn: "2026-04-30",
        capacity: 30,
        requiredHours: 60,
        ...more,
      });
    const programmeOf = async (more: object) => {
      const { id } = (await draft(more)).body;
      return (await school.get<{ policyId: string }>(`/api/v1/classes/${id}`)).body.policyId;
    };
    expect(await programmeOf({})).toBe("rugao-2019");
    expect(await programmeOf({ policyId: "example-2025" })).toBe("example-2025");
    expect(await draft({ policyId: "example-2025", startsOn: "2024-12-02", endsOn: "2024-12-30" })).toMatchObject({
      status: 422,
      body: {
        errors: [{ pointer: "/policyId", detail: expect.stringContaining("请选择开班当日施行的政策") as string }],
      },
    });
    expect(await draft({ startsOn: "2018-12-03", endsOn: "2018-12-28" })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/policyId", detail: expect.stringContaining("没有施行中的补贴政策") as string }] },
    });
  });
});

describe("claims of both", () => {
  it("know their programme, are decided by it, listed by it and paid", async () => {
    const old = await aTrainingPlace(app, { startsOn: "2026-02-02" });
    const current = await aTrainingPlace(app, { policyId: "example-2025", startsOn: "2026-02-02" });
    const source = await app.work((context) =>
      openSource(context, { code: "S-2026", name: "专项资金", region: COUNTY, openedOn: "2026-01-01", drawOrder: 1 }),
    );
    const accountant = await app.as("finance");
    for (const movement of ["quota-issued", "funded"])
      await accountant.post(`/api/v1/fund/sources/${source}/movements`, {
        movement,
        amountFen: 1_000_000,
        postedOn: "2026-03-01",
        voucher: "拨-1",
      });
    const issued = { issuedOn: "2026-03-10" };
    const waiting = await aPreparedClaim(app, current, issued);
    const claims = [
      await anApprovedClaim(app, old, officers, issued),
      await anApprovedClaim(app, current, officers, issued),
    ];
    const line = async (policy: string) =>
      (
        await officers[0].get<{
          rows: { number: string; policyId: string; policyTitle: string; approvedFen: number }[];
        }>(`/api/v1/claims?policy=${policy}&state=approved`)
      ).body.rows;
    expect(await line("rugao-2019")).toMatchObject([{ number: claims[0]?.claim.number, approvedFen: 120_000 }]);
    expect(await line("example-2025")).toMatchObject([
      {
        number: claims[1]?.claim.number,
        policyTitle: "示例县技能提升行动（2025—2027 年，示例）",
        approvedFen: 108_000,
      },
    ]);
    expect(waiting.claim).toMatchObject({ policyId: "example-2025", askedFen: 108_000 });

    await publicityRound(app.services);
    await eachHasOne(officers[0], "/api/v1/publicity?");
    app.setNow("2026-03-26T01:00:00+08:00");
    await publicityRound(app.services);
    // Sign-ins don't last over the days of publicity.
    const [maker, releaser] = [await app.as("finance"), await app.as("finance")];
    await eachHasOne(maker, "/api/v1/fund/payables?");
    const batch = (
      await maker.post<MadeBatch>("/api/v1/payment-batches", {
        sourceId: source,
        claimIds: claims.map(({ claim }) => claim.id),
      })
    ).body;
    for (const [client, step] of [
      [maker, "submission"],
      [releaser, "release"],
      [maker, "dispatch"],
    ] as const)
      expect(await client.post(`/api/v1/payment-batches/${batch.id}/${step}`, {})).toMatchObject({ status: 200 });
    const payments = (
      await maker.get<{ rows: { number: string; amountFen: number }[] }>(`/api/v1/payments?batchId=${batch.id}`)
    ).body.rows;
    const lines = payments.map(({ number, amountFen }) => ({
      ...bankLine(batch, Number(number.slice(-5)), "paid", { amountFen }),
      on: "2026-03-26",
    }));
    expect((await maker.post("/api/v1/bank-returns", { lines })).body).toMatchObject({ paid: 2, setAside: [] });
    await app.drain();
    const officer = await app.as("reviewer");
    await eachHasOne(await app.as("finance"), "/api/v1/payments?");
    for (const policy of ["rugao-2019", "example-2025"])
      expect((await officer.get(`/api/v1/claims?policy=${policy}&state=paid`)).body).toMatchObject({ total: 1 });
    for (const verifier of [decisionVerifier, slotVerifier])
      expect((await verifier.run(app.services)).differences).toEqual([]);
  });
});
