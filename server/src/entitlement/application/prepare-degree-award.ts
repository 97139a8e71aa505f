import type { BenefitId } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { DEAD } from "../claim-states.ts";
import { adjudicateDrafts, insertClaims } from "./create-claims.ts";
import { lockPeople } from "./prepare-claims.ts";
import { DEFAULT_POLICY, policyOf } from "../programme/policies.ts";

const BENEFIT: BenefitId = "degree-award";
/** Who declined or had it paid is not asked again. */
const CLOSED = DEAD.filter((state) => state !== "declined");

/** 免申即享 of 四.5: once the records grant a degree's award, its person finds the claim made and only confirms it. Returns whether one was made. */
export async function prepareDegreeAward(context: Context, personId: string): Promise<boolean> {
  const policy = policyOf(context.services, DEFAULT_POLICY);
  if (!policy.benefits.has(BENEFIT)) return false;
  // Two records of one person may come at the same moment; one claim is enough.
  await lockPeople(context, [personId]);
  const found = await sql<{ town: string }>`
    select p.town from person p where p.id = ${personId}
      and exists (select from person_fact f where f.person_id = p.id and f.kind = 'degree')
      and not exists (select from claim k where k.person_id = p.id and k.benefit = ${BENEFIT} and k.state <> all(${CLOSED}::text[]))`.execute(
    context.db,
  );
  const town = found.rows[0]?.town;
  if (town === undefined) return false;
  const claims = await adjudicateDrafts(context, policy, [
    {
      benefit: BENEFIT,
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
  await insertClaims(context, policy, granted, { state: "prepared" });
  return granted.length > 0;
}
