import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPolicies } from "../kernel/policies.ts";
import {
  aConfirmedClaim,
  anEntitledLearner,
  anApprovedClaim,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  firstVersionAlone,
  loadAgain,
  publishVersion,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { decisionVerifier } from "./case/verify-decisions.ts";
import { prepareClaims } from "./application/prepare-claims.ts";
import { redecisionRound } from "./claim/redecide-claims.ts";
import { slotVerifier } from "./grant/verify-slots.ts";

/** A county at work under version 1.0.0, on which later versions are published. */
let app: TestApp;
let directory: string;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let officers: [TestClient, TestClient];
beforeAll(async () => {
  directory = await firstVersionAlone();
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00", policies: directory });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
  officers = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

interface Shown {
  claim: { state: string; askedFen: number };
  decision: { outcome: string; amountFen: number; policy: { version: string; digest: string }; findings: unknown[] };
  versions: { version: number; policyVersion: string | null; amountFen: number }[];
}
const shown = async (id: string): Promise<Shown> => (await officers[0].get<Shown>(`/api/v1/claims/${id}`)).body;
const verified = async () => [
  ...(await decisionVerifier.run(app.services)).differences,
  ...(await slotVerifier.run(app.services)).differences,
];

describe("versions published on a county at work", () => {
  const claims: Record<string, { id: string; client: TestClient }> = {};
  const before = new Map<string, Shown>();

  it("begins with claims in several states", async () => {
    for (const [state, made] of Object.entries({
      prepared: await aPreparedClaim(app, place),
      submitted: await aConfirmedClaim(app, place),
      approved: await anApprovedClaim(app, place, officers),
    }))
      claims[state] = { id: made.claim.id, client: made.client };
    for (const [state, { id }] of Object.entries(claims)) {
      before.set(state, await shown(id));
      expect(before.get(state)?.decision).toMatchObject({ outcome: "granted", policy: { version: "1.0.0" } });
    }
    expect(await verified()).toEqual([]);
  });

  it("keeps the reasons of every claim when 1.0.1 and 2.0.0 are published", async () => {
    await publishVersion(directory, { from: "1.0.0", version: "1.0.1" });
    await publishVersion(directory, { from: "2.0.0", version: "2.0.0" });
    await loadAgain(app, directory);
    expect(app.services.policies.versionsOf("rugao-2019").map(({ version }) => version)).toEqual([
      "1.0.0",
      "1.0.1",
      "2.0.0",
    ]);
    for (const [state, { id }] of Object.entries(claims))
      expect([state, await shown(id)]).toEqual([state, before.get(state)]);
    expect(await verified()).toEqual([]);
  });

  it("goes on with a claim in hand under its own version", async () => {
    const { id } = claims["submitted"] ?? { id: "" };
    for (const [at, round] of ["first-review", "second-review"].entries())
      expect(await officers[at]?.post(`/api/v1/claims/${id}/${round}`, { verdict: "pass" })).toMatchObject({
        status: 200,
      });
    expect(await shown(id)).toMatchObject({
      claim: { state: "approved" },
      decision: { policy: { version: "1.0.0" } },
    });
    const prepared = claims["prepared"];
    expect(await prepared?.client.post(`/api/v1/claims/${prepared.id}/confirmation`)).toMatchObject({ status: 200 });
    expect(await shown(prepared?.id ?? "")).toMatchObject({ decision: { policy: { version: "1.0.0" } } });
    expect(await verified()).toEqual([]);
  });

  it("decides a new claim by the version of its day", async () => {
    const { claim } = await aPreparedClaim(app, place);
    const { decision, versions } = await shown(claim.id);
    expect(decision).toMatchObject({ outcome: "granted", policy: { version: "2.0.0" } });
    expect(versions).toMatchObject([{ version: 1, policyVersion: "2.0.0" }]);
    expect(await verified()).toEqual([]);
  });

  it("decides claims in hand again where a version says so, keeps both decisions, and tells the person", async () => {
    const { claim, client } = await aConfirmedClaim(app, place);
    const [first] = officers;
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    await publishVersion(directory, {
      from: "2.0.0",
      version: "3.0.0",
      transition: "redecide",
      change: ({ benefits }) => {
        const training = benefits.find(({ id }) => id === "unemployed-training");
        if (training?.amount.kind === "steps")
          training.amount.steps.push({
            kind: "rate",
            step: "half",
            clause: "四.3",
            rate: { kind: "percent", percent: 50 },
          });
      },
    });
    await loadAgain(app, directory);
    expect(await redecisionRound(app.services)).toBeGreaterThanOrEqual(1);
    expect(await redecisionRound(app.services)).toBe(0);
    expect(await shown(claim.id)).toMatchObject({
      claim: { state: "submitted", askedFen: 60_000 },
      decision: { policy: { version: "3.0.0" } },
      versions: [
        { policyVersion: "2.0.0", amountFen: 120_000 },
        { policyVersion: "2.0.0", amountFen: 120_000 },
        { policyVersion: "3.0.0", amountFen: 60_000 },
      ],
    });
    await app.drain();
    const told = await client.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("第 3.0.0 版施行，按规定重新裁定：由“可享受 1,200.00 元”变为“可享受 600.00 元”"),
    );
    // A claim that was granted before stays as it was granted.
    expect((await shown(claims["approved"]?.id ?? "")).decision.policy.version).toBe("1.0.0");
    expect(await verified()).toEqual([]);
  });

  it("refuses in words on a day without any version in force, and decides nothing", async () => {
    const { personId, certificateId } = await anEntitledLearner(app, place);
    app.setNow("2019-06-03T10:00:00+08:00");
    const learner = await app.as("learner", { personId });
    const asked = { benefit: "unemployed-training", certificateId };
    for (const door of ["claims", "claim-previews"])
      expect(await learner.post(`/api/v1/${door}`, asked)).toMatchObject({
        status: 422,
        body: {
          code: "no-law-on-day",
          detail: expect.stringContaining("没有适用于 2019-06-03 这笔申请的版本") as string,
        },
      });
    expect(await app.work((context) => prepareClaims(context, [certificateId]))).toBe(0);
  });
});

describe("a published version that was altered", () => {
  it("stops the start with its place and the reason", async () => {
    const altered = await firstVersionAlone();
    await writeFile(path.join(altered, "rugao-2019/published/1.0.0.json"), JSON.stringify({ manifest: {} }));
    await expect(readPolicies(altered)).rejects.toThrow(
      "政策包 rugao-2019 的已发布版本不能使用，平台没有启动：/published/1.0.0.json：内容与发布时的摘要不符",
    );
  });

  it("a draft under edit, even half-edited, is never read", async () => {
    const edited = await firstVersionAlone();
    await writeFile(path.join(edited, "rugao-2019/parameters.json"), "{");
    await writeFile(path.join(edited, "rugao-2019/claiming/on-job.json"), "{");
    const policies = await readPolicies(edited);
    expect(policies.every().map(({ version }) => version)).toEqual(["1.0.0"]);
    expect(policies.get("rugao-2019@draft")).toBeUndefined();
  });
});
