import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { classChangeStates, type ClassChangeState } from "../class-change-states.ts";
import { dueOn } from "../class/due.ts";
import { CLASS_READERS, visibleClasses } from "../class/visible.ts";

const ChangeLine = z.object({
  id: Id,
  classId: Id,
  classNumber: z.string(),
  className: z.string(),
  organisationName: z.string(),
  kind: z.enum(["timetable", "joiner", "attendance"]),
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
  kind: "timetable" | "joiner" | "attendance";
  content: Record<string, unknown>;
  learner_name: string | null;
  reason: string;
  state: ClassChangeState;
  submitted_at: Date;
  decided_at: Date | null;
  decision_reason: string | null;
}

const ORDER = sortable({
  columns: {
    submittedAt: byTime("h.submitted_at"),
    decidedAt: byTime("h.decided_at", "last"),
    classNumber: byText("c.number"),
    organisationName: byName("o.name"),
  },
  unique: byId("h.id"),
  usual: "submittedAt",
});

/** Requested changes, of one class or as the work list, longest wait first. */
export const listChanges = operation({
  method: "GET",
  path: "/api/v1/class-changes",
  summary: "变更申请列表",
  permission: { roles: CLASS_READERS },
  scope: "classes:read",
  query: ORDER.query.extend({
    classId: Id.optional(),
    state: z.enum(["submitted", "applied", "refused", "withdrawn"]).optional(),
  }),
  output: pageOf(ChangeLine),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select h.id, h.class_id, c.number, c.name, o.name as organisation_name, h.kind, h.content, p.name as learner_name, h.reason,
             h.state, h.submitted_at, h.decided_at, h.decision_reason, ${page.place}
      from class_change h join training_class c on c.id = h.class_id join organisation o on o.id = c.organisation_id
      left join person p on p.id = (h.content ->> 'personId')::uuid
      where ${visibleClasses(context.actor)}
        and (${query.classId ?? null}::uuid is null or h.class_id = ${query.classId ?? null}::uuid)
        and (${query.state ?? null}::text is null or h.state = ${query.state ?? null})
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      nextCursor,
      rows: rows.map((row) => {
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
