import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id } from "../../kernel/shapes.ts";
import { released } from "./draw-places.ts";
import { placeLabel, type QuotaRow } from "./quota-place.ts";

/** `GET /api/v1/plan-quotas/left`: the places that a class of the asking institution could draw, per quota that concerns it. */
export const placesLeft = operation({
  method: "GET",
  path: "/api/v1/plan-quotas/left",
  summary: "专项计划还剩的名额",
  permission: { roles: ["institution"] },
  query: z.object({ projectId: Id, year: z.coerce.number().int(), town: z.string().max(9) }),
  output: z.object({ rows: z.array(z.object({ place: z.string(), places: z.int(), left: z.int() })) }),
  async run(context, { query }) {
    const found = await sql<QuotaRow>`
      select q.id, q.scope, q.town, o.name as organisation_name, q.places, q.overdraw, q.drawn
      from plan_quota q join training_project p on p.id = q.project_id and starts_with(p.region, ${context.actor.region.slice(0, 6)}) left join organisation o on o.id = q.organisation_id
      where ${released} and q.project_id = ${query.projectId} and q.year = ${query.year}
        and (q.scope = 'plan' or q.town = ${query.town} or q.organisation_id = ${context.actor.organisationId}::uuid)
      order by q.scope desc`.execute(context.db);
    return {
      rows: found.rows.map((row) => ({
        place: placeLabel(row),
        places: row.places + row.overdraw,
        left: row.places + row.overdraw - row.drawn,
      })),
    };
  },
});
