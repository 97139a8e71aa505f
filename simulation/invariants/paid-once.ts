import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

export const paidOnce: Invariant = {
  sentence: "Nobody is paid twice for the same, nor more than was approved.",
  each: "day",
  check: (county) =>
    breachesIn(county, {
      "two live payments of a claim": `
        select c.number as what from payment p join claim c on c.id = p.claim_id
        where p.state in ('batched', 'sent', 'paid') group by c.number having count(*) > 1`,
      "paid for one certificate and benefit twice": `
        select min(c.number) || ' ' || max(c.number) as what from payment p join claim c on c.id = p.claim_id
        where p.state = 'paid' and c.certificate_id is not null and c.state = 'paid' group by c.certificate_id, c.benefit having count(*) > 1`,
      "not the amount approved": `
        select c.number as what from payment p join claim c on c.id = p.claim_id
        where p.state = 'paid' and p.amount_fen > c.approved_fen`,
    }),
};
