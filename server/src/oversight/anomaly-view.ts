import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import { type Database, sql } from "../kernel/database.ts";
import { Id, Instant } from "../kernel/shapes.ts";
import { ruleOf } from "./rules/index.ts";

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

/** Anomalies chosen by a condition on `a`, gravest and newest first. */
export async function anomalyLines(db: Database, where: ReturnType<typeof sql>, limit: number): Promise<Line[]> {
  const found = await sql<Row>`
    select a.id, a.rule, a.severity, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.class_id as "classId",
      c.name as "className", a.organisation_id as "organisationId", o.name as organisation, a.summary, a.evidence, a.found_at as "foundAt",
      a.state, d.name as "decidedBy", a.decided_at as "decidedAt", a.decision_reason as "decisionReason",
      r.name as "resolvedBy", a.resolved_at as "resolvedAt", a.resolution_reason as "resolutionReason"
    from anomaly a left join training_class c on c.id = a.class_id left join organisation o on o.id = a.organisation_id
    left join account d on d.id = a.decided_by left join account r on r.id = a.resolved_by
    where ${where} order by a.severity desc, date_trunc('milliseconds', a.found_at) desc, a.id limit ${limit}`.execute(
    db,
  );
  return found.rows.map((row) => {
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
