import { adjudicate } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen, Id } from "../../kernel/shapes.ts";
import { advancesOf } from "../case/case-records.ts";
import { Asked, draftOf } from "./claim-draft.ts";
import { claimStates, DEAD, type ClaimState } from "../claim-states.ts";
import type { ClaimDraft } from "./create-claims.ts";
import { hasPayee } from "./submit-claim.ts";
import { findingsNamingClaims } from "../case/earlier-claims.ts";
import { casesByLaw, noLaw } from "../case/law.ts";
import { DecisionShape } from "../programme/trace.ts";

const Preview = z.strictObject({
  decision: DecisionShape,
  payeeReady: z.boolean().describe("已登记收款账户"),
  existing: z
    .strictObject({
      id: Id.nullable().describe("合作的另一方提出的为空"),
      number: z.string(),
      stateLabel: z.string(),
    })
    .nullable()
    .describe("同一个班、同一阶段已有的申请"),
  class: z
    .strictObject({
      capacity: z.number().int().describe("计划人数"),
      rosterSize: z.number().int().describe("名册人数"),
      finishers: z.number().int().describe("结业人数"),
      advancedFen: Fen.describe("已预拨"),
    })
    .nullable(),
});

/** `POST /api/v1/claim-previews`: decides a possible claim on current records, condition by condition. Stores nothing. */
export const previewClaim = operation({
  method: "POST",
  path: "/api/v1/claim-previews",
  summary: "试算一笔补贴申请",
  permission: { roles: ["learner", "enterprise", "institution"] },
  scope: "claims:read",
  creates: false,
  perMinute: 240,
  body: Asked,
  output: Preview,
  async run(context, { body }) {
    const { draft, programme } = await draftOf(context, body);
    const [found] = await casesByLaw(context, programme, [{ ...draft, id: "preview", claimId: null }]);
    if (!found) throw noLaw(context.services, programme, draft.appliedOn);
    const decision = adjudicate(found.policy, found.facts);
    const [findings = []] = await findingsNamingClaims(context.db, [
      { ...found, personId: draft.personId, claimId: null, decision },
    ]);
    return {
      decision: { ...decision, findings },
      payeeReady: await hasPayee(context, {
        payee_kind: draft.payeeKind,
        person_id: draft.personId,
        organisation_id: draft.organisationId,
      }),
      existing: draft.personId === null ? await existingOf(context, draft) : null,
      class: draft.personId === null ? await classFigures(context, draft) : null,
    };
  },
});

async function existingOf(context: Context, draft: ClaimDraft) {
  const found = await sql<{ id: string; organisation_id: string | null; number: string; state: ClaimState }>`
    select id, organisation_id, number, state from claim where class_id = ${draft.classId} and benefit = ${draft.benefit} and person_id is null
      and coalesce(stage, '') = ${draft.stage ?? ""} and state <> all(${[...DEAD]}::text[])`.execute(context.db);
  const [row] = found.rows;
  if (!row) return null;
  const own = row.organisation_id === context.actor.organisationId;
  return { id: own ? row.id : null, number: row.number, stateLabel: claimStates.states[row.state].label };
}

async function classFigures(context: Context, draft: ClaimDraft) {
  const found = await sql<{ capacity: number; roster: number; finishers: number }>`
    select c.capacity, count(e.id) filter (where e.state in ('enrolled', 'completed', 'failed'))::int as roster,
      count(e.id) filter (where e.state = 'completed')::int as finishers
    from training_class c left join enrolment e on e.class_id = c.id where c.id = ${draft.classId} group by c.id`.execute(
    context.db,
  );
  const [row] = found.rows;
  if (!row || draft.classId === null) return null;
  const advances = await advancesOf(context.db, [draft.classId]);
  return {
    capacity: row.capacity,
    rosterSize: row.roster,
    finishers: row.finishers,
    advancedFen: advances.get(`${draft.classId} ${draft.benefit}`) ?? 0,
  };
}
