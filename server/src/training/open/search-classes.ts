import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { columns, OpenClass, toOpenClass, type Row } from "./open-class-view.ts";

const ORDER = sortable({
  columns: {
    startsOn: byDate("x.starts_on"),
    organisationName: byName("x.organisation_name"),
    occupationName: byName("x.occupation_name"),
    placesLeft: byNumber("greatest(0, x.places_left)"),
  },
  unique: byId("x.id"),
  usual: "startsOn",
});

/** Public search for open classes: by occupation, town, day, benefit, and free seats. */
export const searchClasses = operation({
  method: "GET",
  path: "/api/v1/open-classes",
  summary: "查找培训班",
  permission: { public: true },
  // As the page asks before anything is chosen.
  carriedBy: { "/classes": "placeLeft=true&sort=startsOn&limit=20" },
  query: ORDER.query.extend({
    occupation: z.string().max(30).optional(),
    level: z.coerce.number().int().min(0).max(5).optional(),
    town: z.string().max(9).optional(),
    benefit: z.string().max(40).optional(),
    startsFrom: CivilDate.optional(),
    startsTo: CivilDate.optional(),
    placeLeft: z.enum(["true", "false"]).optional(),
    q: SearchText(40).optional(),
  }),
  output: pageOf(OpenClass),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${page.place} from (
        select ${columns} from training_class c join organisation o on o.id = c.organisation_id
        where c.state in ('approved', 'running') and (c.state = 'running' or o.state = 'active') and c.ends_on >= ${context.today}::date
          and (${query.occupation ?? null}::text is null or c.occupation = ${query.occupation ?? null})
          and (${query.level ?? null}::int is null or c.level = ${query.level ?? null})
          and starts_with(c.town, ${query.town ?? ""})
          and (${query.benefit ?? null}::text is null or c.benefit = ${query.benefit ?? null})
          and (${query.startsFrom ?? null}::date is null or c.starts_on >= ${query.startsFrom ?? null}::date)
          and (${query.startsTo ?? null}::date is null or c.starts_on <= ${query.startsTo ?? null}::date)
          and (${query.q ?? null}::text is null or strpos(c.name || ' ' || c.occupation_name || ' ' || o.name, ${query.q ?? null}) > 0)
      ) x
      where (${query.placeLeft ?? "false"} <> 'true' or (x.state = 'approved' and x.open_enrolment and x.places_left > 0))
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map(toOpenClass), nextCursor };
  },
});
