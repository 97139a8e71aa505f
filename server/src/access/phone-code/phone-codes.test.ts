import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../test/index.ts";
import { phoneCode } from "../../test/phone.ts";
import { checkPhoneCode, usePhoneCode } from "./phone-codes.ts";

let app: TestApp;
let serial = 0;
let phone: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.setNow("2020-03-02T01:00:00Z");
  phone = `1380000${String((serial += 1)).padStart(4, "0")}`;
});

const check = (code: string, purpose: "sign-in" | "register" = "sign-in") =>
  app.work((context) => checkPhoneCode(context, phone, code, purpose));
const refused = { code: "phone-code-wrong" };

const ask = async (at: string): Promise<string> => {
  app.setNow(at);
  return (await app.anonymous.post("/api/v1/session/phone-code", { phone })).body.code ?? "sent";
};

describe("a code sent to a phone", () => {
  test("fits once", async () => {
    const code = await phoneCode(app, phone);
    const id = await check(code);
    await app.work((context) => usePhoneCode(context, id));
    await expect(check(code)).rejects.toMatchObject(refused);
    await expect(app.work((context) => usePhoneCode(context, id))).rejects.toMatchObject(refused);
  });

  test("serves only what it was asked for", async () => {
    const code = await phoneCode(app, phone, "register");
    await expect(check(code)).rejects.toMatchObject(refused);
    await expect(check(code, "register")).resolves.toBeGreaterThan(0);
  });

  test("is dead after ten minutes", async () => {
    const code = await phoneCode(app, phone);
    app.setNow("2020-03-02T01:10:01Z");
    await expect(check(code)).rejects.toMatchObject(refused);
  });

  test("is dead after five wrong tries, even the right one", async () => {
    const code = await phoneCode(app, phone);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(check(wrong)).rejects.toMatchObject(refused);
    await expect(check(code)).rejects.toMatchObject(refused);
  });

  test("gives way to a newer one", async () => {
    const first = await phoneCode(app, phone);
    app.setNow("2020-03-02T01:01:01Z");
    const second = await phoneCode(app, phone);
    await expect(check(first)).rejects.toMatchObject(refused);
    await expect(check(second)).resolves.toBeGreaterThan(0);
  });

  test("is sent at most once a minute and ten times a day", async () => {
    expect(await ask("2020-03-02T01:00:00Z")).toBe("sent");
    expect(await ask("2020-03-02T01:00:59Z")).toBe("code-too-soon");
    for (let minute = 2; minute <= 10; minute += 1)
      expect(await ask(`2020-03-02T01:${String(minute).padStart(2, "0")}:00Z`)).toBe("sent");
    expect(await ask("2020-03-02T01:30:00Z")).toBe("codes-used-up");
    expect(await ask("2020-03-03T01:30:00Z")).toBe("sent");
  });

  test("asked for by a stranger ten times is still sent to the owner, who asks from elsewhere", async () => {
    const askFrom = async (remoteAddress: string): Promise<number> => {
      const url = "/api/v1/session/phone-code";
      return (await app.app.inject({ method: "POST", url, payload: { phone }, remoteAddress })).statusCode;
    };
    for (let minute = 10; minute < 20; minute += 1) {
      app.setNow(`2020-03-02T02:${minute}:00Z`);
      expect(await askFrom("203.0.113.9")).toBe(200);
    }
    app.setNow("2020-03-02T02:30:00Z");
    expect([await askFrom("203.0.113.9"), await askFrom("198.51.100.7")]).toEqual([429, 200]);
  });

  test("reaches the gateway once, after it is committed", async () => {
    const sent: [string, string][] = [];
    app.services.sms = { send: async (to, text) => void sent.push([to, text]) };
    const code = await phoneCode(app, phone);
    await app.drain();
    await app.drain();
    expect(sent.filter(([to]) => to === phone)).toEqual([[phone, expect.stringContaining(code)]]);
  });
});

test("the outbox page does not exist in production", async () => {
  app.services.config.production = true;
  expect((await app.anonymous.get("/api/v1/trial/outbox")).status).toBe(404);
  app.services.config.production = false;
});
