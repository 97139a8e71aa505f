import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "./class-lines.ts";
import { ClassLine } from "./shapes.ts";
import { CLASS_READERS, visibleClasses } from "./visible.ts";
import { ClassFilter, filterClasses, hidesDrafts } from "./class-filter.ts";

const ORDER = sortable({
  columns: {
    startsOn: byDate("c.starts_on"),
    endsOn: byDate("c.ends_on"),
    number: byText("c.number"),
    name: byName("c.name"),
    organisationName: byName("o.name"),
    occupationName: byName("c.occupation_name"),
    capacity: byNumber("c.capacity"),
  },
  unique: byId("c.id"),
  usual: "-startsOn",
});

/** Classes this account covers. */
export const listClasses = operation({
  method: "GET",
  path: "/api/v1/classes",
  summary: "培训班列表",
  permission: { roles: CLASS_READERS },
  scope: "classes:read",
  query: ORDER.query.extend(ClassFilter.shape),
  output: pageOf(ClassLine),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<LineRow>>`
      select ${LINE_COLUMNS}, ${page.place} from training_class c join organisation o on o.id = c.organisation_id
      where ${visibleClasses(context.actor)} and ${filterClasses(query)}
        and ${hidesDrafts(context.actor.role)} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map(toLine), nextCursor };
  },
});
