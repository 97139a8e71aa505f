import type { Policy } from "@jinengtong/policy";
import { addDays, todayInShanghai, type CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { sql, type Tx } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate as DateShape } from "../../kernel/shapes.ts";
import type { Services } from "../../kernel/services.ts";
import { RULES, type AnomalyRule } from "../rules/anomaly-rules.ts";

/** Default range of a scan in days: classes that ended since. */
const DAYS_BACK = 120;

export interface Scanned {
  rule: string;
  found: number;
  fresh: number;
}

/** Runs every rule in its own transaction: new findings join the queue, open ones are updated, answers stay. */
export async function scanForAnomalies(
  services: Services,
  since: CivilDate = addDays(todayInShanghai(services.clock.now()), -DAYS_BACK),
  rules: readonly AnomalyRule[] = RULES,
): Promise<Scanned[]> {
  const policies = services.policies.every();
  const scanned: Scanned[] = [];
  for (const rule of rules)
    scanned.push(await services.database.transaction().execute((db) => applyRule(db, rule, since, policies)));
  return scanned;
}

async function applyRule(db: Tx, rule: AnomalyRule, since: CivilDate, policies: readonly Policy[]): Promise<Scanned> {
  await sql`set local statement_timeout = '10min'`.execute(db);
  const found = await sql<{ fresh: boolean }>`
    insert into anomaly as a (rule, severity, subject_kind, subject_id, class_id, organisation_id, region, summary, evidence)
    select ${rule.id}, ${rule.severity}, f.subject_kind, f.subject_id, f.class_id, f.organisation_id, f.region, f.summary, f.evidence
    from (${rule.find(since, policies)}) f
    on conflict (rule, subject_kind, subject_id) do update set summary = excluded.summary, evidence = excluded.evidence
    where a.state = 'open'
    returning a.xmax = 0 as fresh`.execute(db);
  return { rule: rule.id, found: found.rows.length, fresh: found.rows.filter((row) => row.fresh).length };
}

/** Scans for anomalies now, in addition to the nightly scan. */
export const startScan = operation({
  method: "POST",
  path: "/api/v1/anomalies/scans",
  summary: "立即筛查疑点",
  permission: { roles: ["reviewer", "auditor"] },
  // Each rule commits by itself; within the call's transaction everything would wait for the last one.
  creates: false,
  body: z.strictObject({ since: DateShape.optional() }),
  output: z.object({
    rules: z.array(z.object({ rule: z.string(), found: z.number().int(), fresh: z.number().int() })),
  }),
  async run({ services }, { body }) {
    return { rules: await scanForAnomalies(services, body.since) };
  },
});
