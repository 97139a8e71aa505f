import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

/** Two officers of the bureau write a new version of a policy together. */
let app: TestApp;
let jia: TestClient;
let yi: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  jia = await app.as("reviewer", { name: "甲" });
  yi = await app.as("reviewer", { name: "乙" });
});
afterAll(() => app.close());

interface File {
  path: string;
  state: string;
  content: Record<string, unknown>;
  base: Record<string, unknown> | null;
  changedBy: string;
}
interface Draft {
  revision: number;
  version: string;
  base: { version: string; digest: string } | null;
  digest: string | null;
  files: File[];
  state: string;
  changedBy: string;
}

const begin = async (body: object): Promise<string> => {
  const answer = await jia.post<{ id: string }>("/api/v1/policy-drafts", body);
  expect(answer.status).toBe(200);
  return answer.body.id;
};
const show = async (id: string): Promise<Draft> => (await yi.get<Draft>(`/api/v1/policy-drafts/${id}`)).body;
const fileOf = (draft: Draft, path: string): Record<string, unknown> =>
  draft.files.find((file) => file.path === path)?.content ?? {};
const save = (client: TestClient, id: string, revision: number, changes: object) =>
  client.put<{
    revision: number;
    problems: { text: string }[];
    conflicts: { path: string; by: string; content: object }[];
  }>(`/api/v1/policy-drafts/${id}/files`, {
    revision,
    changes: Object.entries(changes).map(([path, content]) => ({ path, content: content as unknown })),
  });
const check = async (id: string) =>
  (
    await jia.get<{ errors: number; problems: { file: string; line: number; message: string; text: string }[] }>(
      `/api/v1/policy-drafts/${id}/check`,
    )
  ).body;

describe("a draft of a policy", () => {
  let id: string;

  it("is a copy of the newest published version, under the next number and without an error", async () => {
    id = await begin({ programme: "rugao-2019", title: "提高技师奖励" });
    const draft = await show(id);
    expect(draft).toMatchObject({ version: "2.1.0", base: { version: "2.0.0" }, revision: 1, state: "open" });
    expect(draft.files.filter(({ state }) => state !== "same").map(({ path }) => path)).toEqual(["manifest.json"]);
    expect(draft.digest).toMatch(/^sha256:/);
    expect(await check(id)).toMatchObject({ errors: 0 });
    expect((await jia.get<{ rows: object[] }>("/api/v1/policy-drafts")).body.rows).toMatchObject([
      { id, title: "提高技师奖励", createdBy: "甲", changedBy: "甲" },
    ]);
  });

  it("takes in changes of two officers to different files", async () => {
    const draft = await show(id);
    const benefit = { ...fileOf(draft, "benefits/on-job.json"), summary: "另一句话。" };
    const notes = { ...fileOf(draft, "manifest.json"), notes: ["第 2.1.0 版。"] };
    expect(await save(jia, id, 1, { "benefits/on-job.json": benefit })).toMatchObject({
      status: 200,
      body: { revision: 2, problems: [] },
    });
    expect(await save(yi, id, 1, { "manifest.json": notes })).toMatchObject({ status: 200, body: { revision: 3 } });
    const now = await show(id);
    expect(now.files.filter(({ state }) => state === "changed")).toMatchObject([
      { path: "benefits/on-job.json", changedBy: "甲", content: { summary: "另一句话。" } },
      { path: "manifest.json", changedBy: "乙" },
    ]);
    expect(now.digest).not.toBe(draft.digest);
    const differences = await jia.get<{ rows: { title: string; text: string }[] }>(
      `/api/v1/policy-drafts/${id}/differences`,
    );
    expect(differences.body.rows).toContainEqual({ where: "manifest", title: "总则", text: "增加说明“第 2.1.0 版。”" });
  });

  it("refuses the later of two changes to one file, with who made the other and what it is", async () => {
    const mine = { ...fileOf(await show(id), "benefits/on-job.json"), summary: "乙的话。" };
    const answer = await save(yi, id, 1, { "benefits/on-job.json": mine, "lists.json": {} });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: "policy-file-changed",
        detail: "甲刚刚改了 benefits/on-job.json，您的修改没有保存，也没有丢失。请对照对方的内容合并后再保存。",
        revision: 3,
        conflicts: [{ path: "benefits/on-job.json", by: "甲", revision: 2, content: { summary: "另一句话。" } }],
      },
    });
    // Nothing of it went in, and once it rests on what is there it does.
    expect((await show(id)).revision).toBe(3);
    expect(await save(yi, id, 3, { "benefits/on-job.json": mine })).toMatchObject({ body: { revision: 4 } });
    // The same content again changes nothing.
    expect(await save(jia, id, 1, { "benefits/on-job.json": mine })).toMatchObject({ body: { revision: 4 } });
  });

  it("two changes to one file at once: one goes in", async () => {
    const { revision, files } = await show(id);
    const file = files.find(({ path }) => path === "clauses.json")?.content;
    const answers = await Promise.all(
      [jia, yi].map((client, at) => save(client, id, revision, { "clauses.json": { ...file, at } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await save(jia, id, revision + 1, { "clauses.json": file });
  });

  it("keeps what is half-edited, and says the file, the line and what was meant", async () => {
    const { revision, files } = await show(id);
    const rules = files.find(({ path }) => path === "benefits/on-job.json")?.content ?? {};
    const broken = JSON.parse(JSON.stringify(rules).replace('"kind":"is"', '"kind":"si"')) as object;
    const answer = await save(jia, id, revision, { "benefits/on-job.json": broken });
    expect(answer.status).toBe(200);
    expect(answer.body.problems[0]?.text).toMatch(/^benefits\/on-job\.json 第 \d+ 行：.*是不是 is？/u);
    expect((await check(id)).problems).toMatchObject([{ file: "benefits/on-job.json" }]);
    const taken = await save(jia, id, revision + 1, { "benefits/on-job.json": rules, "clauses.json": null });
    expect(taken.body.problems).toMatchObject([{ text: expect.stringContaining("没有这个文件") as string }]);
    expect(await show(id)).toMatchObject({ digest: null });
  });

  it.each<[string, object, number]>([
    ["a path outside the package", { "../secrets.json": {} }, 422],
    ["a published version", { "published/1.0.0.json": {} }, 422],
    ["a file beyond the bound", { "lists.json": { a: "长".repeat(500_001) } }, 422],
    ["half of a character", { "lists.json": { a: "\uD800" } }, 422],
    ["content nested too deep", { "lists.json": JSON.parse(`${"[".repeat(80)}${"]".repeat(80)}`) as unknown }, 422],
  ])("refuses %s", async (_what, changes, status) => {
    expect((await save(jia, id, 100, changes)).status).toBe(status);
  });

  it("is changed by nobody once it is given up, and stays readable", async () => {
    expect((await yi.post(`/api/v1/policy-drafts/${id}/withdrawal`, { reason: "另起一份" })).status).toBe(200);
    expect(await save(jia, id, 100, { "lists.json": {} })).toMatchObject({
      status: 409,
      body: { code: "policy-draft-closed" },
    });
    expect(await show(id)).toMatchObject({ state: "withdrawn" });
  });
});

describe("another programme", () => {
  it("is drafted from a published one under a new id", async () => {
    const id = await begin({ programme: "jiangsu-2025", newId: "nanjing-2027", title: "南京办法" });
    expect(await show(id)).toMatchObject({ programme: "nanjing-2027", version: "1.0.0" });
    expect(await check(id)).toMatchObject({ errors: 0 });
  });

  it("is drafted from nothing, which can't be read yet", async () => {
    const id = await begin({ programme: "haian-2027", title: "海安办法" });
    expect(await show(id)).toMatchObject({ base: null, version: "1.0.0" });
    expect((await check(id)).errors).toBe(1);
  });

  it.each([
    [{ programme: "rugao-2019", newId: "jiangsu-2025", title: "占用编号" }, 409, "programme-exists"],
    [{ programme: "nothing-here", from: "1.0.0", title: "没有来源" }, 422, "unknown-programme"],
    [{ programme: "rugao-2019", from: "9.9.9", title: "没有版本" }, 404, "not-found"],
    [{ programme: "rugao-2019", from: "1.0.0", title: "旧的一版" }, 409, "base-outdated"],
  ])("refuses %j", async (body, status, code) => {
    expect(await jia.post("/api/v1/policy-drafts", body)).toMatchObject({ status, body: { code } });
  });
});
