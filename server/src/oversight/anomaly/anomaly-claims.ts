import { z } from "zod";
import { claimStates, type ClaimState } from "../../entitlement/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Fen, Id } from "../../kernel/shapes.ts";
import { type Found, scopeOf } from "./anomaly-scope.ts";
import { OVERSEERS } from "./anomaly-view.ts";
import { anomalyOwner } from "./decide-anomaly.ts";

const Line = z.object({
  claimId: Id,
  number: z.string(),
  name: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  fen: Fen,
  named: z.boolean().describe("证据点到了这个人"),
  excluded: z.boolean().describe("处置时剔除，不再放行"),
});

interface Row {
  claim_id: string;
  number: string;
  name: string | null;
  state: ClaimState;
  fen: number;
  named: boolean;
  excluded: boolean;
}

/** Claims that ended without money aren't affected. */
const OVER: readonly ClaimState[] = ["declined", "lapsed", "withdrawn", "refused", "cancelled"];

/** Claims that rest on the subject of an anomaly: held while it is confirmed; those that its evidence names come first. */
export const anomalyClaims = operation({
  method: "GET",
  path: "/api/v1/anomalies/:id/claims",
  summary: "疑点涉及的补贴申请",
  permission: { roles: OVERSEERS, over: anomalyOwner },
  params: ById,
  output: z.object({ rows: z.array(Line), totalFen: Fen }),
  async run({ db }, { params }) {
    const found = await sql<Found>`
      select subject_kind, subject_id, class_id, evidence from anomaly where id = ${params.id}`.execute(db);
    const [anomaly] = found.rows;
    if (!anomaly) throw notFound("疑点");
    const scope = scopeOf(anomaly);
    const text = JSON.stringify(anomaly.evidence);
    const listed = await sql<Row>`
      select c.id as claim_id, c.number, coalesce(p.name, o.name) as name, c.state, coalesce(c.paid_fen, c.approved_fen, c.asked_fen, 0) as fen,
        strpos(${text}, c.id::text) > 0 or coalesce(strpos(${text}, c.enrolment_id::text) > 0, false)
          or coalesce(strpos(${text}, c.person_id::text) > 0, false) as named,
        exists (select from claim_hold h where h.cause_id = ${params.id} and c.id = any(h.excluded)) as excluded
      from claim c left join person p on p.id = c.person_id left join organisation o on o.id = c.organisation_id
      where (c.id = any(${scope.claims}::uuid[]) or c.class_id = any(${scope.classes}::uuid[])
        or c.person_id = any(${scope.people}::uuid[]) or c.organisation_id = any(${scope.organisations}::uuid[]))
        and c.state <> all(${[...OVER]}::text[])
      order by named desc, c.number limit 2000`.execute(db);
    return {
      rows: listed.rows.map(({ claim_id, ...row }) => ({
        ...row,
        claimId: claim_id,
        stateLabel: claimStates.states[row.state].label,
      })),
      totalFen: listed.rows.reduce((sum, row) => sum + row.fen, 0),
    };
  },
});
