import type { Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { programmesOn } from "../../kernel/programmes.ts";
import { DEAD } from "../claim-states.ts";
import { preparedBy } from "../programme/claiming.ts";
import { adjudicateDrafts, insertClaims } from "./create-claims.ts";
import { lockPeople } from "./prepare-claims.ts";

/** A declined or paid claim isn't prepared again. */
const CLOSED = DEAD.filter((state) => state !== "declined");

/**
 * Prepares claims that a person's record alone justifies (四.5, award for a degree), once granted; the person only confirms. Returns
 * the number of new claims.
 */
export async function prepareOnRecord(context: Context, personId: string): Promise<number> {
  let made = 0;
  for (const policy of programmesOn(context.services.policies, context.today))
    for (const benefit of preparedBy(policy, "record"))
      made += (await prepareOne(context, policy, benefit, personId)) ? 1 : 0;
  return made;
}

async function prepareOne(context: Context, policy: Policy, benefit: string, personId: string): Promise<boolean> {
  // Two records of one person may arrive at once; one claim is enough.
  await lockPeople(context, [personId]);
  const found = await sql<{ town: string }>`
    select p.town from person p where p.id = ${personId}
      and coalesce((select w.given from consent w where w.person_id = p.id and w.purpose = 'real-name' order by w.id desc limit 1), true)
      and exists (select from person_fact f where f.person_id = p.id and f.kind = 'degree')
      and not exists (select from claim k where k.person_id = p.id and k.benefit = ${benefit} and k.state <> all(${CLOSED}::text[]))`.execute(
    context.db,
  );
  const town = found.rows[0]?.town;
  if (town === undefined) return false;
  const claims = await adjudicateDrafts(context, policy.id, [
    {
      benefit,
      appliedOn: context.today,
      stage: null,
      personId,
      organisationId: null,
      classId: null,
      enrolmentId: null,
      certificateId: null,
      payeeKind: "person",
      region: town.slice(0, 6),
      town,
      stated: {},
    },
  ]);
  const granted = claims.filter((claim) => claim.decision.outcome === "granted");
  await insertClaims(context, granted, { state: "prepared" });
  return granted.length > 0;
}
