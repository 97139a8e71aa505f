import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
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
  ignoredHeaders: string[];
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
  rows: z.number().int(),
  accepted: z.number().int(),
  errorCount: z.number().int(),
  warningCount: z.number().int(),
  added: z.number().int(),
  refused: z.string().nullable(),
  ignoredHeaders: z.array(z.string()),
  errors: z.array(finding()),
  warnings: z.array(finding()),
});

function finding() {
  return z.object({
    rowNumber: z.number().int(),
    column: z.string(),
    value: z.string(),
    code: z.string(),
    sentence: z.string(),
  });
}

const SHOWN = 200;

export const showTask = (task: RosterTask): z.output<typeof RosterImport> => ({
  id: task.id,
  phase: task.input.phase,
  state: task.state,
  startedAt: task.created_at.toISOString(),
  rows: task.result?.rowCount ?? 0,
  accepted: task.result?.accepted.length ?? 0,
  errorCount: task.result?.errors.length ?? 0,
  warningCount: task.result?.warnings.length ?? 0,
  added: task.input.phase === "commit" ? task.done - task.failed : 0,
  refused: task.result?.refused ?? null,
  ignoredHeaders: task.result?.ignoredHeaders ?? [],
  errors: (task.result?.errors ?? []).slice(0, SHOWN),
  warnings: (task.result?.warnings ?? []).slice(0, SHOWN),
});

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
