import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAudit, writeAudit } from "../../kernel/audit.ts";
import { tellHead } from "./hand-out-head.ts";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let auditor: TestClient;

beforeAll(async () => {
  app = await createTestApp();
  auditor = await app.as("auditor");
  await app.work(async (context) => {
    for (const id of ["c-1", "c-2", "c-3"]) {
      context.audit({ kind: "claim", id, region: "320682" });
      await writeAudit(context, "POST /api/v1/claims");
    }
    context.audit({ kind: "class", id: "k-1", region: "320681001" });
    await writeAudit(context, "POST /api/v1/classes/:id/submission");
  });
  await sealAudit(app.services);
});
afterAll(() => app.close());

const read = async (query: string, client = auditor) =>
  (
    await client.get<{ rows: { subjectId: string; sealedAs: number }[]; nextCursor: string | null }>(
      `/api/v1/audit-log?${query}`,
    )
  ).body;
const ids = (page: Awaited<ReturnType<typeof read>>) => page.rows.map((row) => row.subjectId);

describe("the audit log", () => {
  it.each([
    ["", ["c-3", "c-2", "c-1"]],
    ["subjectId=c-2", ["c-2"]],
    ["operation=POST /api/v1/claims", ["c-3", "c-2", "c-1"]],
    ["operation=DELETE", []],
    ["to=2000-01-01", []],
    ["from=2000-01-01&subjectKind=claim", ["c-3", "c-2", "c-1"]],
  ])("is read by %s", async (query, expected) => {
    expect(ids(await read(query))).toEqual(expected);
  });

  it("goes on in pages and shows each row's place in the chain", async () => {
    const one = await read("limit=2");
    expect(one.rows.map((row) => row.sealedAs)).toEqual([3, 2]);
    expect(ids(await read(`limit=2&cursor=${one.nextCursor}`))).toEqual(["c-1"]);
  });

  it("is verified whole and leaves as a workbook", async () => {
    expect((await auditor.post("/api/v1/audit-log/verification", {})).body).toMatchObject({ ok: true, checked: 4 });
    const sheet = await auditor.inject({ method: "GET", url: "/api/v1/audit-log/export" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  it("hands its head to auditors and security officers each day, and is held against it", async () => {
    await tellHead(app.services);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("body")
      .where("template", "=", "audit-head")
      .where("account_id", "=", auditor.accountId)
      .executeTakeFirstOrThrow();
    const head = /JNT-AUDIT-\S+/.exec(told.body ?? "")?.[0] ?? "";
    expect((await auditor.post("/api/v1/audit-log/verification", { head })).body).toMatchObject({ ok: true });
    const forged = head.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect((await auditor.post("/api/v1/audit-log/verification", { head: forged })).body).toMatchObject({ ok: false });
  });

  it("is not for those who are in it", async () => {
    expect((await (await app.as("reviewer")).get("/api/v1/audit-log")).status).toBe(403);
  });
});
