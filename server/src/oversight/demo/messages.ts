import { notifyDesksOnMove, type ClaimState } from "../../entitlement/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { tellDecision, tellReviewers } from "../../training/index.ts";

/** Days of the county's history that offices and organisations were told of. */
const DAYS = 12;
/** Nobody has read yet the messages of the last hours. */
const UNREAD_HOURS = 30;

interface Step {
  machine: "claim" | "training-class";
  state: string;
  reason: string | null;
  at: Date;
  ids: string[];
  town: string;
}

/**
 * Tells offices and organisations of the last days' steps of claims and classes, by the messages that the operations give, each at its
 * hour; and lets them have read all but the newest.
 */
export async function tellDesksOfHistory(services: Services): Promise<void> {
  const now = services.clock.now();
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const steps = await sql<Step>`
    select h.machine, h.to_state as state, h.reason, max(h.at) as at, array_agg(h.subject_id::text order by h.at) as ids,
      coalesce(max(c.town), '') as town
    from state_history h left join training_class c on h.machine = 'training-class' and c.id = h.subject_id
    where h.at > ${since} and h.at <= ${now} and (h.machine = 'claim' or (h.machine = 'training-class' and h.to_state in ('submitted', 'approved', 'returned')))
    group by h.machine, h.to_state, h.reason, (h.at at time zone 'Asia/Shanghai')::date, c.id
    order by max(h.at), h.machine, h.to_state, c.id`.execute(services.database);
  for (const step of steps.rows)
    await inTransaction({ ...services, clock: { now: () => step.at } }, async (context) => {
      const reason = step.reason === null ? {} : { reason: step.reason };
      if (step.machine === "claim")
        await notifyDesksOnMove.run(context, { claimIds: step.ids, state: step.state as ClaimState, ...reason });
      else if (step.state === "submitted") await tellReviewers(context, step.town, "filings-waiting");
      else
        await tellDecision(context, step.ids[0] ?? "", step.state === "approved" ? "approve" : "return", step.reason);
    });
  await sql`
    insert into message_reading (account_id, up_to, at)
    select a.id, r.up_to, ${now} from account a,
      (select max(id) as up_to from message_outbox where person_id is null and channel = 'in-app'
        and created_at < ${new Date(now.getTime() - UNREAD_HOURS * 3_600_000)}) r
    where a.role <> 'learner' and a.demo and r.up_to is not null on conflict do nothing`.execute(services.database);
}
