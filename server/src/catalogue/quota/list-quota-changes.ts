import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { placeLabel, type QuotaRow } from "./quota-place.ts";
import type { quotaChangeStates } from "./quota-change-states.ts";

type State = keyof typeof quotaChangeStates.states;

interface Row extends Pick<QuotaRow, "scope" | "town" | "organisation_name"> {
  id: string;
  project: string;
  year: number;
  kind: "set" | "overdraw" | "transfer" | "take-back";
  places: number;
  to_scope: QuotaRow["scope"] | null;
  to_town: string | null;
  to_organisation_name: string | null;
  reason: string;
  answer: string | null;
  state: State;
  proposed_by_name: string | null;
  decided_by_name: string | null;
  proposed_at: Date;
  mine: boolean;
}

/** `GET /api/v1/plan-quota-changes`: how the places of a plan's year came about, newest first; those that wait for the second officer before all. */
export const listQuotaChanges = operation({
  method: "GET",
  path: "/api/v1/plan-quota-changes",
  summary: "专项计划名额的历次调整",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: z.object({ projectId: Id.optional(), year: z.coerce.number().int().optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        project: z.string(),
        year: z.int(),
        place: z.string(),
        to: z.string().nullable(),
        kind: z.enum(["set", "overdraw", "transfer", "take-back"]),
        places: z.int(),
        reason: z.string(),
        answer: z.string().nullable(),
        state: z.enum(["proposed", "released", "refused"]),
        proposedBy: z.string().nullable(),
        decidedBy: z.string().nullable(),
        proposedAt: Instant,
        mine: z.boolean().describe("本人提出，须由另一人下达"),
      }),
    ),
  }),
  async run(context, { query }) {
    const found = await sql<Row>`
      select c.id, p.name as project, q.year, q.scope, q.town, o.name as organisation_name, c.kind, c.places, t.scope as to_scope, t.town as to_town,
        u.name as to_organisation_name, c.reason, c.state, a.name as proposed_by_name, b.name as decided_by_name, c.proposed_at,
        (select h.reason from state_history h where h.machine = 'plan-quota-change' and h.subject_id = c.id and h.to_state = 'refused' limit 1) as answer,
        c.proposed_by is not distinct from ${context.actor.accountId} as mine
      from plan_quota_change c join plan_quota q on q.id = c.quota_id join training_project p on p.id = q.project_id
      left join organisation o on o.id = q.organisation_id left join plan_quota t on t.id = c.to_quota_id
      left join organisation u on u.id = t.organisation_id left join account a on a.id = c.proposed_by left join account b on b.id = c.decided_by
      where starts_with(p.region, ${context.actor.region.slice(0, 6)})
        and (${query.projectId ?? null}::uuid is null or q.project_id = ${query.projectId ?? null}::uuid)
        and (${query.year ?? null}::int is null or q.year = ${query.year ?? null})
      order by c.state = 'proposed' desc, c.proposed_at desc, c.id limit 300`.execute(context.db);
    return {
      rows: found.rows.map((row) => ({
        id: row.id,
        project: row.project,
        year: row.year,
        place: placeLabel(row),
        to:
          row.to_scope &&
          placeLabel({ scope: row.to_scope, town: row.to_town, organisation_name: row.to_organisation_name }),
        kind: row.kind,
        places: row.places,
        reason: row.reason,
        answer: row.answer,
        state: row.state,
        proposedBy: row.proposed_by_name,
        decidedBy: row.decided_by_name,
        proposedAt: row.proposed_at.toISOString(),
        mine: row.mine,
      })),
    };
  },
});
