import { z } from "zod";
import { claimOwner } from "../../entitlement/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { AnomalyLine, anomalyLines, OVERSEERS } from "./anomaly-view.ts";

/** Anomalies of a claim, for its reviewer: of the claim, its class, its person's account or the institution's certificates. */
export const claimAnomalies = operation({
  method: "GET",
  path: "/api/v1/claims/:id/anomalies",
  summary: "补贴申请涉及的疑点",
  permission: { roles: OVERSEERS, over: claimOwner },
  params: ById,
  output: z.object({
    rows: z.array(
      AnomalyLine.extend({
        holds: z.boolean().describe("因这条疑点不能通过、核定或拨付"),
        named: z.boolean().describe("证据点到了这笔申请的人"),
      }),
    ),
  }),
  async run({ db }, { params }) {
    const touching = sql`exists (select from claim k where k.id = ${params.id} and (
      a.class_id is not null and a.class_id = k.class_id and a.subject_kind <> 'claim'
      or a.subject_kind = 'claim' and (a.subject_id = k.id::text or a.evidence ->> 'preJob' = k.id::text)
      or a.subject_kind = 'organisation' and jsonb_exists(a.evidence -> 'classes', k.class_id::text)
      or a.subject_kind = 'account' and (jsonb_exists(a.evidence -> 'people', k.person_id::text)
        or jsonb_exists(a.evidence -> 'organisations', k.organisation_id::text))))`;
    const rows = await anomalyLines(db, touching, 200);
    const known = await sql<{ id: string; holds: boolean; named: boolean }>`
      select a.id,
        a.state = 'confirmed' or exists (select from claim_hold h where h.cause_id = a.id and k.id = any(h.excluded)) as holds,
        strpos(a.evidence::text, k.id::text) > 0 or coalesce(strpos(a.evidence::text, k.enrolment_id::text) > 0, false)
          or coalesce(strpos(a.evidence::text, k.person_id::text) > 0, false) as named
      from anomaly a, claim k where k.id = ${params.id} and a.id = any(${rows.map((row) => row.id)}::uuid[])`.execute(
      db,
    );
    const more = new Map(known.rows.map((row) => [row.id, row]));
    return {
      rows: rows.map((row) => ({
        ...row,
        holds: more.get(row.id)?.holds === true,
        named: more.get(row.id)?.named === true,
      })),
    };
  },
});
