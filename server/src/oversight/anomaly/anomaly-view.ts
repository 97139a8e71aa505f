import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { ruleOf } from "../rules/anomaly-rules.ts";

export const STATES = {
  open: "待说明",
  explained: "已说明",
  confirmed: "已确认，待处置",
  dismissed: "已撤销认定",
  settled: "已处置",
} as const;
const State = z.enum(["open", "explained", "confirmed", "dismissed", "settled"]);

export const AnomalyLine = z.object({
  id: Id,
  rule: z.string(),
  title: z.string(),
  clause: z.string(),
  explanation: z.string(),
  severity: z.number().int(),
  subjectKind: z.string(),
  subjectId: z.string(),
  classId: Id.nullable(),
  className: z.string().nullable(),
  organisationId: Id.nullable(),
  organisation: z.string().nullable(),
  summary: z.string(),
  evidence: z.unknown(),
  foundAt: Instant,
  state: State,
  stateLabel: z.string(),
  decidedBy: z.string().nullable(),
  decidedById: Id.nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  resolvedAt: Instant.nullable(),
  resolutionReason: z.string().nullable(),
});
export type Line = z.output<typeof AnomalyLine>;
type Row = Omit<Line, "title" | "clause" | "explanation" | "stateLabel" | "foundAt" | "decidedAt" | "resolvedAt"> & {
  foundAt: Date;
  decidedAt: Date | null;
  resolvedAt: Date | null;
};

export const ANOMALY_ORDER = sortable({
  columns: {
    severity: [byNumber("a.severity"), byTime("a.found_at")],
    foundAt: byTime("a.found_at"),
    className: byName("c.name", "first"),
    organisation: byName("o.name", "first"),
  },
  unique: byId("a.id"),
  usual: "-severity",
});

/** The first anomalies that match a condition on `a`, most severe and newest first. */
export const anomalyLines = async (db: Database, where: ReturnType<typeof sql>, limit: number): Promise<Line[]> =>
  (await anomalyPage(db, where, { sort: ANOMALY_ORDER.usual, limit })).rows;

/** A page of anomalies in the requested order. */
export async function anomalyPage(
  db: Database,
  where: ReturnType<typeof sql>,
  request: Parameters<typeof ANOMALY_ORDER.page>[0],
): Promise<{ rows: Line[]; nextCursor: string | null }> {
  const page = ANOMALY_ORDER.page(request);
  const cut = await page.read(
    db,
    sql<Placed<Row>>`
    select a.id, a.rule, a.severity, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.class_id as "classId",
      c.name as "className", a.organisation_id as "organisationId", o.name as organisation, a.summary, a.evidence, a.found_at as "foundAt",
      a.state, d.name as "decidedBy", a.decided_by as "decidedById", a.decided_at as "decidedAt", a.decision_reason as "decisionReason",
      r.name as "resolvedBy", a.resolved_at as "resolvedAt", a.resolution_reason as "resolutionReason",
      ${page.place}
    from anomaly a left join training_class c on c.id = a.class_id left join organisation o on o.id = a.organisation_id
    left join account d on d.id = a.decided_by left join account r on r.id = a.resolved_by
    where ${where} and ${page.beyond} order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map((row) => {
    const rule = ruleOf(row.rule);
    return {
      ...row,
      title: rule?.title ?? row.rule,
      clause: rule?.clause ?? "",
      explanation: rule?.explanation ?? "",
      stateLabel: STATES[row.state],
      foundAt: row.foundAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
    };
  });
  return { rows, nextCursor: cut.nextCursor };
}

export const OVERSEERS = ["reviewer", "auditor", "department", "finance"] as const;

export const Filter = z.object({
  state: State.optional(),
  rule: z.string().max(60).optional(),
  severity: z.coerce.number().int().min(1).max(3).optional(),
  organisationId: Id.optional(),
});

export const chosen = (actor: Actor, filter: z.output<typeof Filter>) => sql`starts_with(a.region, ${actor.region})
  and (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
  and (${filter.rule ?? null}::text is null or a.rule = ${filter.rule ?? null})
  and (${filter.severity ?? null}::int is null or a.severity = ${filter.severity ?? null})
  and (${filter.organisationId ?? null}::uuid is null or a.organisation_id = ${filter.organisationId ?? null}::uuid)`;
