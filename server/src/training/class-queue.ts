import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate as DateShape, decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "./class-lines.ts";
import { dueOn } from "./due.ts";
import { ClassLine } from "./shapes.ts";
import { visibleClasses } from "./visible.ts";

const QueueLine = ClassLine.extend({ dueOn: DateShape, overdue: z.boolean() });

/** What waits for the bureau, oldest first, with the day by which an answer is owed. */
export const classQueue = operation({
  method: "GET",
  path: "/api/v1/classes/queue",
  summary: "开班审核待办",
  permission: { roles: ["reviewer", "auditor"] },
  query: PageQuery.extend({ overdue: z.enum(["true", "false"]).optional() }),
  output: pageOf(QueueLine),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<LineRow & { at: string }>`
      select ${LINE_COLUMNS}, c.submitted_at::text as at from training_class c join organisation o on o.id = c.organisation_id
      where c.state = 'submitted' and ${visibleClasses(context.actor)}
        and ${after ? sql<boolean>`(c.submitted_at, c.id) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql<boolean>`true`}
      order by c.submitted_at, c.id limit ${query.limit + 1}`.execute(context.db);
    const page = toPage(found.rows, query.limit, (row) => [row.at, row.id]);
    const rows = page.rows.map((row) => {
      const due: CivilDate = dueOn(row.submitted_at ?? context.now);
      return { ...toLine(row), dueOn: due, overdue: due < context.today };
    });
    const total = await sql<{ n: number }>`
      select count(*)::int as n from training_class c where c.state = 'submitted' and ${visibleClasses(context.actor)}`.execute(
      context.db,
    );
    return {
      rows: query.overdue === undefined ? rows : rows.filter((row) => String(row.overdue) === query.overdue),
      nextCursor: page.nextCursor,
      total: total.rows[0]?.n ?? 0,
    };
  },
});
