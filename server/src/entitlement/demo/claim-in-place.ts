import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { addDemoSeatInPlace } from "../../training/index.ts";
import { decidePreparedAnew } from "../application/prepare-again.ts";
import { confirmDemoClaim, type DemoSeat } from "./confirm-claim.ts";

/** A claim for a training in a relative's place (十三) that waits for its first review, so that claim, review and trace pages show one. */
export async function claimInPlace(services: Services): Promise<void> {
  const found = await sql<DemoSeat>`
    select e.id, e.person_id, a.id as account_id, a.region
    from claim c join enrolment e on e.id = c.enrolment_id join account a on a.person_id = e.person_id
    where c.state = 'prepared' and c.benefit = 'unemployed-training' and c.certificate_id is not null and e.substitution_id is null
      and a.username <> ${demoAccount("learner").username}
    order by e.seat, e.id limit 1`.execute(services.database);
  const [seat] = found.rows;
  if (!seat || !(await addDemoSeatInPlace(services, seat.id))) return;
  await inTransaction(services, (context) => decidePreparedAnew(context, [seat.person_id]));
  await confirmDemoClaim(services, seat, { withCertificate: true });
}
