import { afterAll, beforeAll, expect, it } from "vitest";
import { aPaidClaim, aPerson, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

interface Found {
  rows: { id: string; number: string; claimNumber: string; state: string; batchNumber: string }[];
  nextCursor: string | null;
}
interface Hits {
  rows: { kind: string; id: string; claimId: string | null }[];
}

let app: TestApp;
let auditor: TestClient;
const paid: string[] = [];

beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  auditor = await app.as("auditor");
  for (let n = 0; n < 3; n += 1) {
    const { paymentId } = await aPaidClaim(app, { personId: (await aPerson(app)).id });
    paid.push(paymentId);
  }
});
afterAll(() => app.close());

const search = async (q: string) => (await auditor.get<Hits>(`/api/v1/trace/search?q=${q}`)).body.rows;
const list = async (query: string) => (await auditor.get<Found>(`/api/v1/payments?${query}`)).body;

it("lists payments page by page, each with its batch and claim", async () => {
  const first = await list("limit=2");
  const second = await list(`limit=2&cursor=${first.nextCursor}`);
  const all = [...first.rows, ...second.rows];
  expect(all.map((row) => row.id).toSorted()).toEqual(paid.toSorted());
  expect(second.nextCursor).toBeNull();
  expect(all.every((row) => row.batchNumber !== "" && row.state === "paid")).toBe(true);
});

it("narrows by state and by the beginning of either number", async () => {
  const [row] = (await list("limit=1")).rows;
  expect((await list("state=returned")).rows).toEqual([]);
  expect((await list(`q=${row?.number}`)).rows).toMatchObject([{ id: row?.id }]);
  expect((await list(`q=${row?.claimNumber}`)).rows).toMatchObject([{ id: row?.id }]);
  expect((await list("q=%25")).rows).toEqual([]);
});

it("is found by any number on paper, through one box", async () => {
  const [row] = (await list("limit=1")).rows;
  expect(await search(row?.number ?? "")).toMatchObject([{ kind: "payment", id: row?.id }]);
  expect(await search(row?.claimNumber ?? "")).toContainEqual(expect.objectContaining({ kind: "claim" }));
  expect(await search("0000-nothing")).toEqual([]);
});
