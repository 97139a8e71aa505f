import { afterAll, beforeAll, expect, it } from "vitest";
import { smtpGateway } from "../../adapters/mail/index.ts";
import {
  aClass,
  anOrganisation,
  createTestApp,
  startSmtp,
  type SmtpDouble,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { makeDigests } from "./daily-digest.ts";

let app: TestApp;
let smtp: SmtpDouble;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T00:10:00Z" });
  smtp = await startSmtp();
  app.services.mail = smtpGateway({ url: smtp.url, from: "noreply@example.cn" });
  const school = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId: school });
  await aClass(app, { organisationId: school, state: "draft" });
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

const digests = async ({ accountId }: TestClient) =>
  (
    await (await app.signedIn(accountId)).get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages")
  ).body.rows.filter(({ template }) => template === "daily-digest");

it("says once a day what waits, in the product and by e-mail; where nothing waits, nothing", async () => {
  await clerk.post("/api/v1/me/mail/address", { address: "wang@example.cn" });
  const code = /验证码 (\d{6})/u.exec(smtp.letters[0]?.text ?? "")?.[1];
  await clerk.post("/api/v1/me/mail/confirmation", { code });
  const idle = await app.as("evaluator", { organisationId: await anOrganisation(app) });
  await makeDigests(app.services);
  await makeDigests(app.services);
  expect(await digests(clerk)).toMatchObject([{ text: "今天等您办理：未提交的开班申请 1。" }]);
  expect(await digests(idle)).toEqual([]);
  await app.drain();
  expect(smtp.letters).toHaveLength(2);
  expect(smtp.letters[1]).toMatchObject({ to: "wang@example.cn" });
  expect(smtp.letters[1]?.text).toContain("未提交的开班申请 1：");
  expect(smtp.letters[1]?.text).toContain("/institution/classes?state=draft");
});

it.each([
  ["before its hour", "2020-04-10T23:50:00Z", 1],
  ["hours later, after a stop", "2020-04-11T03:30:00Z", 2],
  ["in the evening", "2020-04-12T11:00:00Z", 2],
])("is made in the morning: %s", async (_name, now, count) => {
  app.setNow(now);
  await makeDigests(app.services);
  expect(await digests(clerk)).toHaveLength(count);
});
