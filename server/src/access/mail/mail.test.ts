import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { smtpGateway } from "../../adapters/mail/index.ts";
import { sql } from "../../kernel/database.ts";
import {
  anOrganisation,
  createTestApp,
  startSmtp,
  type SmtpDouble,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { notifyOrganisation } from "../message/notify.ts";
import { sendMail } from "./send-mail.ts";

let app: TestApp;
let smtp: SmtpDouble;
let school: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T02:00:00Z" });
  smtp = await startSmtp();
});
beforeEach(async () => {
  app.services.mail = smtpGateway({ url: smtp.url, from: "平台 <noreply@example.cn>" });
  school = await anOrganisation(app);
  clerk = await app.as("institution", { organisationId: school });
  await sql`update account set created_at = '2020-01-01' where id = ${clerk.accountId}`.execute(app.services.database);
  smtp.letters.length = 0;
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});

const later = (minutes: number) =>
  app.setNow(new Date(app.services.clock.now().getTime() + minutes * 60_000).toISOString());
const ask = (address = "zhang@example.cn") =>
  clerk.post<{ waitingMasked: string }>("/api/v1/me/mail/address", { address });
const confirm = (code: string) => clerk.post("/api/v1/me/mail/confirmation", { code });
const codeSent = () => /验证码 (\d{6})/u.exec(smtp.letters.at(-1)?.text ?? "")?.[1] ?? "";
const tell = (text = "“电工五级”已批准。") =>
  app.work((context) => notifyOrganisation(context, school, { template: "class-decided", text, subject: null }));

async function confirmed(choices: Record<string, string> = { training: "at-once" }): Promise<void> {
  expect((await ask()).status).toBe(200);
  expect((await confirm(codeSent())).status).toBe(200);
  expect((await clerk.put("/api/v1/me/mail/choices", { choices })).status).toBe(200);
  smtp.letters.length = 0;
  later(1);
}

describe("an address", () => {
  it("is in force once the code sent to it was entered", async () => {
    expect((await ask()).body.waitingMasked).toBe("z***@example.cn");
    expect(smtp.letters[0]?.to).toBe("zhang@example.cn");
    await tell();
    await sendMail.run(app.services);
    expect(smtp.letters).toHaveLength(1);
    expect((await confirm("000000")).body.code).toBe("mail-code-wrong");
    expect((await confirm(codeSent())).status).toBe(200);
    expect((await clerk.get("/api/v1/me/mail")).body).toMatchObject({
      configured: true,
      addressMasked: "z***@example.cn",
    });
    expect((await confirm(codeSent())).body.code).toBe("mail-code-wrong");
  });

  it("takes five tries of a code, one code a minute", async () => {
    await ask();
    expect((await ask()).body.code).toBe("code-too-soon");
    for (let tries = 0; tries < 5; tries += 1) await confirm("000000");
    expect((await confirm(codeSent())).body.code).toBe("mail-code-wrong");
  });

  it("stays sealed, and out of an answer and a refusal", async () => {
    await confirmed();
    const rows = await sql`select *, encode(address_sealed, 'escape') as seen from mail_address`.execute(
      app.services.database,
    );
    expect(JSON.stringify(rows.rows)).not.toContain("zhang@");
    expect(JSON.stringify((await clerk.get("/api/v1/me/mail")).body)).not.toContain("zhang@");
    smtp.refusing = true;
    later(2);
    const refused = await ask("li@example.cn");
    smtp.refusing = false;
    expect(refused).toMatchObject({ status: 503, body: { code: "mail-not-sent" } });
    expect(JSON.stringify(refused.body)).not.toContain("li@");
  });

  it("cannot be asked for where no server is configured, and the page is told", async () => {
    app.services.mail = null;
    expect((await ask()).body.code).toBe("mail-not-configured");
    expect((await clerk.get("/api/v1/me/mail")).body).toMatchObject({ configured: false });
  });
});

describe("a message", () => {
  it("is sent on within a minute, once, in the words of the product", async () => {
    await confirmed();
    await tell();
    await sendMail.run(app.services);
    await sendMail.run(app.services);
    expect(smtp.letters).toHaveLength(1);
    expect(smtp.letters[0]?.subject).toMatch(/1 条新消息/u);
    expect(smtp.letters[0]?.text).toMatch(/“电工五级”已批准。[^]*\/institution\/classes/u);
  });

  it.each([
    ["daily", { training: "daily" }],
    ["never", { training: "never" }],
    ["another kind at once", { fund: "at-once" }],
  ])("isn't when its kind is %s", async (_name, choices) => {
    await confirmed(choices);
    await tell();
    await sendMail.run(app.services);
    expect(smtp.letters).toEqual([]);
  });

  it("waits longer after each refusal, loses nothing, and names no address in the log", async () => {
    await confirmed();
    await tell("第一条");
    smtp.refusing = true;
    const logged: unknown[] = [];
    const { warn } = app.services.log;
    app.services.log.warn = ((...entry: unknown[]) => void logged.push(entry)) as typeof warn;
    await sendMail.run(app.services);
    smtp.refusing = false;
    await sendMail.run(app.services);
    expect(smtp.letters).toEqual([]);
    later(2);
    await tell("第二条");
    await sendMail.run(app.services);
    app.services.log.warn = warn;
    expect(smtp.letters).toHaveLength(1);
    expect(smtp.letters[0]?.text).toMatch(/第一条[^]*第二条/u);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain("example.cn");
  });

  it("comes to nobody who removed the address or was shut out", async () => {
    await confirmed();
    await tell();
    expect((await clerk.del("/api/v1/me/mail/address")).status).toBe(200);
    await sendMail.run(app.services);
    expect(smtp.letters).toEqual([]);
    later(2);
    await confirmed();
    await sql`update account set state = 'disabled' where id = ${clerk.accountId}`.execute(app.services.database);
    await tell();
    await sendMail.run(app.services);
    expect(smtp.letters).toEqual([]);
  });
});
