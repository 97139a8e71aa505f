import { afterAll, beforeAll, expect } from "vitest";
import { filesOfDraft } from "../entitlement/draft/draft-record.ts";
import { contentOf, provedContentOf } from "../entitlement/draft/draft-task.ts";
import { json } from "../kernel/database.ts";
import { createTestApp, type TestApp, type TestClient } from "./app.ts";

/** A draft as its page shows it. */
export interface ShownDraft {
  revision: number;
  digest: string;
  state: string;
  files: { path: string; content: Record<string, unknown> }[];
  submission: object | null;
  returned: object | null;
}

const act = (client: TestClient, id: string, what: string, body: object = {}) =>
  client.post(`/api/v1/policy-drafts/${id}/${what}`, body);

/** Two officers, 甲 and 乙, who write and publish versions of rugao-2019 on a county at work. */
export function draftDesk() {
  let app: TestApp;
  let officers: readonly [TestClient, TestClient];
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
    delete app.services.house.offers.reservation;
    officers = [await app.as("reviewer", { name: "甲" }), await app.as("reviewer", { name: "乙" })];
  });
  afterAll(() => app.close());
  const jia = (): TestClient => officers[0];
  const yi = (): TestClient => officers[1];

  const show = async (id: string): Promise<ShownDraft> =>
    (await yi().get<ShownDraft>(`/api/v1/policy-drafts/${id}`)).body;
  const begin = async (): Promise<string> =>
    (await jia().post<{ id: string }>("/api/v1/policy-drafts", { programme: "rugao-2019", title: "调整标准" })).body.id;
  const save = async (id: string, changes: { path: string; content: unknown }[]) =>
    jia().put<{ problems: { file: string; message: string; meant: string }[] }>(`/api/v1/policy-drafts/${id}/files`, {
      revision: (await show(id)).revision,
      changes,
    });

  /** Share of the first version's amount that the newest one pays. */
  let paid = 1;

  /** A draft in which that percentage of the money for jobless training is paid. */
  async function aDraft(manifest: object, percent: number): Promise<string> {
    const id = await begin();
    const { files } = await show(id);
    const inFile = (name: string) => files.find((file) => file.path === name)?.content ?? {};
    const rules = inFile("benefits/unemployed-training.json") as { amount: { steps: { step: string }[] } };
    rules.amount.steps = rules.amount.steps.filter(({ step }) => step !== "part");
    const rate = { kind: "percent", percent };
    rules.amount.steps.push({ kind: "rate", step: "part", clause: "四.3", rate } as never);
    // Worked cases that expect the old amounts would be errors; how cases are held is tested with the engine.
    const cases = inFile("cases/unemployed-training.json") as { cases: { expect: { amountFen?: number } }[] };
    for (const { expect: expected } of cases.cases)
      if (expected.amountFen !== undefined)
        expected.amountFen = Math.round((expected.amountFen / paid) * (percent / 100));
    const answer = await save(id, [
      { path: "manifest.json", content: { ...inFile("manifest.json"), ...manifest } },
      { path: "benefits/unemployed-training.json", content: rules },
      { path: "cases/unemployed-training.json", content: cases },
    ]);
    expect(answer).toMatchObject({ status: 200, body: { problems: [] } });
    return id;
  }

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
          started_by: jia().accountId,
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

  const submit = (id: string, statement?: string) =>
    act(jia(), id, "submission", statement === undefined ? {} : { statement });
  const sign = async (id: string, digest?: string) =>
    act(yi(), id, "signature", { digest: digest ?? (await show(id)).digest });

  /** 甲 writes and submits, 乙 signs. */
  async function publish(manifest: object, percent: number, statement?: string): Promise<void> {
    const id = await aDraft(manifest, percent);
    await proveAndAssess(id);
    expect((await submit(id, statement)).status).toBe(200);
    expect((await sign(id)).status).toBe(200);
    wasPublished(percent);
  }
  const wasPublished = (percent: number): void => {
    paid = percent / 100;
  };

  return {
    app: () => app,
    jia,
    yi,
    show,
    act,
    begin,
    save,
    aDraft,
    doneWork,
    proveAndAssess,
    submit,
    sign,
    publish,
    wasPublished,
  };
}
