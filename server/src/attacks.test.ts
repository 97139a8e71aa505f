import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { encodeCursor } from "./kernel/shapes.ts";
import { sweepUploads } from "./kernel/uploads.ts";
import { createServices } from "./platform.ts";
import { anOrganisation, aPerson, createTestApp, type TestApp } from "./test/index.ts";

/** Attacks on the platform as a whole; those on one operation stand beside it. */
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
});
afterAll(() => app.close());

describe("the address that limits count by", () => {
  it.each([
    ["without a proxy, that of the connection", 0, (n: number) => `198.51.100.${n}`],
    ["behind one, the one that it added", 1, (n: number) => `198.51.100.${n}, 203.0.113.9`],
    ["behind two, the one that the outer added", 2, (n: number) => `198.51.100.${n}, 203.0.113.8, 203.0.113.1`],
  ])("is %s, never the client's own word", async (_what, trustProxy, forwarded) => {
    const served = await createApp({ ...app.services, config: { ...app.services.config, trustProxy } });
    // Another address for each case: the three share one count.
    const remoteAddress = `192.0.2.${trustProxy + 1}`;
    const statuses: number[] = [];
    for (let n = 1; n <= 7; n += 1) {
      const { statusCode } = await served.inject({
        method: "POST",
        url: `/api/v1/publicity/${randomUUID()}/objections`,
        payload: { text: "这个人没有参加培训" },
        headers: { "x-forwarded-for": forwarded(n) },
        remoteAddress,
      });
      statuses.push(statusCode);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429]);
    await served.close();
  });
});

it("other sealing keys under the same name are noticed at the start, before anything is written", async () => {
  await aPerson(app);
  const key = randomBytes(32).toString("base64");
  const SEALING_KEYS = JSON.stringify({ suite: "sm4-ctr-hmac-sm3", current: "k1", lookup: "k1", keys: { k1: key } });
  await expect(createServices(app.services.config, app.ownerUrl, { env: { SEALING_KEYS } })).rejects.toThrow(/密钥/u);
});

it("what a crash left of uploads is removed, and what is just coming in stays", async () => {
  const incoming = path.join(app.services.files.directory, "incoming");
  await mkdir(incoming, { recursive: true });
  for (const name of ["left", "coming"]) await writeFile(path.join(incoming, name), "姓名,身份证号");
  const yesterday = new Date(Date.now() - 86_400_000);
  await utimes(path.join(incoming, "left"), yesterday, yesterday);
  expect(await sweepUploads(app.services.files, new Date())).toBe(1);
  expect(await readdir(incoming)).toEqual(["coming"]);
});

it.each(["2020-01-01T00:00:00+99:99:99", "infinity", "2020-13-45", "0000-00-00"])(
  "a cursor of the impossible time %s is refused in words",
  async (time) => {
    const auditor = await app.as("auditor");
    const cursor = encodeCursor([time, randomUUID()]);
    const { status, body } = await auditor.get(`/api/v1/sessions?cursor=${cursor}`);
    expect(status === 200 || (status === 422 && body.code !== undefined)).toBe(true);
  },
);

it.each([
  ["a mark that turns the line", "启明\u202E培训\u202C学校"],
  ["a blank without width", "启明\u200B培训学校"],
  ["a mark of no width at its end", "启明培训学校\uFEFF"],
])("a name with %s is kept without it", async (_what, name) => {
  const clerk = await app.as("institution", { organisationId: await anOrganisation(app) });
  const body = { town: "320682001", address: "示例路", contactName: name };
  expect((await clerk.put("/api/v1/me/organisation", body)).status).toBe(200);
  const kept = await app.services.database
    .selectFrom("organisation")
    .select("contact_name")
    .where("contact_name", "like", "启明%")
    .execute();
  expect(new Set(kept.map((row) => row.contact_name))).toEqual(new Set(["启明培训学校"]));
});

/** The pages run under `object-src 'none'` and `frame-ancestors 'none'`: what is embedded shows nothing but a refusal. */
it("no page embeds what its own security policy keeps from showing", async () => {
  const web = path.resolve(import.meta.dirname, "../../web/src");
  const embedding: string[] = [];
  for (const file of await readdir(web, { recursive: true }))
    if (file.endsWith(".tsx") && /<(?:object|embed|iframe)\s+\w+=/u.test(await readFile(path.join(web, file), "utf8")))
      embedding.push(file);
  expect(embedding).toEqual([]);
});
