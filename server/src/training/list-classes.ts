import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "./class-lines.ts";
import { ClassLine } from "./shapes.ts";
import { CLASS_READERS, visibleClasses } from "./visible.ts";
import { ClassFilter, filterClasses, hidesDrafts } from "./class-filter.ts";

const SORTS = {
  newest: { column: sql`c.starts_on`, direction: "desc", value: (row: LineRow): string => row.starts_on },
  oldest: { column: sql`c.starts_on`, direction: "asc", value: (row: LineRow): string => row.starts_on },
  number: { column: sql`c.number`, direction: "asc", value: (row: LineRow): string => row.number },
} as const;

/** Classes this account covers, page by page. */
export const listClasses = operation({
  method: "GET",
  path: "/api/v1/classes",
  summary: "培训班列表",
  permission: { roles: CLASS_READERS },
  scope: "classes:read",
  query: PageQuery.extend(ClassFilter.shape).extend({ sort: z.enum(["newest", "oldest", "number"]).default("newest") }),
  output: pageOf(ClassLine),
  async run(context, { query }) {
    const { column, direction, value } = SORTS[query.sort];
    const after = decodeCursor(query.cursor, 2);
    const beyond = direction === "asc" ? sql`>` : sql`<`;
    const order = direction === "asc" ? sql`asc` : sql`desc`;
    const found = await sql<LineRow>`
      select ${LINE_COLUMNS} from training_class c join organisation o on o.id = c.organisation_id
      where ${visibleClasses(context.actor)} and ${filterClasses(query)}
        and ${hidesDrafts(context.actor.role)}
        and ${after ? sql<boolean>`(${column}::text, c.id::text) ${beyond} (${String(after[0])}, ${String(after[1])})` : sql<boolean>`true`}
      order by ${column}::text ${order}, c.id::text ${order} limit ${query.limit + 1}`.execute(context.db);
    const page = toPage(found.rows, query.limit, (row) => [value(row), row.id]);
    return { rows: page.rows.map(toLine), nextCursor: page.nextCursor };
  },
});
