import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../app.ts";
import { aPerson, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
});
afterAll(() => app.close());

const url = (personId: string) => `/api/v1/people/${personId}/unmasking`;
const asked = { purpose: "工作需要", fields: ["phone"] };

const alarms = async (who: TestClient): Promise<string[]> => {
  const { body } = await who.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
  return body.rows.map((row) => row.text).filter((text) => text.includes("同一账号一小时内"));
};

it("of thirty people within an hour is told to the security officer and the auditor, once, however parallel", async () => {
  const officer = await app.as("reviewer");
  const watchers = [await app.as("security"), await app.as("auditor")];
  const people: string[] = [];
  for (let n = 0; n < 31; n += 1) people.push((await aPerson(app)).id);
  const opened = await Promise.all(people.slice(0, 29).map((id) => officer.post(url(id), asked)));
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
  await officer.post(url(people[0] ?? ""), asked);
  for (const watcher of watchers) expect(await alarms(watcher)).toEqual([]);
  await Promise.all(people.slice(29).map((id) => officer.post(url(id), asked)));
  for (const watcher of watchers) expect(await alarms(watcher)).toEqual([expect.stringContaining("今天有 1 次")]);
});

it("is limited to sixty a minute over all processes", async () => {
  app.setNow("2020-03-02T03:00:00Z");
  const officer = await app.as("reviewer");
  const { id } = await aPerson(app);
  const other = await createApp(app.services);
  const headers = { cookie: officer.cookie, "x-csrf-token": officer.csrfToken };
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, n) =>
      (n % 2 === 0 ? app.app : other).inject({ method: "POST", url: url(id), payload: asked, headers }),
    ),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect([200, 429].map((status) => statuses.filter((each) => each === status).length)).toEqual([60, 20]);
  await other.close();
});
