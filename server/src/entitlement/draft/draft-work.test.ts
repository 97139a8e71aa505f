import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aConfirmedClaim,
  anApprovedClaim,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { continueProof } from "./prove-draft.ts";

/** Proof and impact of a draft are worked out in the background, on a county with claims in hand. */
let app: TestApp;
let officer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  officer = await app.as("reviewer");
});
afterAll(() => app.close());

interface Shown {
  revision: number;
  digest: string;
  files: { path: string; content: { tests: { id: string; rule: object }[]; amount: { steps: object[] } } }[];
}
const begin = async (programme: string): Promise<string> =>
  (await officer.post<{ id: string }>("/api/v1/policy-drafts", { programme, title: "调整标准" })).body.id;
const show = async (id: string): Promise<Shown> => (await officer.get<Shown>(`/api/v1/policy-drafts/${id}`)).body;

/** Changes the rules of a benefit. */
async function edit(id: string, benefit: string, change: (rules: Shown["files"][number]["content"]) => void) {
  const { revision, files } = await show(id);
  const path = `benefits/${benefit}.json`;
  const rules = files.find((file) => file.path === path)?.content;
  if (!rules) throw new Error(`no ${path}`);
  change(rules);
  const answer = await officer.put(`/api/v1/policy-drafts/${id}/files`, {
    revision,
    changes: [{ path, content: rules }],
  });
  expect(answer).toMatchObject({ status: 200, body: { problems: [] } });
}

describe("the proof of a draft", () => {
  interface Proof {
    proof: { state: string; done: number; total: number; proved: boolean; current: boolean; faults: object[] } | null;
  }
  const proofOf = async (id: string) => (await officer.get<Proof>(`/api/v1/policy-drafts/${id}/proof`)).body.proof;
  let id: string;
  let task: string;

  it("goes on with the next benefit after a process died", async () => {
    id = await begin("example-2025");
    expect(await proofOf(id)).toBeNull();
    task = (await officer.post<{ id: string }>(`/api/v1/policy-drafts/${id}/proof`)).body.id;
    await app.work((context) => continueProof.run(context, { taskId: task }));
    expect(await proofOf(id)).toMatchObject({ state: "running", done: 1, total: 3, proved: false });
    const killed = app.work(async (context) => {
      await continueProof.run(context, { taskId: task });
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await proofOf(id)).toMatchObject({ state: "running", done: 1 });
    await app.drain();
    expect(await proofOf(id)).toMatchObject({ state: "done", done: 3, proved: true, current: true, faults: [] });
  });

  it("isn't made twice for the same content, and is outdated by a change", async () => {
    expect((await officer.post<{ id: string }>(`/api/v1/policy-drafts/${id}/proof`)).body.id).toBe(task);
    await edit(id, "skill-upgrade", (rules) => rules.tests.splice(0, 0, { ...rules.tests[0], id: "another" } as never));
    expect(await proofOf(id)).toMatchObject({ state: "done", current: false });
    expect((await officer.post<{ id: string }>(`/api/v1/policy-drafts/${id}/proof`)).body.id).not.toBe(task);
  });

  it("is made with the county's values, says so, and is outdated when they change", async () => {
    const prolong = async (months: number): Promise<void> => {
      await app.services.database.deleteFrom("policy_parameter").where("policy_id", "=", "example-2025").execute();
      await app.services.database
        .insertInto("policy_parameter")
        .values({
          policy_id: "example-2025",
          name: "skillUpgrade.monthsOfInsurance",
          value: JSON.stringify(months),
          effective_from: "2019-01-01",
          effective_to: null,
          source: "示例",
          sample: true,
          set_by: null,
        })
        .execute();
    };
    const own = await begin("example-2025");
    await prolong(24);
    await officer.post(`/api/v1/policy-drafts/${own}/proof`);
    await app.drain();
    const months = { name: "skillUpgrade.monthsOfInsurance", value: "24" };
    expect(await proofOf(own)).toMatchObject({ state: "done", proved: true, current: true, local: [months] });
    await prolong(36);
    expect(await proofOf(own)).toMatchObject({ state: "done", current: false, local: [months] });
  });

  it("names a fault with a case that shows it", async () => {
    const rule = {
      kind: "all-of",
      tests: [true, false].map((value) => ({ kind: "is", fact: "/employment/employed", value })),
    };
    await edit(id, "skill-upgrade", (rules) => {
      rules.tests.push({ ...rules.tests[0], id: "nobody", rule } as never);
    });
    await officer.post(`/api/v1/policy-drafts/${id}/proof`);
    await app.drain();
    expect(await proofOf(id)).toMatchObject({ proved: false, current: true });
    expect((await proofOf(id))?.faults).toContainEqual(
      expect.objectContaining({ benefit: "skill-upgrade", test: "nobody", message: "没有一种情形能满足这项条件" }),
    );
  });

  it("is refused for a draft that can't be read", async () => {
    const { revision } = await show(id);
    const changes = [{ path: "clauses.json", content: null }];
    await officer.put(`/api/v1/policy-drafts/${id}/files`, { revision, changes });
    for (const work of ["proof", "impact"])
      expect(await officer.post(`/api/v1/policy-drafts/${id}/${work}`)).toMatchObject({
        status: 422,
        body: { code: "draft-unreadable" },
      });
  });
});

describe("the impact of a draft", () => {
  interface Impact {
    impact: {
      state: string;
      sum: object;
      benefits: { key: string; cases: number }[];
      towns: object[];
      months: { key: string; changed: number }[];
    } | null;
  }
  interface Rows {
    rows: {
      claimNumber: string;
      before: string;
      beforeFen: number;
      after: string;
      afterFen: number;
      because: string;
    }[];
  }
  const numbers: string[] = [];
  const assess = async (id: string) => {
    expect((await officer.post(`/api/v1/policy-drafts/${id}/impact`)).status).toBe(200);
    await app.drain();
    return (await officer.get<Impact>(`/api/v1/policy-drafts/${id}/impact`)).body.impact;
  };
  const rowsOf = async (id: string, query = "") =>
    (await officer.get<Rows>(`/api/v1/policy-drafts/${id}/impact-claims?${query}`)).body.rows;

  beforeAll(async () => {
    const place = await aTrainingPlace(app);
    const officers: [TestClient, TestClient] = [officer, await app.as("reviewer")];
    for (const made of [
      await aPreparedClaim(app, place),
      await aConfirmedClaim(app, place),
      await anApprovedClaim(app, place, officers),
    ]) {
      const { body } = await officer.get<{ claim: { number: string } }>(`/api/v1/claims/${made.claim.id}`);
      numbers.push(body.claim.number);
    }
  });

  it("is nothing for a copy without a change", async () => {
    const id = await begin("rugao-2019");
    expect(await assess(id)).toMatchObject({ state: "done", sum: { cases: 3, changed: 0, differenceFen: 0 } });
    expect(await rowsOf(id)).toEqual([]);
  });

  it("says of each claim from what to what and why, and counts by benefit, town and month", async () => {
    const id = await begin("rugao-2019");
    await edit(id, "unemployed-training", ({ amount }) => {
      amount.steps.push({ kind: "rate", step: "half", clause: "四.3", rate: { kind: "percent", percent: 50 } });
    });
    expect(await assess(id)).toMatchObject({
      sum: {
        cases: 3,
        changed: 3,
        less: 3,
        lost: 0,
        incomplete: 0,
        beforeFen: 360_000,
        afterFen: 180_000,
        differenceFen: -180_000,
      },
      benefits: [{ key: "unemployed-training", label: "失业人员职业技能培训补贴", cases: 3, changed: 3 }],
      months: [{ key: "2020-04", changed: 3, differenceFen: -180_000 }],
    });
    const rows = await rowsOf(id);
    expect(rows.map(({ claimNumber }) => claimNumber).toSorted()).toEqual(numbers.toSorted());
    expect(rows[0]).toMatchObject({ before: "granted", beforeFen: 120_000, after: "granted", afterFen: 60_000 });
    expect(await rowsOf(id, "kind=lost")).toEqual([]);
    expect(await rowsOf(id, "kind=less&month=2020-04")).toHaveLength(3);
    const sheet = await officer.inject({ method: "GET", url: `/api/v1/policy-drafts/${id}/impact-claims/export` });
    expect(sheet.statusCode).toBe(200);
    // Nothing was decided by it.
    const claims = await officer.get<{ rows: { askedFen: number }[] }>("/api/v1/claims");
    expect(claims.body.rows.map(({ askedFen }) => askedFen)).toEqual([120_000, 120_000, 120_000]);
  });

  it("counts who would be refused and of whom more would have to be known apart", async () => {
    const id = await begin("rugao-2019");
    await edit(id, "unemployed-training", ({ tests }) => {
      tests.push({ ...tests[0], id: "nobody", rule: { kind: "not", test: tests[0]?.rule } } as never);
    });
    expect(await assess(id)).toMatchObject({ sum: { changed: 3, lost: 3, incomplete: 0, differenceFen: -360_000 } });
    await edit(id, "unemployed-training", ({ tests }) => {
      const rule = { kind: "is", fact: "/employment/employed", value: true };
      tests.splice(-1, 1, { ...tests[0], id: "works", rule } as never);
    });
    expect(await assess(id)).toMatchObject({ sum: { changed: 3, lost: 0, incomplete: 3 } });
    expect((await rowsOf(id))[0]).toMatchObject({ after: "incomplete" });
  });
});
