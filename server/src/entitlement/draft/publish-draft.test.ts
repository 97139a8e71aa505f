import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { createApp } from "../../app.ts";
import { json, sql } from "../../kernel/database.ts";
import { readPolicies } from "../../kernel/policies.ts";
import { followLaw, learnLaw } from "../../kernel/published-law.ts";
import { createServices } from "../../platform.ts";
import {
  aConfirmedClaim,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { exportPolicy } from "../../admin/export-policy.ts";
import { decisionVerifier } from "../case/verify-decisions.ts";
import { filesOfDraft } from "./draft-record.ts";
import { contentOf, provedContentOf } from "./draft-task.ts";
import { versionVerifier } from "./verify-versions.ts";

/** Two officers publish versions of a policy on a county at work. */
let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let jia: TestClient;
let yi: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
  [jia, yi] = [await app.as("reviewer", { name: "甲" }), await app.as("reviewer", { name: "乙" })];
});
afterAll(() => app.close());

interface Draft {
  revision: number;
  digest: string;
  state: string;
  files: { path: string; content: Record<string, unknown> }[];
  submission: object | null;
  returned: object | null;
}
const show = async (id: string): Promise<Draft> => (await yi.get<Draft>(`/api/v1/policy-drafts/${id}`)).body;
const act = (client: TestClient, id: string, what: string, body: object = {}) =>
  client.post(`/api/v1/policy-drafts/${id}/${what}`, body);

/** A draft of rugao-2019 in which half of the money for jobless training is paid, or a quarter. */
async function aDraft(manifest: object, percent: number): Promise<string> {
  const { body } = await jia.post<{ id: string }>("/api/v1/policy-drafts", {
    programme: "rugao-2019",
    title: "调整标准",
  });
  const { files, revision } = await show(body.id);
  const inFile = (name: string) => files.find((file) => file.path === name)?.content ?? {};
  const rules = inFile("benefits/unemployed-training.json") as { amount: { steps: { step: string }[] } };
  rules.amount.steps = rules.amount.steps.filter(({ step }) => step !== "part");
  rules.amount.steps.push({ kind: "rate", step: "part", clause: "四.3", rate: { kind: "percent", percent } } as never);
  // Worked cases that expect the old amounts would be errors; how cases are held is tested with the engine.
  const cases = inFile("cases/unemployed-training.json") as { cases: { expect: { amountFen?: number } }[] };
  for (const { expect: expected } of cases.cases)
    if (expected.amountFen !== undefined) expected.amountFen = amounts(expected.amountFen, percent);
  const changes = [
    { path: "manifest.json", content: { ...inFile("manifest.json"), ...manifest } },
    { path: "benefits/unemployed-training.json", content: rules },
    { path: "cases/unemployed-training.json", content: cases },
  ];
  const answer = await jia.put(`/api/v1/policy-drafts/${body.id}/files`, { revision, changes });
  expect(answer).toMatchObject({ status: 200, body: { problems: [] } });
  return body.id;
}
const factor = { value: 1 };
const amounts = (fen: number, percent: number): number => Math.round((fen / factor.value) * (percent / 100));

/** Work on the draft as it is now, done. Proofs and assessments have tests of their own, and a proof of this policy takes a while. */
async function doneWork(id: string, kind: "policy-proof" | "policy-impact"): Promise<void> {
  const { revision, digest } = await show(id);
  await app.work(async (context) => {
    const files = await filesOfDraft(context.db, id);
    const content = kind === "policy-proof" ? await provedContentOf(context, files) : await contentOf(context, id);
    await context.db
      .insertInto("long_task")
      .values({
        kind,
        state: "done",
        input: json({ draftId: id, revision, digest, content }),
        result: json({ proved: [], failure: null, after: null, benefits: {} }),
        started_by: jia.accountId,
        organisation_id: null,
        region: null,
        finished_at: null,
      })
      .execute();
  });
}

async function proveAndAssess(id: string): Promise<void> {
  await doneWork(id, "policy-proof");
  await doneWork(id, "policy-impact");
}

interface Shown {
  claim: { state: string; askedFen: number };
  decision: { policy: { version: string } };
  versions: { policyVersion: string; amountFen: number }[];
}
const claimOf = async (id: string): Promise<Shown> => (await yi.get<Shown>(`/api/v1/claims/${id}`)).body;
const versionsThere = async () =>
  (await yi.get<{ rows: { programme: string; version: string }[] }>("/api/v1/policy-versions")).body.rows
    .filter(({ programme }) => programme === "rugao-2019")
    .map(({ version }) => version);

describe("publishing a version", () => {
  let id: string;
  let old: { id: string };

  it("needs a check without error, a proof and an assessment of this very content", async () => {
    old = (await aConfirmedClaim(app, place)).claim;
    id = await aDraft({ effective: { from: "2020-04-10" } }, 50);
    expect((await act(jia, id, "submission")).body.code).toBe("proof-missing");
    await doneWork(id, "policy-proof");
    expect((await act(jia, id, "submission")).body.code).toBe("impact-missing");
    await doneWork(id, "policy-impact");
    // A change makes both outdated.
    const { revision, files } = await show(id);
    const content = files.find((file) => file.path === "manifest.json")?.content;
    await jia.put(`/api/v1/policy-drafts/${id}/files`, {
      revision,
      changes: [{ path: "manifest.json", content: { ...content, notes: ["减半。"] } }],
    });
    expect((await act(jia, id, "submission")).body.code).toBe("proof-missing");
    await proveAndAssess(id);
    expect(await act(jia, id, "submission")).toMatchObject({ status: 200 });
    expect(await show(id)).toMatchObject({
      state: "submitted",
      submission: { by: "甲", mine: false, statement: null },
    });
  });

  it("isn't changed while it is to be signed, and goes back with a reason", async () => {
    const { revision } = await show(id);
    const changes = [{ path: "lists.json", content: {} }];
    expect((await jia.put(`/api/v1/policy-drafts/${id}/files`, { revision, changes })).body.code).toBe(
      "policy-draft-closed",
    );
    expect((await act(yi, id, "return", { reason: "再核一次文号" })).status).toBe(200);
    expect(await show(id)).toMatchObject({
      state: "open",
      submission: null,
      returned: { by: "乙", reason: "再核一次文号" },
    });
    expect((await act(jia, id, "submission")).status).toBe(200);
  });

  it("isn't signed by who submitted it, nor by whoever read something else", async () => {
    const { digest } = await show(id);
    expect(await act(jia, id, "signature", { digest })).toMatchObject({
      status: 409,
      body: { code: "signer-is-proposer" },
    });
    expect((await act(yi, id, "signature", { digest: "sha256:0" })).body.code).toBe("draft-changed");
    // Nor by going round the operation.
    await expect(
      app.work((context) =>
        context.db
          .insertInto("policy_version")
          .values({
            digest: "x",
            policy_id: "x",
            version: "1",
            draft_id: id,
            files: "{}",
            content: "",
            proof: "{}",
            statement: null,
            proposed_by: jia.accountId,
            approved_by: jia.accountId,
            published_on: "2020-04-10",
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: "publisher_is_not_proposer" });
    expect(await versionsThere()).toEqual(["2.0.0", "1.0.0"]);
  });

  it("is signed once, decides new claims, and leaves the old one its law", async () => {
    const { digest } = await show(id);
    const answers = await Promise.all([yi, yi].map((client) => act(client, id, "signature", { digest })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await versionsThere()).toEqual(["2.1.0", "2.0.0", "1.0.0"]);
    const { claim } = await aPreparedClaim(app, place);
    expect(await claimOf(claim.id)).toMatchObject({
      claim: { askedFen: 60_000 },
      decision: { policy: { version: "2.1.0" } },
    });
    expect(await claimOf(old.id)).toMatchObject({
      claim: { askedFen: 120_000 },
      decision: { policy: { version: "2.0.0" } },
    });
    expect(await show(id)).toMatchObject({ state: "published" });
    factor.value = 0.5;
  });

  it("another draft of the version before it is told so", async () => {
    const stale = await aDraft({ version: "2.2.0" }, 25);
    await app.services.database
      .updateTable("policy_draft")
      .set({ base_version: "2.0.0", base_digest: app.services.policies.get("rugao-2019@2.0.0")?.digest ?? "" })
      .where("id", "=", stale)
      .execute();
    expect((await act(jia, stale, "submission")).body.code).toBe("base-outdated");
    // Begun before the programme had a version, beside the draft that became its first: there is no base to compare.
    await app.services.database
      .updateTable("policy_draft")
      .set({ base_policy_id: null, base_version: null, base_digest: null })
      .where("id", "=", stale)
      .execute();
    expect((await act(jia, stale, "submission")).body.code).toBe("base-outdated");
  });

  it("a version that decides claims in hand again does so, and tells the person", async () => {
    const { claim, client } = await aConfirmedClaim(app, place);
    const quarter = await aDraft({ effective: { from: "2020-04-10" }, transition: "redecide" }, 25);
    await proveAndAssess(quarter);
    expect((await act(jia, quarter, "submission")).status).toBe(200);
    expect((await act(yi, quarter, "signature", { digest: (await show(quarter)).digest })).status).toBe(200);
    await app.drain();
    expect(await claimOf(claim.id)).toMatchObject({
      decision: { policy: { version: "2.2.0" } },
      versions: [{ policyVersion: "2.1.0" }, { policyVersion: "2.1.0" }, { policyVersion: "2.2.0", amountFen: 30_000 }],
    });
    await app.drain();
    const told = await client.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows.map(({ text }) => text)).toContainEqual(expect.stringContaining("第 2.2.0 版施行"));
    factor.value = 0.25;
  });

  it("one that begins before claims that are paid needs a statement, and changes none of them", async () => {
    const owner = new pg.Client({ connectionString: app.ownerUrl });
    await owner.connect();
    await owner.query("set session_replication_role = replica");
    await owner.query("update claim set state = 'paid' where id = $1", [old.id]);
    await owner.end();
    const early = await aDraft({ effective: { from: "2020-04-01" }, transition: "keep" }, 50);
    await proveAndAssess(early);
    expect(await act(jia, early, "submission")).toMatchObject({
      status: 422,
      body: { code: "statement-needed", detail: expect.stringContaining("已支付 1 笔") as string },
    });
    expect((await act(jia, early, "submission", { statement: "按市级批复自四月起执行" })).status).toBe(200);
    expect((await act(yi, early, "signature", { digest: (await show(early)).digest })).status).toBe(200);
    await app.drain();
    expect(await claimOf(old.id)).toMatchObject({
      claim: { state: "paid" },
      decision: { policy: { version: "2.2.0" } },
    });
    factor.value = 0.5;
  });

  it("every old decision still replays", async () => {
    expect(await decisionVerifier.run(app.services)).toMatchObject({ differences: [] });
    expect(await versionVerifier.run(app.services)).toEqual({ checked: 3, differences: [] });
  });
});

describe("another process on the same database", () => {
  it("decides by a version that it wasn't told of, and hears of it where it only reads", async () => {
    const { config } = app.services;
    const other = await createServices(config, app.ownerUrl, { clock: app.services.clock });
    other.log.level = "silent";
    const otherApp = await createApp(other);
    const seen = () => other.policies.get("rugao-2019")?.version;
    // It started after three versions, and has them.
    expect(seen()).toBe("2.3.0");
    const law = await aDraft({ version: "3.0.0", effective: { from: "2020-04-10" } }, 10);
    await proveAndAssess(law);
    await act(jia, law, "submission", { statement: "按市级批复执行" });
    await act(yi, law, "signature", { digest: (await show(law)).digest });
    expect(seen()).toBe("2.3.0");
    const learner = await aPreparedClaim(app, place);
    // A write in the other process begins with what was published.
    await otherApp.inject({
      method: "POST",
      url: `/api/v1/claims/${learner.claim.id}/confirmation`,
      headers: { cookie: learner.client.cookie, "x-csrf-token": learner.client.csrfToken },
      payload: {},
    });
    expect(seen()).toBe("3.0.0");
    factor.value = 0.1;
    await otherApp.close();
    await other.database.destroy();
  });

  it("a decision made while a version is published is refused by the database, and made again", async () => {
    const { claim } = await aPreparedClaim(app, place);
    const insert = (law: string) =>
      app.services.database.transaction().execute(async (db) => {
        await sql`select set_config('app.law', ${law}, true)`.execute(db);
        await sql`insert into claim_decision (claim_id, version, facts, policy_id, policy_digest, outcome)
          select claim_id, 99, facts, policy_id, policy_digest, outcome from claim_decision where claim_id = ${claim.id}`.execute(
          db,
        );
        throw new Error("enough");
      });
    await expect(insert("3")).rejects.toMatchObject({ code: "40001" });
    await expect(insert("4")).rejects.toThrow("enough");
  });

  it("is told by the database", async () => {
    const other = await createServices(app.services.config, app.ownerUrl, { clock: app.services.clock });
    other.log.level = "silent";
    const law = followLaw(other);
    const draft = await aDraft({ version: "3.1.0", effective: { from: "2020-04-11" } }, 20);
    await proveAndAssess(draft);
    await act(jia, draft, "submission", { statement: "按市级批复执行" });
    await act(yi, draft, "signature", { digest: (await show(draft)).digest });
    await expect.poll(() => other.policies.get("rugao-2019")?.version).toBe("3.1.0");
    await law.stop();
    await other.database.destroy();
  });
});

describe("a published version as files", () => {
  it("is written into a directory of policies, where the platform finds the same version again", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "policies-"));
    const digest = await exportPolicy(app.services.database, "rugao-2019@2.1.0", path.join(directory, "rugao-2019"));
    const policies = await readPolicies(directory);
    expect(policies.get("rugao-2019")).toMatchObject({ version: "2.1.0", digest });
    expect(policies.publicationOf(digest)).toMatchObject({ publishedOn: "2020-04-10", place: "files" });
    // Known from both places, it is one version.
    await learnLaw({ policies }, app.services.database);
    expect(policies.versionsOf("rugao-2019").filter(({ version }) => version === "2.1.0")).toHaveLength(1);
    await expect(
      exportPolicy(app.services.database, "rugao-2019@2.1.0", path.join(directory, "rugao-2019")),
    ).rejects.toThrow("已经发布");
    await expect(exportPolicy(app.services.database, "rugao-2019@2.0.0", directory)).rejects.toThrow("没有签发过");
    await rm(directory, { recursive: true });
  });
});

describe("a version altered in the database", () => {
  it("can't be altered by the platform, and stops the start with a sentence", async () => {
    const alter =
      "update policy_version set files = replace(files, '\"percent\":20', '\"percent\":90') where version = '3.1.0'";
    const owner = new pg.Client({ connectionString: app.ownerUrl });
    await owner.connect();
    await expect(owner.query(alter)).rejects.toMatchObject({ code: "JN001" });
    await owner.query("set session_replication_role = replica");
    expect((await owner.query(alter)).rowCount).toBe(1);
    await owner.end();
    await expect(createServices(app.services.config, app.ownerUrl)).rejects.toThrow(
      "政策 rugao-2019 第 3.1.0 版在数据库中的内容与发布时的指纹不符，不能据以裁定",
    );
    expect((await versionVerifier.run(app.services)).differences).toEqual([
      "政策 rugao-2019 第 3.1.0 版与发布时的指纹不符",
    ]);
    expect((await readPolicies(app.services.config.policiesDir)).known).toBe(0);
  });
});
