import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { prepareDays } from "../application/prepare-days.ts";
import { confirmDemoClaim, type DemoSeat } from "./confirm-claim.ts";

/** Learners whose allowance the story shows. */
const MOST = 12;

/** Living allowances of those who finished lately, prepared from their days and partly confirmed, by the platform's own operations. */
export async function prepareAllowances(services: Services): Promise<void> {
  const found = await sql<DemoSeat>`
    select e.id, e.person_id, a.id as account_id, a.region
    from enrolment e join training_class c on c.id = e.class_id join account a on a.person_id = e.person_id
    where e.state = 'completed' and c.benefit = 'unemployed-training' and c.ends_on > (${services.clock.now()}::timestamptz)::date - 60
      and exists (select from person_group g where g.person_id = e.person_id and g.code in ('hard-to-employ', 'registered-poor'))
    order by a.password_hash is null, c.ends_on desc, e.id limit ${MOST}`.execute(services.database);
  for (const [at, row] of found.rows.entries()) {
    await inTransaction(services, (context) => prepareDays(context, row.id));
    // Every third waits for its person, the first of them for the learner whose account is shown.
    if (at % 3 !== 0) await confirmDemoClaim(services, row, { withCertificate: false });
  }
}
