import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { createAccount } from "../account/accounts.ts";

let app: TestApp;
let school: string;
let first: TestClient;
let serial = 0;
beforeAll(async () => {
  app = await createTestApp();
  school = await anOrganisation(app);
  first = await app.as("institution", { organisationId: school });
});
afterAll(() => app.close());

const open = (desk: TestClient) =>
  desk.post<{ id: string; initialPassword: string; code?: string }>("/api/v1/colleagues", {
    username: `colleague${(serial += 1)}`,
    name: "钱同事",
  });
const end = (desk: TestClient, id: string) =>
  desk.post<{ code?: string }>(`/api/v1/colleagues/${id}/disabling`, { reason: "已离职" });

/** The colleague, once they have set a password of their own. */
async function signedIn(id: string): Promise<TestClient> {
  await app.services.database
    .updateTable("account")
    .set({ must_change_password: false })
    .where("id", "=", id)
    .execute();
  return app.signedIn(id);
}
const told = async (desk: TestClient) =>
  (await desk.get<{ rows: { template: string }[] }>("/api/v1/me/messages")).body.rows.map(({ template }) => template);

describe("a colleague's account", () => {
  it("is opened by the organisation's first one, with its rights, and the bureau and the organisation are told", async () => {
    const reviewer = await app.as("reviewer");
    await app.services.database
      .updateTable("account")
      .set({ created_at: new Date("2019-01-01") })
      .execute();
    const made = await open(first);
    expect(made.body.initialPassword.length).toBeGreaterThan(8);
    const colleague = await signedIn(made.body.id);
    const { body } = await colleague.get<{ first: boolean; rows: { openedBy: string | null }[] }>("/api/v1/colleagues");
    expect([body.first, body.rows.map(({ openedBy }) => openedBy === null)]).toEqual([false, [true, false]]);
    expect(await told(reviewer)).toContain("colleagues-opened");
    expect(await told(first)).toContain("colleague-opened");
  });

  it("opens and ends no further ones", async () => {
    const made = await open(first);
    const colleague = await signedIn(made.body.id);
    expect((await open(colleague)).body.code).toBe("not-the-first-account");
    expect((await end(colleague, made.body.id)).body.code).toBe("not-the-first-account");
  });

  it("is ended by the first, not by another organisation, and the first itself only by an administrator", async () => {
    const made = await open(first);
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await end(other, made.body.id)).status).toBe(403);
    expect((await end(first, made.body.id)).status).toBe(200);
    expect((await end(first, made.body.id)).body.code).toBe("account-state");
    expect((await end(first, first.accountId)).body.code).toBe("account-state");
  });

  it.each([
    ["another role", { role: "evaluator" as const }],
    ["another region", { region: "320681" }],
  ])("is never of %s, whoever writes it", async (_what, change) => {
    const given = { username: `odd${(serial += 1)}`, name: "外人", role: "institution" as const, region: "320682" };
    const making = createAccount(app.services.database, {
      ...given,
      organisationId: school,
      createdBy: first.accountId,
      ...change,
    });
    await expect(making).rejects.toMatchObject({ code: "23514" });
  });

  it("is one of twenty, also where several are opened at once", async () => {
    const desk = await app.as("institution", { organisationId: await anOrganisation(app) });
    const opened = [];
    for (let round = 0; round < 2; round += 1)
      opened.push(...(await Promise.all(Array.from({ length: 12 }, () => open(desk)))));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(opened.find(({ status }) => status !== 200)?.body.code).toBe("too-many-accounts");
  });
});
