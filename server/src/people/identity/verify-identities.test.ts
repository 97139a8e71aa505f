import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPerson, createTestApp, type TestApp } from "../../test/index.ts";
import { identityVerifier } from "./verify-identities.ts";

let app: TestApp;
let person: { id: string };
let other: { id: string };
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.services.database.deleteFrom("person").execute();
  person = await aPerson(app);
  other = await aPerson(app);
});

test("records as the platform writes them hold", async () => {
  expect(await identityVerifier.run(app.services)).toEqual({ checked: 2, differences: [] });
});

describe("somebody who writes past the platform is found out", () => {
  test.each([
    ["another hash", "citizen_id_hash = '\\x00'", "检索值"],
    ["another mask", "citizen_id_masked = '3206************99'", "掩码"],
    ["another birth date", "birth_date = '1999-01-01'", "出生日期"],
    ["another sex", "sex = case sex when 'M' then 'F' else 'M' end", "性别"],
    ["a phone without a hash", "phone_hash = null", "手机号"],
    [
      "an altered seal",
      "citizen_id_sealed = set_byte(citizen_id_sealed, 30, (get_byte(citizen_id_sealed, 30) + 1) % 256)",
      "seal-broken",
    ],
    [
      "the seal of another row",
      "citizen_id_sealed = (select citizen_id_sealed from person where id = $2)",
      "seal-broken",
    ],
  ])("%s", async (_what, change, said) => {
    await app.services.pool.query(`update person set ${change} where id = $1 and $2::uuid is not null`, [
      person.id,
      other.id,
    ]);
    const { differences } = await identityVerifier.run(app.services);
    expect(differences).toEqual([expect.stringContaining(said)]);
    expect(differences[0]).toContain(person.id);
  });
});
