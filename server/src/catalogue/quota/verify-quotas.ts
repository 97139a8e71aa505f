import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";

/** Recomputes the places of every quota from its released changes, and those drawn from its classes. */
export const quotaVerifier: Verifier = {
  name: "专项计划名额",
  async run(services) {
    const found = await sql<{ id: string; wrong: boolean }>`
      select q.id, (q.places, q.overdraw, q.drawn) is distinct from (
        coalesce((select sum(case when c.quota_id = q.id then c.places else -c.places end) from plan_quota_change c
          where c.state = 'released' and c.kind <> 'overdraw' and (c.quota_id = q.id or c.to_quota_id = q.id)), 0),
        coalesce((select sum(c.places) from plan_quota_change c where c.state = 'released' and c.kind = 'overdraw' and c.quota_id = q.id), 0),
        coalesce((select sum(d.places) from plan_quota_draw d where d.quota_id = q.id), 0)) as wrong
      from plan_quota q`.execute(services.database);
    return {
      checked: found.rows.length,
      differences: found.rows
        .filter((row) => row.wrong)
        .map((row) => `plan quota ${row.id}: sums do not match its changes and draws`),
    };
  },
};
