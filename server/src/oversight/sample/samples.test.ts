import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClaim, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { draw } from "./sample-frames.ts";

interface Drawn {
  id: string;
  seed: string;
  frameSize: number;
  drawn: string[];
}

let app: TestApp;
let auditor: TestClient;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  auditor = await app.as("auditor");
  for (let n = 0; n < 12; n += 1) await aClaim(app, { state: n < 8 ? "payable" : "submitted" });
});
afterAll(() => app.close());

const drawOf = async (body: object) => (await auditor.post<Drawn>("/api/v1/audit-samples", body)).body;

const rank = (id: string) => createHash("sha256").update(`2020:${id}`).digest("hex");

describe("a sample", () => {
  it("names what was drawn, in the order of the draw", async () => {
    const { id, drawn } = await drawOf({ frame: "claims", filter: {}, size: 3, seed: "names" });
    const shown = await auditor.get<{ items: { id: string; number: string }[] }>(`/api/v1/audit-samples/${id}`);
    expect(shown.body.items.map((item) => item.id)).toEqual(drawn);
    expect(shown.body.items.every((item) => item.number !== "")).toBe(true);
  });

  it("says its conditions in words", async () => {
    const filter = { state: "payable", from: "2010-01-01" };
    const { id } = await drawOf({ frame: "claims", filter, size: 1, seed: "words" });
    const shown = await auditor.get<{ filterText: string }>(`/api/v1/audit-samples/${id}`);
    expect(shown.body.filterText).toBe("2010-01-01 以后，待拨付");
  });

  it("is the order of a digest anyone can work out by hand", () => {
    const byHand = ["a", "b", "c", "d"].toSorted((x, y) => rank(x).localeCompare(rank(y))).slice(0, 2);
    expect(draw(["a", "b", "c", "d"], "2020", 2)).toEqual(byHand);
  });

  it("comes out the same for the same seed, and another for another", async () => {
    const ask = { frame: "claims", filter: { state: "payable" }, size: 3 };
    const [one, two, three] = [
      await drawOf({ ...ask, seed: "审计局 2020-06-01" }),
      await drawOf({ ...ask, seed: "审计局 2020-06-01" }),
      await drawOf(ask),
    ];
    expect(one.frameSize).toBe(8);
    expect(two.drawn).toEqual(one.drawn);
    expect(three.seed).not.toBe(one.seed);
  });

  it("is verified by drawing again, and says when its frame has grown", async () => {
    const { id } = await drawOf({ frame: "claims", filter: {}, size: 12, seed: "x" });
    const verify = async () => (await auditor.get(`/api/v1/audit-samples/${id}/verification`)).body;
    expect(await verify()).toMatchObject({ same: true, missing: [] });
    for (let n = 0; n < 20; n += 1) await aClaim(app, { state: "submitted" });
    expect(await verify()).toMatchObject({ same: false, frameSizeThen: 12, frameSizeNow: 32 });
  });

  it("carries findings about what was drawn, and about nothing else", async () => {
    const { id, drawn } = await drawOf({ frame: "claims", filter: {}, size: 2, seed: "12345678901👩y" });
    const record = (subjectId: string) =>
      auditor.post(`/api/v1/audit-samples/${id}/findings`, {
        subjectId,
        verdict: "question",
        note: "考勤与课表不符，待说明",
      });
    expect((await record(drawn[0] as string)).status).toBe(200);
    expect((await record(id)).body.code).toBe("not-drawn");
    const { body } = await (await app.as("reviewer")).get(`/api/v1/audit-samples/${id}`);
    expect(body).toMatchObject({ findings: 1, found: [{ verdictLabel: "存疑", subjectId: drawn[0] }] });
    const sheet = await auditor.inject({ method: "GET", url: `/api/v1/audit-samples/${id}/export` });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  it("of nothing is refused", async () => {
    const { body } = await auditor.post("/api/v1/audit-samples", { frame: "payments", size: 5 });
    expect(body.code).toBe("empty-frame");
  });

  it("is listed in pages, newest first", async () => {
    const { body } = await auditor.get<{ rows: unknown[]; nextCursor: string }>("/api/v1/audit-samples?limit=2");
    expect([body.rows.length, typeof body.nextCursor]).toEqual([2, "string"]);
    expect((await auditor.get(`/api/v1/audit-samples?limit=2&cursor=${body.nextCursor}`)).status).toBe(200);
  });
});
