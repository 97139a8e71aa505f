/**
 * `admin verify`: everything that can be worked out again is, and compared with what is stored. Reads only, in one snapshot, so it
 * may run while the platform works.
 */
import { verifyAudit } from "../kernel/audit.ts";
import { sql } from "../kernel/database.ts";
import type { Database } from "../kernel/database.ts";
import type { Services } from "../kernel/services.ts";
import { createServices } from "../platform.ts";
import { withDatabase } from "./connection.ts";

/** What a checker found. */
export interface CheckResult {
  readonly ok: boolean;
  /** How many things were looked at. */
  readonly checked: number;
  /** Ids, numbers and codes only; at most the first hundred are reported. */
  readonly differences: readonly unknown[];
}

/** One thing that must hold over the whole database. */
export interface Checker {
  readonly name: string;
  /** `db` is the snapshot to read from; `services` has the keys. */
  run(db: Database, services: Services): Promise<CheckResult>;
}

/** The checkers of all modules, in the order in which they run. */
export const checkers: readonly Checker[] = [
  {
    name: "audit-chain",
    async run(db, { auditKey }) {
      const { checked, differences } = await verifyAudit({ database: db, auditKey });
      return { ok: differences.length === 0, checked, differences };
    },
  },
];

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly (CheckResult & { readonly name: string; readonly ms: number })[];
}

const REPORTED = 100;

/** Runs the checkers. One that cannot run is a difference, not the end of the report. */
export async function verify(services: Services, given: readonly Checker[] = checkers): Promise<VerifyReport> {
  const checks = await services.database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (db) => {
      // The pool's limit is meant for requests; this reads everything.
      await sql`set local statement_timeout = 0`.execute(db);
      const done: (CheckResult & { name: string; ms: number })[] = [];
      for (const checker of given) done.push(await runOne(db, services, checker));
      return done;
    });
  return { ok: checks.every((check) => check.ok), checks };
}

async function runOne(
  db: Database,
  services: Services,
  checker: Checker,
): Promise<CheckResult & { name: string; ms: number }> {
  const began = Date.now();
  const { name } = checker;
  try {
    // A statement that fails must not take the snapshot with it.
    await sql`savepoint checker`.execute(db);
    const result = await checker.run(db, services);
    const differences = result.differences.slice(0, REPORTED);
    return {
      name,
      ok: result.ok && differences.length === 0,
      checked: result.checked,
      differences,
      ms: Date.now() - began,
    };
  } catch (error) {
    await sql`rollback to savepoint checker`.execute(db);
    const differences = [{ error: error instanceof Error ? error.message : String(error) }];
    return { name, ok: false, checked: 0, differences, ms: Date.now() - began };
  }
}

/** The verb: the report as JSON; exit 1 on any difference. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new Error("用法：npm run --silent admin -- verify");
  return withDatabase(async (url, config) => {
    // As in production: keys that are missing must be put back, not made anew.
    const services = await createServices({ ...config, production: true }, url);
    try {
      const report = await verify(services);
      console.log(JSON.stringify(report, null, 2));
      return report.ok ? 0 : 1;
    } finally {
      await services.database.destroy();
    }
  });
}
