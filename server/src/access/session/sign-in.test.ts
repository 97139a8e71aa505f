import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../kernel/database.ts";
import { createTestApp, type TestApp } from "../../test/index.ts";
import { createAccount } from "../account/accounts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(() => app.setNow("2020-03-02T01:00:00Z"));

const PASSWORD = "四月里的小雨伞 42";
let serial = 0;
async function anAccount(given: { mustChangePassword?: boolean } = {}): Promise<{ id: string; username: string }> {
  const username = `clerk-${(serial += 1)}`;
  const id = await createAccount(app.services.database, {
    username,
    name: "测试员",
    role: "reviewer",
    region: "320682",
    password: PASSWORD,
    ...given,
  });
  return { id, username };
}

interface Opened {
  csrfToken: string;
  account: { id: string; role: string; mustChangePassword: boolean };
}
const signIn = (username: string, password: string) =>
  app.anonymous.post<Opened>("/api/v1/session", { username, password });

const cookieOf = (headers: Record<string, unknown>): string => {
  const set = headers["set-cookie"];
  return String(Array.isArray(set) ? set.at(-1) : set).split(";")[0] ?? "";
};

describe("sign-in", () => {
  test("the right password opens a session that answers who is signed in", async () => {
    const { id, username } = await anAccount();
    const opened = await signIn(username, PASSWORD);
    expect(opened.status).toBe(200);
    expect(opened.body.account).toMatchObject({ id, role: "reviewer", region: "320682", mustChangePassword: false });
    expect(opened.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
    const shown = await app.anonymous.inject({
      url: "/api/v1/session",
      headers: { cookie: cookieOf(opened.headers) },
    });
    expect(shown.json()).toMatchObject({ csrfToken: opened.body.csrfToken, account: { id } });
  });

  test("a visitor has no session", async () => {
    expect((await app.anonymous.get("/api/v1/session")).body).toEqual({ account: null, csrfToken: null });
  });

  test("a wrong password, an unknown user, a locked and a disabled account get the same answer", async () => {
    const wrong = await anAccount();
    const locked = await anAccount();
    const disabled = await anAccount();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(locked.username, "不对的密码啊啊");
    await app.services.database
      .updateTable("account")
      .set({ state: "disabled" })
      .where("id", "=", disabled.id)
      .execute();
    const answers = [
      await signIn(wrong.username, "不对的密码啊啊"),
      await signIn("没有这个人", PASSWORD),
      await signIn(locked.username, PASSWORD),
      await signIn(disabled.username, PASSWORD),
    ];
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: "sign-in-refused", title: "没有登录成功" } });
  });

  test("five failures lock, also when sent at once; the lock runs out and the count starts over", async () => {
    const { id, username } = await anAccount();
    await Promise.all(Array.from({ length: 5 }, () => signIn(username, "不对的密码啊啊")));
    expect((await signIn(username, PASSWORD)).status).toBe(401);
    app.setNow("2020-03-02T01:15:01Z");
    await signIn(username, "不对的密码啊啊");
    expect((await signIn(username, PASSWORD)).status).toBe(200);
    const row = await app.services.database
      .selectFrom("account")
      .select(["failed_attempts", "locked_until"])
      .where("id", "=", id)
      .executeTakeFirst();
    expect(row).toEqual({ failed_attempts: 0, locked_until: null });
  });

  test("every try leaves an audit row that names the account by id only", async () => {
    const { id, username } = await anAccount();
    await signIn(username, "不对的密码啊啊");
    await signIn(username, PASSWORD);
    const rows = await app.services.database
      .selectFrom("audit_log")
      .select(["detail", "subject_id"])
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute();
    expect(rows.map((row) => row.detail)).toEqual([{ outcome: "refused" }, { outcome: "signed-in" }]);
  });
});

describe("an initial password", () => {
  test("allows nothing but a password of one's own", async () => {
    const { username } = await anAccount({ mustChangePassword: true });
    const opened = await signIn(username, PASSWORD);
    expect(opened.body.account.mustChangePassword).toBe(true);
    const headers = { cookie: cookieOf(opened.headers), "x-csrf-token": opened.body.csrfToken };
    const refused = await app.anonymous.inject({ url: "/api/v1/me/sessions", headers });
    expect([refused.statusCode, refused.json().code]).toEqual([403, "password-change-required"]);
    const changed = await app.anonymous.inject({
      method: "PUT",
      url: "/api/v1/me/password",
      headers,
      payload: { current: PASSWORD, next: "城北桥头的老槐树" },
    });
    expect(changed.statusCode).toBe(200);
    expect((await app.anonymous.inject({ url: "/api/v1/me/sessions", headers })).statusCode).toBe(200);
    expect((await signIn(username, "城北桥头的老槐树")).status).toBe(200);
  });
});

test("a stolen session can't guess the password faster than the door allows", async () => {
  const { username } = await anAccount();
  const opened = await signIn(username, PASSWORD);
  const headers = { cookie: cookieOf(opened.headers), "x-csrf-token": opened.body.csrfToken };
  const change = async (current: string) =>
    (
      await app.anonymous.inject({
        method: "PUT",
        url: "/api/v1/me/password",
        headers,
        payload: { current, next: "城北桥头的老槐树" },
      })
    ).json();
  for (let guess = 0; guess < 5; guess += 1) expect((await change(`猜测 ${guess}`)).code).toBe("password-refused");
  expect((await change(PASSWORD)).detail).toContain("锁定");
});

describe("sign-out", () => {
  test("ends the session in the database too", async () => {
    const { username } = await anAccount();
    const opened = await signIn(username, PASSWORD);
    const cookie = cookieOf(opened.headers);
    const out = await app.anonymous.inject({
      method: "DELETE",
      url: "/api/v1/session",
      headers: { cookie, "x-csrf-token": opened.body.csrfToken },
    });
    expect(out.statusCode).toBe(200);
    expect(out.headers["set-cookie"]).toContain("Max-Age=0");
    expect((await app.anonymous.inject({ url: "/api/v1/me/sessions", headers: { cookie } })).statusCode).toBe(401);
  });

  test("is refused without the forgery token", async () => {
    const reviewer = await app.as("reviewer");
    const out = await app.anonymous.inject({
      method: "DELETE",
      url: "/api/v1/session",
      headers: { cookie: reviewer.cookie },
    });
    expect([out.statusCode, out.json().code]).toEqual([403, "csrf-token-mismatch"]);
  });
});

describe("guesses that come at the same moment", () => {
  test("lock the account as if they came one after the other, and none of them unlocks it", async () => {
    const { username } = await anAccount();
    const guess = () => signIn(username, "猜的不对 1");
    await Promise.all(Array.from({ length: 6 }, guess));
    await Promise.all(Array.from({ length: 6 }, guess));
    expect((await signIn(username, PASSWORD)).status).toBe(401);
    app.setNow("2020-03-02T01:16:00Z");
    expect((await signIn(username, PASSWORD)).status).toBe(200);
  });
});

const counted = async (): Promise<number> => {
  const { rows } = await sql<{ calls: number }>`select coalesce(sum(calls), 0)::int as calls from call_count`.execute(
    app.services.database,
  );
  return rows[0]?.calls ?? 0;
};

test("right sign-ins don't count against the limit of their address, wrong ones do", async () => {
  const { username } = await anAccount();
  const before = await counted();
  await Promise.all([1, 2, 3].map(() => signIn(username, PASSWORD)));
  expect(await counted()).toBe(before);
  await signIn(username, "猜猜看 123456");
  expect(await counted()).toBe(before + 1);
});
