import { nearTowns } from "@jinengtong/county";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { Meets, meetsOf, OpenClass, searchColumns, toOpenClasses, type Row } from "./open-class-view.ts";
import { meantBy } from "./words-of-trades.ts";

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

/** Kinds of classes that somebody can attend who is free then. */
const FREE_WHEN: Record<Meets, readonly Meets[]> = {
  day: ["day"],
  evening: ["evening"],
  weekend: ["weekend"],
  "off-work": ["evening", "weekend", "off-work"],
};

/** Public search for open classes: by people's words, occupation, town and its neighbours, time of day, day, benefit, and free seats. */
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
    organisation: Id.optional(),
    town: z.string().max(9).optional(),
    near: z.enum(["true", "false"]).optional().describe("连邻近的镇一起找"),
    benefit: z.string().max(40).optional(),
    startsFrom: CivilDate.optional(),
    startsTo: CivilDate.optional(),
    meets: Meets.optional().describe("白天、晚上、周末，或晚上和周末都行"),
    placeLeft: z.enum(["true", "false"]).optional(),
    q: SearchText(40).optional(),
  }),
  output: pageOf(OpenClass),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const near = query.town === undefined || query.near !== "true" ? [] : nearTowns(query.town);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${meetsOf(sql`x.id`)} as meets from (
      select x.*, ${page.place} from (
        select ${searchColumns} from training_class c join organisation o on o.id = c.organisation_id
        where c.state in ('approved', 'running') and (c.state = 'running' or o.state = 'active') and c.ends_on >= ${context.today}::date
          and (${query.occupation ?? null}::text is null or c.occupation = ${query.occupation ?? null})
          and (${query.level ?? null}::int is null or c.level = ${query.level ?? null})
          and (${query.organisation ?? null}::uuid is null or c.organisation_id = ${query.organisation ?? null}::uuid)
          and (starts_with(c.town, ${query.town ?? ""}) or c.town = any(${near}::text[]))
          and (${query.benefit ?? null}::text is null or c.benefit = ${query.benefit ?? null})
          and (${query.startsFrom ?? null}::date is null or c.starts_on >= ${query.startsFrom ?? null}::date)
          and (${query.startsTo ?? null}::date is null or c.starts_on <= ${query.startsTo ?? null}::date)
          and ${query.meets === undefined ? sql`true` : sql`${meetsOf(sql`c.id`)} = any(${[...FREE_WHEN[query.meets]]}::text[])`}
          and ${meantBy(query.q, "c.name || ' ' || c.occupation_name || ' ' || o.name", "c.occupation")}
      ) x
      where (${query.placeLeft ?? "false"} <> 'true' or (x.state = 'approved' and x.open_enrolment and x.places_left > 0))
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}
      ) x order by ${page.order}`,
    );
    return { rows: await toOpenClasses(context.db, rows), nextCursor };
  },
});
