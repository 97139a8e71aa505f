import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

const GRANTED = "('approved', 'publicised', 'objected', 'payable', 'batched', 'paid')";

export const caps: Invariant = {
  sentence: "No person is granted more trainings a year than the policy allows, nor one occupation and level twice.",
  each: "day",
  check: (county) =>
    breachesIn(county, {
      "more than three in a year": `
        select p.name || ' ' || extract(year from c.applied_on) || ': ' || count(*) as what
        from claim c join person p on p.id = c.person_id
        where c.benefit = 'unemployed-training' and c.state in ${GRANTED}
        group by p.id, p.name, extract(year from c.applied_on) having count(*) > 3`,
      "one occupation and level twice": `
        select p.name || ' ' || f.occupation || ' ' || f.level as what
        from claim c join person p on p.id = c.person_id join certificate f on f.id = c.certificate_id
        where c.benefit = 'unemployed-training' and c.state in ${GRANTED}
        group by p.id, p.name, f.occupation, f.level having count(*) > 1`,
    }),
};
