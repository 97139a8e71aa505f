/**
 * `admin verify`: recomputes everything derived and compares it with the stored values. Reads only, in one snapshot, so it may run
 * while the platform works. The modules supply the verifiers.
 */
import { verifyAudit } from "../kernel/audit.ts";
import { sql } from "../kernel/database.ts";
import type { Verifier } from "../kernel/module.ts";
import type { Services } from "../kernel/services.ts";
import { verifyFiles } from "../kernel/verify-files.ts";
import { modules } from "../modules.ts";
import { createServices } from "../platform.ts";
import { withDatabase } from "./connection.ts";

/** All verifiers, in the order of the line of evidence. */
export const verifiers: readonly Verifier[] = [
  { name: "审计链", run: verifyAudit as Verifier["run"] },
  verifyFiles,
  ...modules.flatMap((module) => module.verifiers ?? []),
];

/** Result of one verifier. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Number of items checked. */
  readonly checked: number;
  /** Number of differences; the first hundred are listed. */
  readonly differing: number;
  readonly differences: readonly string[];
  readonly ms: number;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

const LISTED = 100;

/** Runs the verifiers. A verifier that fails counts as a difference and doesn't end the report. */
export async function verify(services: Services, given: readonly Verifier[] = verifiers): Promise<VerifyReport> {
  const checks = await services.database
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (database) => {
      // The pool's timeout is for requests; this reads everything.
      await sql`set local statement_timeout = 0`.execute(database);
      const done: Check[] = [];
      for (const verifier of given) done.push(await runOne({ ...services, database }, verifier));
      return done;
    });
  return { ok: checks.every((check) => check.ok), checks };
}

async function runOne(services: Services, { name, run: check }: Verifier): Promise<Check> {
  const began = Date.now();
  const outcome = await attempt(services, check);
  const { checked, differences } = outcome;
  return {
    name,
    ok: differences.length === 0,
    checked,
    differing: differences.length,
    differences: differences.slice(0, LISTED),
    ms: Date.now() - began,
  };
}

async function attempt(services: Services, check: Verifier["run"]): ReturnType<Verifier["run"]> {
  // Savepoint: a failing statement must not end the snapshot.
  await sql`savepoint verifier`.execute(services.database);
  try {
    return await check(services);
  } catch (error) {
    await sql`rollback to savepoint verifier`.execute(services.database);
    return { checked: 0, differences: [`无法核对：${error instanceof Error ? error.message : String(error)}`] };
  }
}

/** The verifiers, the audit chain held against these handed-out heads too. */
const against = (heads: readonly string[]): readonly Verifier[] =>
  verifiers.map((verifier) =>
    verifier.run === verifyAudit
      ? { ...verifier, run: (services: Services) => verifyAudit(services, heads) }
      : verifier,
  );

/** Runs the verb: the report as JSON; exit 1 on any difference. */
export async function run(args: readonly string[]): Promise<number> {
  const heads = args.filter((_, index) => args[index - 1] === "--head");
  if (args.length !== heads.length * 2) throw new Error("用法：npm run --silent admin -- verify [--head 链头]…");
  return withDatabase(async (url, config) => {
    // As in production: missing keys must be restored, never created.
    const services = await createServices({ ...config, production: true }, url);
    try {
      const report = await verify(services, against(heads));
      console.log(JSON.stringify(report, null, 2));
      return report.ok ? 0 : 1;
    } finally {
      await services.database.destroy();
    }
  });
}
