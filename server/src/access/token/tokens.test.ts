import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let school: string;
let clerk: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  school = await anOrganisation(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow("2020-03-02T01:00:00Z");
  clerk = await app.as("institution", { organisationId: school });
});

interface Issued {
  id: string;
  token: string;
}
const issue = (who: TestClient, more: Record<string, unknown> = {}) =>
  who.post<Issued>("/api/v1/organisation-tokens", { name: "教务系统", scopes: ["organisation:read"], ...more });
const call = async (token: string, url: string, method: "GET" | "POST" = "GET") => {
  const response = await app.anonymous.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
  return { status: response.statusCode, code: response.json().code as string | undefined };
};

describe("a token of an organisation", () => {
  test("opens the doors of its scopes to its own organisation only", async () => {
    const { token } = (await issue(clerk)).body;
    const other = await anOrganisation(app);
    expect(await call(token, `/api/v1/organisations/${school}/rooms`)).toMatchObject({ status: 200 });
    expect(await call(token, `/api/v1/organisations/${other}/rooms`)).toMatchObject({ status: 403, code: "not-yours" });
    expect(await call(token, `/api/v1/organisations/${school}/rooms`, "POST")).toMatchObject({ code: "scope-missing" });
    expect(await call(token, "/api/v1/me/sessions")).toMatchObject({ code: "scope-missing" });
  });

  test("is kept as a digest only and shown once", async () => {
    const { token } = (await issue(clerk)).body;
    const rows = await app.services.pool.query("select organisation_token::text as row from organisation_token");
    expect(JSON.stringify(rows.rows)).not.toContain(token);
    expect(JSON.stringify((await clerk.get("/api/v1/organisation-tokens")).body)).not.toContain(token);
  });

  test.each([
    ["revoked", async (issued: Issued) => void (await clerk.del(`/api/v1/organisation-tokens/${issued.id}`))],
    ["past its days", async () => app.setNow("2020-03-03T01:00:01Z")],
    [
      "of a disabled account",
      async () => {
        const admin = await app.as("admin");
        await admin.post(`/api/v1/accounts/${clerk.accountId}/disabling`, { reason: "合同到期" });
      },
    ],
  ])("%s is worth nothing", async (_what, spoil) => {
    const issued = (await issue(clerk, { days: 1 })).body;
    await spoil(issued);
    expect((await call(issued.token, `/api/v1/organisations/${school}/rooms`)).status).toBe(401);
  });

  test("may be issued by an administrator for an organisation's account, and for no other", async () => {
    const admin = await app.as("admin");
    const { token } = (await issue(admin, { accountId: clerk.accountId })).body;
    expect((await call(token, `/api/v1/organisations/${school}/rooms`)).status).toBe(200);
    const reviewer = await app.as("reviewer");
    expect((await issue(admin, { accountId: reviewer.accountId })).body.code).toBe("not-an-organisation");
    expect((await issue(admin)).body.code).toBe("not-an-organisation");
  });

  test("is nobody else's to list, revoke or issue", async () => {
    const issued = (await issue(clerk)).body;
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await stranger.get<{ rows: unknown[] }>("/api/v1/organisation-tokens")).body.rows).toEqual([]);
    expect((await stranger.del(`/api/v1/organisation-tokens/${issued.id}`)).status).toBe(403);
    expect((await issue(stranger, { accountId: clerk.accountId })).status).toBe(403);
  });

  test("carries every scope that an operation declares, for the accounts that can use it", async () => {
    const admin = await app.as("admin");
    const holders = {
      institution: clerk,
      enterprise: await app.as("enterprise", { organisationId: school }),
      evaluator: await app.as("evaluator", { organisationId: school }),
      finance: await app.as("finance"),
    };
    const { rows } = (
      await admin.get<{ rows: { value: string; roles: (keyof typeof holders)[] }[] }>("/api/v1/token-scopes")
    ).body;
    expect(rows.map((row) => row.value).toSorted()).toEqual([...app.services.house.scopes.keys()].toSorted());
    for (const { value, roles } of rows) {
      const who = holders[roles[0] as keyof typeof holders];
      expect([value, (await issue(admin, { accountId: who.accountId, scopes: [value] })).status]).toEqual([value, 200]);
    }
    expect((await issue(clerk, { scopes: ["fund:read"] })).body.code).toBe("scope-unusable");
  });

  test.each([[["everything"]], [[]], [["organisation:delete"]]])("with scopes %j is not issued", async (scopes) => {
    expect((await issue(clerk, { scopes })).status).toBe(422);
  });
});
