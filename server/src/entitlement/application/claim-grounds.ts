import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { casesByLaw, noLaw } from "../case/law.ts";
import { claimStates, DEAD, type ClaimState } from "../claim-states.ts";
import { claimingOf } from "../programme/claiming.ts";
import { policyOn, programmeWith } from "../programme/policies.ts";

/** More trainings than anybody finishes with one employer; the newest count. */
const MOST = 30;

const Ground = z.strictObject({
  certificateId: Id.nullable(),
  classId: Id.nullable(),
  className: z.string().nullable(),
  occupationName: z.string(),
  level: z.number().int(),
  day: CivilDate.describe("结业或发证日期"),
  inCatalogue: z.boolean().nullable().describe("在当年补贴目录内；没有公布目录的为空"),
  claim: z
    .strictObject({ id: Id.nullable().describe("本人或其他单位的为空"), number: z.string(), stateLabel: z.string() })
    .nullable()
    .describe("已在办理的申请；本单位已备好、还没确认的不算"),
  prepared: z
    .strictObject({ id: Id, number: z.string() })
    .nullable()
    .describe("平台已为本单位备好的申请：确认它即可；申报实际费用的另行申请，它就作废"),
});

/**
 * `GET /api/v1/claim-grounds`: what an enterprise can claim a benefit for one of its employees on: classes finished and certificates
 * earned since they were hired. Nothing older, which is the employee's own matter.
 */
export const claimGrounds = operation({
  method: "GET",
  path: "/api/v1/claim-grounds",
  summary: "为职工申请补贴的依据",
  permission: { roles: ["enterprise"] },
  scope: "claims:read",
  query: z.object({
    benefit: z.string().max(40),
    policyId: z.string().max(80).optional(),
    personId: Id,
  }),
  output: z.strictObject({ grounds: z.array(Ground) }),
  async run(context, { query }) {
    const programme = query.policyId ?? programmeWith(context, query.benefit);
    const policy = policyOn(context.services, programme, context.today);
    claimingOf(policy, query.benefit);
    const since = await hiredOn(context, query.personId);
    const rows = await groundsOf(context, query, since);
    const cases = await casesByLaw(
      context,
      policy.id,
      rows.map((row) => ({
        id: "ground",
        claimId: null,
        benefit: query.benefit,
        appliedOn: context.today,
        stage: null,
        personId: query.personId,
        classId: row.classId,
        enrolmentId: row.enrolmentId,
        certificateId: row.certificateId,
        town: row.town,
        stated: {},
      })),
    );
    if (rows.length > 0 && cases.every((one) => one === null)) throw noLaw(context.services, policy.id, context.today);
    return {
      grounds: rows.map(({ enrolmentId: _enrolment, town: _town, claim, ...row }, at) => ({
        ...row,
        inCatalogue: cases[at]?.facts.training?.inCatalogue ?? null,
        ...heldBy(claim, context.actor.organisationId),
      })),
    };
  },
});

/** The claim that holds a ground already: one under way, or one that waits for this enterprise to confirm it. */
function heldBy(
  claim: Row["claim"],
  organisationId: string | null,
): Pick<z.output<typeof Ground>, "claim" | "prepared"> {
  if (claim === null) return { claim: null, prepared: null };
  const { id, number, state } = claim;
  const isOwn = claim.organisationId === organisationId;
  if (isOwn && state === "prepared") return { claim: null, prepared: { id, number } };
  return { claim: { id: isOwn ? id : null, number, stateLabel: claimStates.states[state].label }, prepared: null };
}

/** The day on which the actor's enterprise hired this person. Refuses whoever it doesn't employ. */
async function hiredOn(context: Context, personId: string): Promise<string> {
  const found = await sql<{ since: string }>`
    select coalesce(f.value ->> 'hiredOn', f.value ->> 'from') as since
    from person_fact f join organisation o on o.id = ${context.actor.organisationId} and o.uscc = f.value ->> 'employer'
    where f.person_id = ${personId} and f.kind = 'employment' and (f.value ->> 'employed')::boolean
      and coalesce(f.value ->> 'to', '9999-12-31') >= ${context.today}
      and not exists (select from person_fact later where later.replaces = f.id)
    order by 1 limit 1`.execute(context.db);
  const since = found.rows[0]?.since;
  if (since === undefined)
    throw unacceptable("not-your-employee", "就业记录中没有此人在贵单位就业。请先办理就业登记，再来申请。");
  return since;
}

interface Row {
  certificateId: string | null;
  classId: string | null;
  enrolmentId: string | null;
  className: string | null;
  occupationName: string;
  level: number;
  day: z.output<typeof CivilDate>;
  town: string;
  claim: { id: string; number: string; state: ClaimState; organisationId: string | null } | null;
}

/** A class with its certificate is one ground; so is either alone. */
async function groundsOf(
  context: Context,
  { benefit, personId }: { benefit: string; personId: string },
  since: string,
): Promise<Row[]> {
  const found = await sql<Row>`
    with ground as (
      select f.id as certificate_id, f.serial, c.id as class_id, e.id as enrolment_id, c.name, coalesce(f.occupation_name, c.occupation_name) as occupation_name,
        coalesce(f.level, c.level) as level, coalesce(f.issued_on, e.completed_on, c.ends_on) as day, c.town
      from enrolment e join training_class c on c.id = e.class_id
      left join certificate f on f.enrolment_id = e.id and not exists (select from certificate_revocation r where r.certificate_id = f.id)
      where e.person_id = ${personId} and e.state = 'completed'
        and (c.enterprise_id = ${context.actor.organisationId} or (c.benefit = ${benefit} and c.starts_on >= ${since}::date))
      union all
      select f.id, f.serial, null, null, null, f.occupation_name, f.level, f.issued_on, p.town
      from certificate f join person p on p.id = f.person_id
      where f.person_id = ${personId} and f.class_id is null and f.issued_on >= ${since}::date
        and not exists (select from certificate_revocation r where r.certificate_id = f.id))
    select g.certificate_id as "certificateId", g.class_id as "classId", g.enrolment_id as "enrolmentId", g.name as "className",
      g.occupation_name as "occupationName", g.level, g.day, g.town,
      (select json_build_object('id', k.id, 'number', k.number, 'state', k.state, 'organisationId', k.organisation_id) from claim k
       where k.benefit = ${benefit} and k.state <> all(${DEAD}::text[])
         and (k.certificate_id = g.certificate_id or k.enrolment_id = g.enrolment_id) order by k.state = 'prepared', k.number limit 1) as claim
    from ground g order by g.day desc, g.serial, g.enrolment_id limit ${MOST}`.execute(context.db);
  return found.rows;
}
