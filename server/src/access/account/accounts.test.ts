import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let admin: TestClient;
let security: TestClient;
let school: string;
beforeAll(async () => {
  app = await createTestApp();
  admin = await app.as("admin");
  security = await app.as("security");
  school = await anOrganisation(app);
});
afterAll(() => app.close());

const clerk = { username: "school.clerk", name: "校方经办", role: "institution", region: "320682" };
interface Opened {
  id: string;
  initialPassword: string;
}

describe("the administrator", () => {
  test("opens an account whose initial password signs in and serves to set another", async () => {
    const opened = await admin.post<Opened>("/api/v1/accounts", { ...clerk, organisationId: school });
    expect(opened.status).toBe(200);
    const signedIn = await app.anonymous.post<{ account: { mustChangePassword: boolean; organisationName: string } }>(
      "/api/v1/session",
      { username: clerk.username, password: opened.body.initialPassword },
    );
    expect(signedIn.body.account).toMatchObject({ mustChangePassword: true, organisationId: school });
    const again = await admin.post("/api/v1/accounts", { ...clerk, organisationId: school });
    expect([again.status, again.body.code]).toEqual([409, "username-taken"]);
  });

  test("the password is kept nowhere, not under an idempotency key either", async () => {
    const opened = await admin.post<Opened>(
      "/api/v1/accounts",
      { ...clerk, username: "school.second", organisationId: school },
      { "idempotency-key": "open-second" },
    );
    const kept = await app.services.pool.query("select idempotency_key::text as row from idempotency_key");
    expect(JSON.stringify(kept.rows)).not.toContain(opened.body.initialPassword);
  });

  test.each([
    ["an institution without an organisation", { organisationId: null }, "organisation-missing", 422],
    ["another county", { region: "320601", organisationId: null, role: "reviewer" }, "region-outside", 403],
    ["a learner", { role: "learner" }, "invalid-input", 422],
    ["a user name of signs", { username: "啊啊啊啊" }, "invalid-input", 422],
  ])("does not open one for %s", async (_what, change, code, status) => {
    const refused = await admin.post("/api/v1/accounts", { ...clerk, username: "someone.else", ...change });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  test("disables an account at once, and gives it back", async () => {
    const reviewer = await app.as("reviewer");
    const path = `/api/v1/accounts/${reviewer.accountId}`;
    expect((await admin.post(`${path}/disabling`, { reason: "调离岗位" })).status).toBe(200);
    expect((await reviewer.get("/api/v1/me/sessions")).status).toBe(401);
    expect((await admin.post(`${path}/disabling`, { reason: "调离岗位" })).body.code).toBe("account-state");
    expect((await admin.post(`${path}/enabling`)).status).toBe(200);
  });

  test("can't disable the account in use", async () => {
    const refused = await admin.post(`/api/v1/accounts/${admin.accountId}/disabling`, { reason: "误点一下" });
    expect(refused.body.code).toBe("own-account");
  });

  test("resets a password: sessions end and the new one has to be changed", async () => {
    const finance = await app.as("finance");
    const reset = await admin.post<Opened>(`/api/v1/accounts/${finance.accountId}/password-reset`);
    expect(reset.body.initialPassword).toHaveLength(16);
    expect((await finance.get("/api/v1/me/sessions")).status).toBe(401);
  });

  test("of one county does not reach into another", async () => {
    const elsewhere = await app.as("reviewer", { region: "320601" });
    expect((await admin.post(`/api/v1/accounts/${elsewhere.accountId}/disabling`, { reason: "越界操作" })).status).toBe(
      403,
    );
  });
});

describe("the list of accounts", () => {
  interface Page {
    rows: { id: string; username: string; role: string; failedAttempts: number }[];
    nextCursor: string | null;
  }

  test("pages by user name, leaves learners out, filters, and comes as a workbook", async () => {
    const first = await admin.get<Page>("/api/v1/accounts?limit=2");
    const second = await admin.get<Page>(`/api/v1/accounts?limit=2&cursor=${first.body.nextCursor}`);
    const names = [...first.body.rows, ...second.body.rows].map((row) => row.username);
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(4);
    const onlyFinance = await security.get<Page>("/api/v1/accounts?role=finance");
    expect(new Set(onlyFinance.body.rows.map((row) => row.role))).toEqual(new Set(["finance"]));
    const sheet = await admin.inject({ url: "/api/v1/accounts/export" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  test("shows who is locked out, and the security officer unlocks", async () => {
    const opened = await admin.post<Opened>("/api/v1/accounts", {
      ...clerk,
      username: "often.wrong",
      organisationId: school,
    });
    for (let attempt = 0; attempt < 5; attempt += 1)
      await app.anonymous.post("/api/v1/session", { username: "often.wrong", password: "不是这个密码吧" });
    const locked = await security.get<Page>("/api/v1/accounts?locked=true");
    expect(locked.body.rows).toMatchObject([{ username: "often.wrong", failedAttempts: 5 }]);
    expect((await security.post(`/api/v1/accounts/${opened.body.id}/unlocking`)).status).toBe(200);
    const { initialPassword } = opened.body;
    const signedIn = await app.anonymous.post("/api/v1/session", {
      username: "often.wrong",
      password: initialPassword,
    });
    expect(signedIn.status).toBe(200);
  });
});

describe("three separate offices", () => {
  test.each([
    ["admin", "/api/v1/sessions", 403],
    ["security", "/api/v1/sessions", 200],
    ["auditor", "/api/v1/sessions", 200],
    ["reviewer", "/api/v1/accounts", 403],
    ["finance", "/api/v1/sessions", 403],
  ] as const)("%s at %s: %i", async (role, path, status) => {
    expect((await (await app.as(role)).get(path)).status).toBe(status);
  });

  test("the security officer ends a session", async () => {
    const reviewer = await app.as("reviewer");
    const listed = await security.get<{ rows: { id: string; accountId: string }[] }>(
      `/api/v1/sessions?accountId=${reviewer.accountId}`,
    );
    expect(listed.body.rows).toHaveLength(1);
    expect((await admin.del(`/api/v1/sessions/${listed.body.rows[0]?.id}`)).status).toBe(403);
    expect((await security.del(`/api/v1/sessions/${listed.body.rows[0]?.id}`)).status).toBe(200);
    expect((await reviewer.get("/api/v1/me/sessions")).status).toBe(401);
  });

  test("sessions page without a gap, also when several began in one moment", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { body: { rows: { id: string }[]; nextCursor: string | null } } = await security.get(
        `/api/v1/sessions?limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.rows.map((row) => row.id));
      cursor = page.body.nextCursor;
    }
    const live = await app.services.pool.query(
      "select count(*)::int as n from session s join account a on a.id = s.account_id where revoked_at is null and region like '320682%'",
    );
    expect([seen.length, new Set(seen).size]).toEqual([live.rows[0].n, live.rows[0].n]);
  });
});
