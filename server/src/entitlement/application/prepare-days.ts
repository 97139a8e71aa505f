import { groupsRead, type Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { groupsAt } from "../../people/index.ts";
import { DEAD, GRANTED } from "../claim-states.ts";
import { inPlaceOf } from "../../training/index.ts";
import { countsDays, preparedBy, servesInPlace } from "../programme/claiming.ts";
import { RETURNED_DAYS } from "../claim/returned-days.ts";
import { policyOn } from "../programme/policies.ts";
import { adjudicateDrafts, insertClaims } from "./create-claims.ts";
import { decidePreparedAnew } from "./prepare-again.ts";
import { lockPeople } from "./prepare-claims.ts";

interface Finished {
  person_id: string;
  class_id: string;
  policy_id: string;
  region: string;
  town: string;
}

/**
 * Prepares what is counted by the days of a finished training (五.2), with or without a certificate, for its person to confirm. Once
 * such a claim is granted, days that are put right later are prepared as a claim that follows it; what was granted stays as it was.
 * Idempotent. Returns the number of new claims.
 */
export async function prepareDays(context: Context, enrolmentId: string): Promise<number> {
  const found = await sql<Finished>`
    select e.person_id, e.class_id, c.policy_id, c.region, c.town
    from enrolment e join training_class c on c.id = e.class_id
    where e.id = ${enrolmentId} and e.state = 'completed'
      and coalesce((select w.given from consent w where w.person_id = e.person_id and w.purpose = 'real-name' order by w.id desc limit 1), true)`.execute(
    context.db,
  );
  const [training] = found.rows;
  if (!training) return 0;
  await lockPeople(context, [training.person_id]);
  const policy = policyOn(context.services, training.policy_id, context.today);
  const groups = (await groupsAt(context.db, [training.person_id], context.today)).get(training.person_id) ?? [];
  const isInPlace = (await inPlaceOf(context.db, [enrolmentId])).size > 0;
  let made = 0;
  for (const benefit of preparedBy(policy, "beside").filter((one) => countsDays(policy, one))) {
    const wanted = groupsRead(policy, benefit);
    if (groups.some((group) => wanted.has(group)) && (!isInPlace || servesInPlace(policy, benefit)))
      made += (await prepareOne(context, policy, { ...training, enrolmentId, benefit })) ? 1 : 0;
  }
  return made;
}

/** A declined claim isn't prepared again. */
const CLOSED = DEAD.filter((state) => state !== "declined");

async function prepareOne(
  context: Context,
  policy: Policy,
  { enrolmentId, benefit, ...training }: Finished & { enrolmentId: string; benefit: string },
): Promise<boolean> {
  const before = await sql<{ id: string; state: string; certificate_id: string | null; emptied: boolean }>`
    select c.id, c.state, c.certificate_id, c.state = 'recovered' and cardinality(${RETURNED_DAYS}) > 0 as emptied from claim c
    where c.enrolment_id = ${enrolmentId} and c.benefit = ${benefit} and c.supplements is null and c.state <> all(${CLOSED}::text[])
      and not exists (select from claim n where n.follows_id = c.id and n.state <> all(${CLOSED}::text[])) limit 1`.execute(
    context.db,
  );
  const [last] = before.rows;
  if (last?.state === "prepared") {
    await decidePreparedAnew(context, [training.person_id]);
    return false;
  }
  // Whatever is under review is decided again before it is approved.
  if (last !== undefined && !last.emptied && !GRANTED.some((state) => state === last.state)) return false;
  const claims = await adjudicateDrafts(context, policy.id, [
    {
      benefit,
      appliedOn: context.today,
      stage: null,
      personId: training.person_id,
      organisationId: null,
      classId: training.class_id,
      enrolmentId,
      certificateId: last?.certificate_id ?? null,
      payeeKind: "person",
      region: training.region,
      town: training.town,
      stated: {},
      followsId: last?.id ?? null,
    },
  ]);
  const useful = claims.filter(({ decision }) =>
    last === undefined
      ? decision.outcome !== "refused"
      : decision.outcome === "granted" && (decision.amountFen ?? 0) > 0,
  );
  await insertClaims(context, useful, { state: "prepared" });
  return useful.length > 0;
}

/** A learner completed their class. */
export const prepareOnFinish: Subscription<"learner-finished"> = {
  event: "learner-finished",
  name: "prepare-days",
  title: "按结业学员的出勤日准备补贴申请",
  async run(context, { enrolmentId }) {
    await prepareDays(context, enrolmentId);
  },
};

/** A granted allowance was cancelled, or money for days of it came back: what was attended and isn't paid is prepared anew. */
export const prepareOnDaysFree: Subscription<"allowance-days-free"> = {
  event: "allowance-days-free",
  name: "prepare-days-left",
  title: "按其余的出勤日重新准备补贴申请",
  async run(context, { enrolmentId }) {
    await prepareDays(context, enrolmentId);
  },
};

/** A mark was put right: days of a finished training may count that didn't. */
export const prepareOnCorrection: Subscription<"attendance-corrected"> = {
  event: "attendance-corrected",
  name: "prepare-corrected-days",
  title: "按更正后的出勤日重新准备补贴申请",
  async run(context, { enrolmentId }) {
    await prepareDays(context, enrolmentId);
  },
};
