import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../test/index.ts";
import { findOrCreatePeople, findOrCreatePerson } from "./find-or-create.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const idOf = (sequence: number, born = "1980-05-06"): string => makeCitizenId("320682", civilDate(born), sequence);
const town = "320682103";

describe("a person somebody else writes down", () => {
  test("gets a record once; written again in another way it is the same record", async () => {
    const citizenId = idOf(12);
    const first = await app.work((context) =>
      findOrCreatePerson(context, { name: "王示例", citizenId, phone: "139 0000 0001", town }),
    );
    const again = await app.work((context) =>
      findOrCreatePerson(context, { name: " 王 示例 ", citizenId: citizenId.replace(/X$/, "x"), town }),
    );
    expect([first.created, again.created, again.id === first.id]).toEqual([true, false, true]);
  });

  test("under another name is refused, without a word of what the record says", async () => {
    const citizenId = idOf(14);
    await app.work((context) => findOrCreatePerson(context, { name: "李示例", citizenId, town }));
    const other = app.work((context) => findOrCreatePerson(context, { name: "赵示例", citizenId, town }));
    await expect(other).rejects.toMatchObject({ code: "person-name-mismatch", status: 422 });
    await expect(other).rejects.not.toThrow(/李/);
  });

  test.each([
    ["校验位", { name: "钱示例", citizenId: "320682198005060011", town }, "id-checksum"],
    ["姓名", { name: "钱1", citizenId: idOf(16), town }, "name-characters"],
    ["手机", { name: "钱示例", citizenId: idOf(16), phone: "0513-87654321", town }, "mobile-shape"],
    ["未来出生", { name: "钱示例", citizenId: idOf(1, "2090-01-01"), town }, "id-birth-date-future"],
  ])("with a wrong %s is refused with a pointer", async (_what, written, code) => {
    await expect(app.work((context) => findOrCreatePerson(context, written))).rejects.toMatchObject({ code });
  });
});

describe("a roster", () => {
  test("answers row by row: new, known, twice in the list, wrong", async () => {
    const known = { name: "孙示例", citizenId: idOf(20), town };
    await app.work((context) => findOrCreatePerson(context, known));
    const results = await app.work((context) =>
      findOrCreatePeople(context, [
        known,
        { name: "周示例", citizenId: idOf(21), town },
        { name: "周示例", citizenId: idOf(21), town },
        { name: "吴示例", citizenId: idOf(21), town },
        { name: "郑示例", citizenId: "1", town },
      ]),
    );
    expect(results.map((one) => (one.ok ? one.created : one.refusal))).toEqual([
      false,
      true,
      false,
      "name-mismatch",
      "citizen-id",
    ]);
  });

  test("of ten thousand rows takes a few statements", async () => {
    const days = Array.from({ length: 20 }, (_unused, day) => civilDate(`1970-01-${String(day + 1).padStart(2, "0")}`));
    const rows = days.flatMap((day) =>
      Array.from({ length: 500 }, (_unused, n) => ({
        name: "冯示例",
        citizenId: makeCitizenId("320682", day, n + 1),
        phone: "13900000002",
        town,
      })),
    );
    const results = await app.work((context) => findOrCreatePeople(context, rows));
    expect(results.every((one) => one.ok && one.created)).toBe(true);
  }, 30_000);

  test("brought twice at the same moment makes one record each", async () => {
    const rows = Array.from({ length: 200 }, (_unused, n) => ({
      name: "陈示例",
      citizenId: idOf(n + 1, "1971-02-03"),
      town,
    }));
    const [one, other] = await Promise.all([
      app.work((context) => findOrCreatePeople(context, rows)),
      app.work((context) => findOrCreatePeople(context, rows.toReversed())),
    ]);
    const ids = (results: typeof one) => results.map((result) => (result.ok ? result.id : result.code));
    expect(ids(other).toReversed()).toEqual(ids(one));
  });
});

test("numbers are stored sealed, hashed and masked only", async () => {
  const citizenId = idOf(99);
  await app.work((context) => findOrCreatePerson(context, { name: "褚示例", citizenId, phone: "13911112222", town }));
  const found = await app.services.pool.query("select person::text as row from person where name = '褚示例'");
  expect(found.rows[0].row).toContain("3206************");
  expect(found.rows[0].row).not.toContain(citizenId);
  expect(found.rows[0].row).not.toContain("13911112222");
});
