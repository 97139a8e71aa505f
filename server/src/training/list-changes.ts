import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, decodeCursor, Id, Instant, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { classChangeStates, type ClassChangeState } from "./class-change-states.ts";
import { dueOn } from "./due.ts";
import { CLASS_READERS, visibleClasses } from "./visible.ts";

const ChangeLine = z.object({
  id: Id,
  classId: Id,
  classNumber: z.string(),
  className: z.string(),
  organisationName: z.string(),
  kind: z.enum(["timetable", "joiner"]),
  content: z.record(z.string(), z.unknown()),
  learnerName: z.string().nullable(),
  reason: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  submittedAt: Instant,
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  dueOn: CivilDate.nullable(),
  overdue: z.boolean(),
});

interface Row {
  id: string;
  class_id: string;
  number: string;
  name: string;
  organisation_name: string;
  kind: "timetable" | "joiner";
  content: Record<string, unknown>;
  learner_name: string | null;
  reason: string;
  state: ClassChangeState;
  submitted_at: Date;
  at: string;
  decided_at: Date | null;
  decision_reason: string | null;
}

/** Changes asked for: of one class, or the whole work list with those that wait first asked first. */
export const listChanges = operation({
  method: "GET",
  path: "/api/v1/class-changes",
  summary: "变更申请列表",
  permission: { roles: CLASS_READERS },
  scope: "classes:read",
  query: PageQuery.extend({
    classId: Id.optional(),
    state: z.enum(["submitted", "applied", "refused", "withdrawn"]).optional(),
  }),
  output: pageOf(ChangeLine),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      select h.id, h.class_id, c.number, c.name, o.name as organisation_name, h.kind, h.content, p.name as learner_name, h.reason,
             h.state, h.submitted_at, h.submitted_at::text as at, h.decided_at, h.decision_reason
      from class_change h join training_class c on c.id = h.class_id join organisation o on o.id = c.organisation_id
      left join person p on p.id = (h.content ->> 'personId')::uuid
      where ${visibleClasses(context.actor)}
        and (${query.classId ?? null}::uuid is null or h.class_id = ${query.classId ?? null}::uuid)
        and (${query.state ?? null}::text is null or h.state = ${query.state ?? null})
        and ${after ? sql<boolean>`(h.submitted_at, h.id) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql<boolean>`true`}
      order by h.submitted_at, h.id limit ${query.limit + 1}`.execute(context.db);
    const page = toPage(found.rows, query.limit, (row) => [row.at, row.id]);
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => {
        const due = row.state === "submitted" ? dueOn(row.submitted_at) : null;
        return {
          id: row.id,
          classId: row.class_id,
          classNumber: row.number,
          className: row.name,
          organisationName: row.organisation_name,
          kind: row.kind,
          content: row.content,
          learnerName: row.learner_name,
          reason: row.reason,
          state: row.state,
          stateLabel: classChangeStates.states[row.state].label,
          submittedAt: row.submitted_at.toISOString(),
          decidedAt: row.decided_at?.toISOString() ?? null,
          decisionReason: row.decision_reason,
          dueOn: due,
          overdue: due !== null && due < context.today,
        };
      }),
    };
  },
});
