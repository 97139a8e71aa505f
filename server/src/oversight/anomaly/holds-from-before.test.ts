import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "../../kernel/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../../test/index.ts";

/** The version before confirmed anomalies held claims. */
const BEFORE = 14;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  pool = new pg.Pool({ connectionString: database.url, max: 3 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it("what was confirmed before holds from the upgrade on, on what each kind of anomaly is about", async () => {
  await migrate(pool, { to: BEFORE });
  await pool.query(
    "insert into account (id, username, name, role, password_hash, region) values ($1, 'officer', '周示例', 'reviewer', 'x', '320682')",
    [id(1)],
  );
  const anomalies = [
    ["both-for-one-hire", "claim", id(10), { preJob: id(11) }, "confirmed"],
    ["certificate-burst", "organisation", `${id(20)}/2020-05-01`, { classes: [id(21), id(22)] }, "confirmed"],
    ["account-of-many", "account", id(30), { people: [id(31)], organisations: [id(32)] }, "confirmed"],
    ["shared-phone", "claim", id(40), {}, "explained"],
  ] as const;
  for (const [rule, kind, subject, evidence, state] of anomalies)
    await pool.query(
      `insert into anomaly (rule, subject_kind, subject_id, region, severity, summary, evidence, state, decided_by, decided_at, decision_reason)
       values ($1, $2, $3, '320682', 3, '线索', $4, $5, $6, now(), '核查属实')`,
      [rule, kind, subject, JSON.stringify(evidence), state, id(1)],
    );
  await migrate(pool);
  const { rows } = await pool.query<{ kind: string; subject_id: string }>(
    "select s.kind, s.subject_id from claim_hold_subject s join claim_hold h on h.id = s.hold_id where h.settled_at is null order by s.subject_id",
  );
  expect(rows.map((row) => [row.kind, row.subject_id])).toEqual([
    ["claim", id(10)],
    ["claim", id(11)],
    ["class", id(21)],
    ["class", id(22)],
    ["person", id(31)],
    ["organisation", id(32)],
  ]);
});
