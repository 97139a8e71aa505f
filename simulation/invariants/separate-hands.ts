import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

export const separateHands: Invariant = {
  sentence:
    "Nobody pays what they reviewed; two officers review; who answers an objection or appeal had reviewed nothing of it; who releases didn't make the batch.",
  each: "day",
  check: (county) =>
    breachesIn(county, {
      "paid by a reviewer": `
        select c.number as what from payment p join payment_batch b on b.id = p.batch_id join claim c on c.id = p.claim_id
        join claim_review r on r.claim_id = c.id where r.officer_id in (b.made_by, b.released_by)`,
      "both reviews by one officer": `
        select c.number as what from claim_review a join claim_review b on b.claim_id = a.claim_id and b.version = a.version
        join claim c on c.id = a.claim_id where a.round = 1 and b.round = 2 and a.officer_id = b.officer_id`,
      "reviewed by who submitted it": `
        select c.number as what from claim_review r join claim c on c.id = r.claim_id where r.officer_id = c.submitted_by`,
      "an objection answered by a reviewer": `
        select c.number as what from objection o join claim c on c.id = o.claim_id
        join claim_review r on r.claim_id = c.id and r.officer_id = o.answered_by and r.at < o.answered_at`,
      "released by its maker": `select number as what from payment_batch where released_by = made_by`,
      "paid without two passes": `
        select c.number as what from claim c where c.state in ('payable', 'batched', 'paid') and c.approved_fen > 0
          and (select count(distinct r.officer_id) from claim_review r where r.claim_id = c.id and r.verdict = 'pass'
            and r.version = (select max(version) from claim_review x where x.claim_id = c.id)) < 2`,
    }),
};
