import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp } from "../test/index.ts";
import type { TestApp } from "../test/index.ts";
import { createAdmin } from "./create-admin.ts";

describe("create-admin", () => {
  let app: TestApp;
  beforeAll(async () => (app = await createTestApp()));
  afterAll(() => app.close());

  it("makes an account that signs in with the shown password, and leaves a trace", async () => {
    const admin = await createAdmin(app.services, { username: "first-admin", name: "系统管理员", region: "320682" });
    const { username, password } = admin;
    expect((await app.anonymous.post("/api/v1/session", { username, password })).status).toBe(200);
    expect((await app.anonymous.post("/api/v1/session", { username, password: "not this one" })).status).not.toBe(200);
    const account = await app.services.database
      .selectFrom("account")
      .select(["role", "must_change_password"])
      .where("id", "=", admin.id)
      .executeTakeFirstOrThrow();
    expect(account).toEqual({ role: "admin", must_change_password: true });
    const audited = await app.services.database
      .selectFrom("audit_log")
      .select("subject_id")
      .where("operation", "=", "admin create-admin")
      .execute();
    expect(audited).toEqual([{ subject_id: admin.id }]);
  });

  it("refuses a name that is taken and a region that does not exist", async () => {
    const given = { username: "second-admin", name: "系统管理员", region: "320682" };
    await createAdmin(app.services, given);
    await expect(createAdmin(app.services, given)).rejects.toThrow(/account_username_key/);
    await expect(createAdmin(app.services, { ...given, username: "third", region: "如皋" })).rejects.toThrow(/辖区/);
  });
});
