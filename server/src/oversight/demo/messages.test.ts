import { afterAll, beforeAll, expect, it } from "vitest";
import { generateCounty } from "../../demo/index.ts";
import { demoAccount } from "../../access/index.ts";
import { createTestApp, type TestApp } from "../../test/index.ts";
import { oversightDemo } from "./part.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T07:00:00Z" });
  await generateCounty(app.services, app.ownerUrl, { people: 600 });
  await oversightDemo.morningAfter?.(app.services);
});
afterAll(() => app.close());

it.each(["institution", "reviewer1", "finance1", "enterprise"])(
  "%s of the demo county was told what happened lately, and has read most of it",
  async (username) => {
    const client = await app.signedIn(demoAccount(username).id);
    const { body } = await client.get<{ rows: { at: string; read: boolean }[]; unread: number }>(
      "/api/v1/me/messages?limit=100",
    );
    expect([username, body.rows.length > 0]).toEqual([username, true]);
    expect(body.unread).toBeLessThan(Math.max(2, body.rows.length));
    expect(body.unread).toBeLessThan(10);
    expect(body.rows.every(({ at }) => at <= "2026-03-18T07:00:00.000Z")).toBe(true);
    const read = body.rows.map(({ read: seen }) => seen);
    expect(read).toEqual(read.toSorted((a, b) => Number(a) - Number(b)));
  },
);
