import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { sheetReport } from "../../kernel/sheet-report.ts";
import type { RowFinding } from "./roster-sheet.ts";

/** Input and status of a roster import. Stored in `long_task`, so that it survives the process. */
export interface RosterTask {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  input: { fileId: string; classNumber: string | null; phase: "preview" | "commit" };
  total: number;
  done: number;
  failed: number;
  result: RosterResult | null;
  organisation_id: string;
  started_by: string;
  created_at: Date;
}

export interface RosterResult {
  rowCount: number;
  /** Numbers of the rows that can be enrolled. */
  accepted: number[];
  errors: RowFinding[];
  warnings: RowFinding[];
  /** Rows of learners who were on the roster already. Absent from imports of older releases, as are notes. */
  known?: number[];
  ignoredHeaders: string[];
  notes?: string[];
  /** Why the whole file was refused. */
  refused: string | null;
}

/** Reads one import, locked while it is worked on. */
export async function rosterTask(context: Context, id: string, lock = false): Promise<RosterTask> {
  const found = await sql<RosterTask>`
    select id, state, input, total, done, failed, result, organisation_id, started_by, created_at
    from long_task where id = ${id} and kind = 'roster-import' ${lock ? sql`for update` : sql``}`.execute(context.db);
  const task = found.rows[0];
  if (!task) throw notFound("这次导入");
  return task;
}

/** Stores the import's status. */
export async function saveTask(
  context: Context,
  id: string,
  change: {
    state?: RosterTask["state"];
    phase?: "commit";
    total?: number;
    done?: number;
    failed?: number;
    result?: RosterResult;
  },
): Promise<void> {
  const { result, phase, ...rest } = change;
  await context.db
    .updateTable("long_task")
    .set({
      ...rest,
      ...(result === undefined ? {} : { result: json(result) }),
      ...(phase === undefined ? {} : { input: sql<string>`input || jsonb_build_object('phase', ${phase}::text)` }),
      ...(change.state === "done" || change.state === "failed" ? { finished_at: context.now } : {}),
    })
    .where("id", "=", id)
    .execute();
}

/** Status of an import: progress and first findings. */
export const RosterImport = z.object({
  id: Id,
  phase: z.enum(["preview", "commit"]),
  state: z.enum(["waiting", "running", "done", "failed"]),
  startedAt: Instant,
  ...sheetReport,
  accepted: z.number().int(),
  known: z.number().int().describe("已在花名册上的人"),
  errorCount: z.number().int(),
  warningCount: z.number().int(),
  added: z.number().int(),
  refused: z.string().nullable(),
});

/** Findings sent with the status; all of them are in the marked sheet. */
const SHOWN = 2_000;

export function showTask(task: RosterTask): z.output<typeof RosterImport> {
  const result = task.result;
  const errors = result?.errors ?? [];
  const warnings = result?.warnings ?? [];
  return {
    id: task.id,
    phase: task.input.phase,
    state: task.state,
    startedAt: task.created_at.toISOString(),
    rows: result?.rowCount ?? 0,
    accepted: result?.accepted.length ?? 0,
    known: result?.known?.length ?? 0,
    errorRows: new Set(errors.map((error) => error.rowNumber)).size,
    errorCount: errors.length,
    warningCount: warnings.length,
    added: task.input.phase === "commit" ? task.done - task.failed : 0,
    refused: result?.refused ?? null,
    unreadColumns: result?.ignoredHeaders ?? [],
    notes: result?.notes ?? [],
    errors: errors.slice(0, SHOWN),
    warnings: warnings.slice(0, SHOWN),
  };
}

/** Owner of an import: the institution that sent it. */
export async function rosterTaskOwner(context: Context, { params }: { params: { id: string } }) {
  const row = await context.db
    .selectFrom("long_task")
    .select("organisation_id")
    .where("id", "=", params.id)
    .where("kind", "=", "roster-import")
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id } : null;
}
