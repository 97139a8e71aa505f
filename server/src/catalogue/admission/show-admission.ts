import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { paperLabel } from "../../organisations/index.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import {
  ADMISSION_COLUMNS,
  ADMISSION_READERS,
  AdmissionLine,
  toAdmissionLine,
  type AdmissionRow,
} from "./admission-view.ts";
import { admissionOwner } from "./owners.ts";
import { EVENT_LABELS } from "./sanctions.ts";

const AdmissionPage = AdmissionLine.extend({
  statement: z.string(),
  evidence: z.array(
    z.object({
      id: Id,
      name: z.string(),
      bytes: z.number().int(),
      mediaType: z.string(),
      kind: z.string().describe("材料种类"),
      kindLabel: z.string(),
      addedAt: Instant,
    }),
  ),
  decisionReason: z.string().nullable(),
  history: z.array(
    z.object({
      to: z.string(),
      label: z.string(),
      at: Instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  events: z.array(z.object({ kind: z.string(), label: z.string(), onDate: CivilDate, reason: z.string() })),
});

/** One admission with its papers, history and events. */
export const showAdmission = operation({
  method: "GET",
  path: "/api/v1/admissions/:id",
  summary: "查看准入申请",
  permission: { roles: ADMISSION_READERS, over: admissionOwner },
  params: ById,
  output: AdmissionPage,
  async run(context, { params }) {
    const found = await sql<
      AdmissionRow & { statement: string; evidence_file_ids: string[]; decision_reason: string | null }
    >`
      select ${ADMISSION_COLUMNS}, a.statement, a.evidence_file_ids, a.decision_reason
      from admission a join organisation o on o.id = a.organisation_id where a.id = ${params.id}`.execute(context.db);
    const row = found.rows[0];
    if (!row) throw notFound("准入申请");
    const evidence = await context.db
      .selectFrom("stored_file")
      .select(["id", "name", "bytes", "media_type", "purpose", "created_at"])
      .where("id", "=", sql<string>`any(${row.evidence_file_ids}::uuid[])`)
      .orderBy("created_at")
      .execute();
    const history = await context.db
      .selectFrom("state_history as h")
      .leftJoin("account as p", "p.id", "h.account_id")
      .select(["h.to_state", "h.at", "h.reason", "p.name"])
      .where("h.subject_id", "=", params.id)
      .orderBy("h.id")
      .execute();
    const events = await context.db
      .selectFrom("admission_event")
      .select(["kind", "on_date", "reason"])
      .where("admission_id", "=", params.id)
      .orderBy("id")
      .execute();
    return {
      ...toAdmissionLine(row, context.today),
      statement: row.statement,
      evidence: evidence.map(({ media_type, purpose, created_at, ...file }) => ({
        ...file,
        mediaType: media_type,
        kind: purpose,
        kindLabel: paperLabel(purpose),
        addedAt: created_at.toISOString(),
      })),
      decisionReason: row.decision_reason,
      history: history.map((step) => ({
        to: step.to_state,
        label: admissionStates.states[step.to_state as AdmissionState].label,
        at: step.at.toISOString(),
        by: step.name,
        reason: step.reason,
      })),
      events: events.map((event) => ({
        kind: event.kind,
        label: EVENT_LABELS[event.kind],
        onDate: event.on_date,
        reason: event.reason,
      })),
    };
  },
});
