import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { countWithFirstPage } from "../../kernel/list-count.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate as DateShape, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "../class/class-lines.ts";
import { dueOn, lastOverdueDay } from "../class/due.ts";
import { ClassLine } from "../class/shapes.ts";
import { visibleClasses } from "../class/visible.ts";

const QueueLine = ClassLine.extend({ dueOn: DateShape, overdue: z.boolean() });

const ORDER = sortable({
  columns: {
    submittedAt: byTime("c.submitted_at", "first"),
    number: byText("c.number"),
    organisationName: byName("o.name"),
    startsOn: byDate("c.starts_on"),
    capacity: byNumber("c.capacity"),
  },
  unique: byId("c.id"),
  usual: "submittedAt",
});

/** Filings that wait for the bureau, oldest first, with the day on which an answer is due. */
export const classQueue = operation({
  method: "GET",
  path: "/api/v1/classes/queue",
  summary: "开班审核待办",
  permission: { roles: ["reviewer", "auditor"] },
  query: ORDER.query.extend({ overdue: z.enum(["true", "false"]).optional() }),
  output: pageOf(QueueLine),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const late = sql<boolean>`c.submitted_at < (${lastOverdueDay(context.today)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    const where = sql`c.state = 'submitted' and ${visibleClasses(context.actor)}
      and (${query.overdue ?? null}::text is null or (${late})::text = ${query.overdue ?? null})`;
    const cut = await page.read(
      context.db,
      sql<Placed<LineRow>>`
      select ${LINE_COLUMNS}, ${page.place} from training_class c join organisation o on o.id = c.organisation_id
      where ${where} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    const rows = cut.rows.map((row) => {
      const due: CivilDate = dueOn(row.submitted_at ?? context.now);
      return { ...toLine(row), dueOn: due, overdue: due < context.today };
    });
    return {
      rows,
      nextCursor: cut.nextCursor,
      ...(await countWithFirstPage(context.db, query, sql`training_class c where ${where}`)),
    };
  },
});
