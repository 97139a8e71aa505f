import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let clerk: TestClient;
let colleague: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  [clerk, colleague] = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

const page = "/bureau/first-review";
const save = (client: TestClient, name: string, query = "town=1&sort-claims=-askedFen") =>
  client.post<{ id: string; code: string }>("/api/v1/me/views", { page, name, query });
const views = async (client: TestClient) =>
  (await client.get<{ rows: { id: string; name: string; query: string }[] }>("/api/v1/me/views")).body.rows;

it("a view is the account's own: saved, saved again, renamed, removed", async () => {
  const { id } = (await save(clerk, "大额")).body;
  expect((await save(clerk, "大额", "q=%E5%BC%A0")).body.id).toBe(id);
  expect(await views(clerk)).toMatchObject([{ id, name: "大额", query: "q=%E5%BC%A0" }]);
  expect(await views(colleague)).toEqual([]);
  expect((await colleague.put(`/api/v1/me/views/${id}/name`, { name: "我的" })).status).toBe(404);
  expect((await colleague.del(`/api/v1/me/views/${id}`)).status).toBe(404);
  await save(clerk, "小额");
  const taken = await clerk.put<{ code: string }>(`/api/v1/me/views/${id}/name`, { name: "小额" });
  expect(taken).toMatchObject({ status: 409, body: { code: "view-name-taken" } });
  expect((await clerk.put(`/api/v1/me/views/${id}/name`, { name: "姓张的" })).status).toBe(200);
  expect((await clerk.del(`/api/v1/me/views/${id}`)).status).toBe(200);
  expect((await views(clerk)).map(({ name }) => name)).toEqual(["小额"]);
  expect((await save(clerk, "姓张的")).status).toBe(200);
});

it.each([
  ["no filter", { page, name: "空", query: "" }],
  ["a page elsewhere", { page: "https://example.org", name: "外", query: "a=1" }],
  ["no name", { page, name: " ", query: "a=1" }],
])("refuses %s", async (_name, body) => {
  expect((await clerk.post("/api/v1/me/views", body)).status).toBe(422);
});

it("holds as many as a menu shows", async () => {
  const busy = await app.as("finance");
  for (let n = 1; n <= 60; n += 1) expect((await save(busy, `视图${n}`)).status).toBe(200);
  expect(await save(busy, "再一个")).toMatchObject({ status: 409, body: { code: "views-full" } });
  expect((await save(busy, "视图7")).status).toBe(200);
});

it("holds no more of those that are saved at once", async () => {
  const busy = await app.as("finance");
  for (let n = 1; n <= 57; n += 1) await save(busy, `视图${n}`);
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => save(busy, `同时${n}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
});
