import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../admin/verify.ts";
import { completionSerial, nextSerials } from "../assessment/index.ts";
import { nextClaimNumbers } from "../entitlement/index.ts";
import { nextBatchNumber } from "../fund/index.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { learnerUsername } from "../people/index.ts";
import { createTestApp, type TestApp } from "../test/index.ts";
import { nextClassNumber } from "../training/index.ts";
import { DEMO_ACCOUNTS } from "../access/index.ts";
import { generateCounty } from "./generate.ts";

let app: TestApp;
let counts: Map<string, number>;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  counts = await generateCounty(app.services, app.ownerUrl, { people: 600 });
});
afterAll(() => app.close());

const one = async <T>(query: string): Promise<T> => {
  const { rows } = await sql.raw<{ value: T }>(query).execute(app.services.database);
  return rows[0]?.value as T;
};

const first = (values: readonly string[]): string => values[0] ?? "";
/** The running count at the end of numbers, the highest of them. */
const highestCount = (numbers: readonly string[]): number => Math.max(...numbers.map((each) => Number(each.slice(-5))));
const nextPersonNumber = async (context: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select nextval(pg_get_serial_sequence('person', 'number')) as n`.execute(
    context.db,
  );
  return rows[0]?.n ?? 0;
};

describe("the demo county", () => {
  it("keeps every promise that the platform checks", async () => {
    const report = await verify(app.services);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it("obeys the keys that were not looked at while it was loaded", async () => {
    const keys = await sql<{ name: string; child: string; parent: string; columns: string[]; targets: string[] }>`
      select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
        array(select attname::text from unnest(c.conkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as columns,
        array(select attname::text from unnest(c.confkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by o) as targets
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(
      app.services.database,
    );
    const broken: string[] = [];
    for (const { name, child, parent, columns, targets } of keys.rows) {
      const present = columns.map((column) => `x.${column} is not null`).join(" and ");
      const match = columns.map((column, n) => `y.${targets[n]} = x.${column}`).join(" and ");
      const orphans = await one<number>(
        `select count(*)::int as value from ${child} x where ${present} and not exists (select from ${parent} y where ${match})`,
      );
      if (orphans > 0) broken.push(`${name}: ${orphans}`);
    }
    expect(broken).toEqual([]);
  });

  it("is the same county every time", async () => {
    const again = await createTestApp({ now: "2026-03-18T02:00:00Z" });
    expect(await generateCounty(again.services, again.ownerUrl, { people: 600 })).toEqual(counts);
    const digest =
      "select md5(string_agg(number || state || coalesce(paid_fen, 0), ',' order by number)) as value from claim";
    const other = await sql.raw<{ value: string }>(digest).execute(again.services.database);
    expect(other.rows[0]?.value).toBe(await one<string>(digest));
    await again.close();
  });

  it("has claims on every part of their way, and money that moved", async () => {
    const states = await one<string[]>("select array_agg(distinct state order by state) as value from claim");
    expect(states).toEqual(
      expect.arrayContaining(["prepared", "submitted", "first-passed", "publicised", "payable", "paid", "refused"]),
    );
  });

  it("has people whose sign-in elsewhere was refused while they were counted", async () => {
    const attempts = await one<number>(
      `select count(*)::int as value from refused_presence r join class_session s on s.id = r.session_id
       join attendance a on a.session_id = r.elsewhere_session_id and a.person_id = r.person_id
       where a.hours > 0 and a.during && tstzrange(s.starts_at, s.ends_at) and r.enrolment_id <> a.enrolment_id`,
    );
    expect([attempts, await one<number>("select count(*)::int as value from refused_presence")]).toEqual([4, 4]);
  });

  it("has most contracts of people in work in force", async () => {
    const share = await one<number>(
      `select avg(((value ->> 'hiredOn')::date + make_interval(months => (value ->> 'contractMonths')::int) > '2026-03-18')::int)::float as value
       from person_fact where kind = 'employment' and (value ->> 'employed')::boolean`,
    );
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1);
  });

  const NUMBERS = {
    class: ["training_class", "number", /^KB\d{10}$/, (context) => nextClassNumber(context)],
    claim: [
      "claim",
      "number",
      /^RG\d{4}-\d{6}$/,
      async (context) => first(await nextClaimNumbers(context, [context.today])),
    ],
    batch: ["payment_batch", "number", /^BF\d{4}-\d{5}$/, (context) => nextBatchNumber(context)],
    learner: ["account", "username", /^L\d{8}$/, async (context) => learnerUsername(await nextPersonNumber(context))],
  } satisfies Record<string, [string, string, RegExp, (context: Context) => Promise<string>]>;

  it.each(Object.entries(NUMBERS))(
    "numbers each %s as the platform does, whose next number follows",
    async (kind, [table, column, pattern, next]) => {
      const where = kind === "learner" ? "where role = 'learner' and password_hash is null" : "";
      const made = await one<string[]>(
        `select array_agg(${column} order by ${column} collate "C" desc) as value from ${table} ${where}`,
      );
      const number = await app.work(next);
      expect([...made, number].filter((each) => !pattern.test(each))).toEqual([]);
      expect(number > first(made)).toBe(true);
      expect(Number(number.slice(-5)) - highestCount(made)).toBe(1);
    },
  );

  it("numbers completion certificates as the platform does, whose next serial follows", async () => {
    const { rows } = await sql<{ id: string; uscc: string; serials: string[] }>`
      select o.id, o.uscc, array_agg(c.serial order by c.serial desc) as serials from certificate c join organisation o on o.id = c.issuer_id
      where c.kind = 'completion' and c.serial like '2026%' group by o.id`.execute(app.services.database);
    expect(rows.length).toBeGreaterThan(0);
    for (const { serials, ...organisation } of rows) {
      const next = await app.work((context) => nextSerials(context.db, organisation, 2026, 1));
      expect(next).toEqual([completionSerial(organisation.uscc, 2026, serials.length + 1)]);
      expect(first(next) > first(serials)).toBe(true);
    }
  });

  it("lets every demo account sign in", async () => {
    for (const { username, password, role } of DEMO_ACCOUNTS) {
      const answer = await app.anonymous.post<{ account: { role: string } }>("/api/v1/session", { username, password });
      expect([username, answer.status, answer.body.account?.role]).toEqual([username, 200, role]);
    }
  });
});
