import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, postingDesk, type TestApp } from "../../test/index.ts";

let app: TestApp;
let desk: Awaited<ReturnType<typeof postingDesk>>;
let personId: string;
let code: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-02-10T02:00:00Z" });
  desk = await postingDesk(app);
  ({ personId } = await desk.hire());
  await desk.licence({ personId, issuedOn: "2025-01-10", validTo: "2031-01-09" });
  const learner = await app.as("learner", { personId });
  const { body } = await learner.get<{ licences: { code: string }[] }>("/api/v1/me/postings");
  code = body.licences[0]?.code ?? "";
});
afterAll(() => app.close());

const check = (given: { code: string; checkedAt?: string }) =>
  app.anonymous.post<{ results: { genuine: boolean; colour: string | null }[] }>("/api/v1/gate-checks", {
    checks: [given],
  });
const kept = () => app.services.database.selectFrom("gate_check").select(["checked_at", "colour"]).execute();

describe("a code at the gate", () => {
  it("says who it is and until when, with no ID number, and is checked against today's record", async () => {
    const said = Buffer.from(code.split(".")[1] ?? "", "base64url").toString("utf8");
    expect(said).toContain("2028-01-10");
    expect(said).not.toMatch(/\d{17}/);
    expect((await check({ code })).body.results).toMatchObject([{ genuine: true, colour: "green" }]);
    expect(await kept()).toHaveLength(1);
  });

  it("that was forged tells nothing and leaves nothing", async () => {
    const [, body = "", signature = ""] = code.split(".");
    const forged = Buffer.from(Buffer.from(body, "base64url").toString("utf8").replace("2028", "2038")).toString(
      "base64url",
    );
    expect((await check({ code: `JNT1.${forged}.${signature}` })).body.results).toMatchObject([
      { genuine: false, colour: null },
    ]);
    expect((await check({ code: "随便写的" })).body.results).toMatchObject([{ genuine: false }]);
    expect(await kept()).toHaveLength(1);
  });

  it("checked without network arrives later, once, unless a clock puts it elsewhere", async () => {
    for (let n = 0; n < 2; n += 1) await check({ code, checkedAt: "2026-02-09T23:30:00Z" });
    await check({ code, checkedAt: "2027-01-01T00:00:00Z" });
    await check({ code, checkedAt: "2020-01-01T00:00:00Z" });
    expect(await kept()).toHaveLength(2);
  });

  it("is red once the certificate is revoked, which its signature can't know", async () => {
    const { certificate_id: id } = await app.services.database
      .selectFrom("work_licence")
      .select("certificate_id")
      .executeTakeFirstOrThrow();
    await desk.must(desk.officer.post(`/api/v1/certificates/${id}/revocation`, { reason: "培训点弄虚作假" }));
    expect((await check({ code })).body.results).toMatchObject([{ genuine: true, colour: "red" }]);
  });
});
