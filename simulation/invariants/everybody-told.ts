import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

const TODAY = "(now() at time zone 'Asia/Shanghai')::date";
const SINCE = `(${TODAY}::timestamp at time zone 'Asia/Shanghai')`;

export const everybodyTold: Invariant = {
  sentence:
    "Whoever a change of the day concerns has a message about it: each step of a claim, each certificate, each seat on a roster.",
  each: "day",
  check: (county) =>
    breachesIn(county, {
      "a step of a claim of which its person was not told": `
        select c.number || ' ' || h.to_state as what from state_history h join claim c on c.id = h.subject_id
        where h.machine = 'claim' and h.at >= ${SINCE} and c.person_id is not null
          and not exists (select from message_outbox m where m.person_id = c.person_id and m.template = case when h.to_state = 'recovering' and c.organisation_id is null then 'clawback-demanded' else 'claim-' || h.to_state end and m.created_at >= h.at - interval '1 second')`,
      "a certificate of which its holder was not told": `
        select f.serial as what from certificate f where f.issued_on = ${TODAY}
          and not exists (select from message_outbox m where m.person_id = f.person_id and m.template = 'certificate-issued' and m.created_at >= ${SINCE})`,
      "a seat of which its learner was not told": `
        select t.number || ' ' || p.name as what from enrolment e join training_class t on t.id = e.class_id join person p on p.id = e.person_id
        where e.created_at >= ${SINCE} and e.state = 'enrolled'
          and not exists (select from message_outbox m where m.person_id = e.person_id and m.template in ('enrolled-by-institution', 'enrolment-confirmed') and m.created_at >= ${SINCE})`,
      "a text that was never sent": `
        select template as what from message_outbox where channel = 'sms' and sent_at is null and created_at < now() - interval '5 minutes'`,
    }),
};
