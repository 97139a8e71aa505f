import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

const TODAY = "(now() at time zone 'Asia/Shanghai')::date";

export const nothingOverdue: Invariant = {
  sentence:
    "Nothing lies beyond its day: no claim in review, no publicity, no objection, no class, no batch at the bank.",
  each: "day",
  check: (county) =>
    breachesIn(county, {
      "a claim in review": `
        select number || ' ' || state || ' due ' || due_on as what from claim where state in ('submitted', 'first-passed') and due_on < ${TODAY}`,
      "a publicity that is over": `
        select number || ' until ' || publicised_to as what from claim where state = 'publicised' and publicised_to < ${TODAY}
          and not exists (select from objection o where o.claim_id = claim.id and o.answered_at is null)`,
      "an approved claim that is not publicised": `
        select c.number as what from claim c where c.state = 'approved' and c.updated_at < now() - interval '3 days'`,
      "an objection": `
        select c.number || ' due ' || o.due_on as what from objection o join claim c on c.id = o.claim_id
        where o.answered_at is null and o.due_on < ${TODAY}`,
      "a class that should have begun": `
        select number || ' ' || starts_on as what from training_class where state = 'approved' and starts_on < ${TODAY}`,
      "a class that should be over": `
        select number || ' ' || ends_on as what from training_class where state = 'running' and ends_on < ${TODAY} - 21`,
      "a batch at the bank": `
        select number as what from payment_batch where state = 'sent' and released_at < now() - interval '12 days'`,
      "money that waits": `
        select c.number || ' since ' || h.at::date as what from claim c
        join lateral (select max(at) as at from state_history where machine = 'claim' and subject_id = c.id and to_state = 'payable') h on true
        where c.state = 'payable' and h.at < now() - interval '21 days' and exists (select from payee_account a where a.person_id = c.person_id and a.replaced_at is null)`,
    }),
};
