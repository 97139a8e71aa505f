import { digestOf, type LocalValues, type PackageFiles } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { filesOfDraft, lockOpenDraft, rulesDigest } from "./draft-record.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { readable } from "./draft-differences.ts";

/** Work on a draft in the background: its proof, and its impact on stored claims. */
export type DraftWork = "policy-proof" | "policy-impact";

/** Work on the draft as it was at one revision. Kept in `long_task`, so that it goes on after the process is gone. */
export interface DraftTask<Result> {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  input: {
    draftId: string;
    revision: number;
    digest: string;
    content: string;
    /** The county's values with which the draft is proved. */
    local?: LocalValues;
  };
  total: number;
  done: number;
  result: Result | null;
  started_by: string;
  created_at: Date;
  finished_at: Date | null;
}

export const TaskShape = z.strictObject({
  id: Id,
  state: z.enum(["waiting", "running", "done", "failed"]),
  total: z.number().int(),
  done: z.number().int(),
  startedBy: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  revision: z.number().int().describe("针对草案的哪一次改动"),
  digest: z.string(),
  current: z.boolean().describe("草案此后没有再改，结果仍然有效"),
});

const columns = sql`t.id, t.state, t.input, t.total, t.done, t.result, a.name as started_by, t.created_at, t.finished_at`;

/** Newest work of a kind on a draft; null where there was none. */
export async function newestTask<Result>(
  context: Pick<Context, "db">,
  kind: DraftWork,
  draftId: string,
): Promise<DraftTask<Result> | null> {
  const found = await sql<DraftTask<Result>>`
    select ${columns} from long_task t join account a on a.id = t.started_by
    where t.kind = ${kind} and t.input->>'draftId' = ${draftId} order by (t.input->>'revision')::int desc, t.created_at desc limit 1`.execute(
    context.db,
  );
  return found.rows[0] ?? null;
}

/** Locks a task that is still to be worked on; null where it is done. Another job of the same task waits. */
export async function lockTask<Result>(
  context: Pick<Context, "db">,
  kind: DraftWork,
  id: string,
): Promise<DraftTask<Result> | null> {
  const found = await sql<DraftTask<Result>>`
    select ${columns} from long_task t join account a on a.id = t.started_by
    where t.id = ${id} and t.kind = ${kind} and t.state in ('waiting', 'running') for update of t`.execute(context.db);
  return found.rows[0] ?? null;
}

/**
 * Begins work on a draft as it is now, or finds the work that was begun or done on the same content. Refuses a draft that can't be read.
 */
export async function beginTask(
  context: Context,
  kind: DraftWork,
  draftId: string,
  total: (files: Awaited<ReturnType<typeof filesOfDraft>>) => Promise<number>,
): Promise<{ id: string; begun: boolean }> {
  const { revision } = await lockOpenDraft(context, draftId);
  const files = await filesOfDraft(context.db, draftId);
  const digest = rulesDigest(files);
  if (digest === null || readable(files) === null)
    throw unacceptable("draft-unreadable", "草案还读不通，先按“检查”列出的第一个错误改好，再来办理。");
  const local = kind === "policy-proof" ? await localValues(context, files) : {};
  const content = digestOfWork(files, local);
  const before = await newestTask(context, kind, draftId);
  if (before && before.input.content === content && before.state !== "failed") return { id: before.id, begun: false };
  const task = await context.db
    .insertInto("long_task")
    .values({
      kind,
      input: json({ draftId, revision, digest, content, local }),
      total: await total(files),
      region: context.actor.region,
      started_by: context.actor.accountId,
      created_at: context.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: task.id, begun: true };
}

/** Keeps how far the work has come. */
export async function saveProgress(
  context: Pick<Context, "db" | "now">,
  id: string,
  { state, done, result }: { state: "running" | "done" | "failed"; done: number; result: unknown },
): Promise<void> {
  await context.db
    .updateTable("long_task")
    .set({ state, done, result: json(result), ...(state === "running" ? {} : { finished_at: context.now }) })
    .where("id", "=", id)
    .execute();
}

/** The task for a page; `content`: of the draft as it is now. */
export const showTask = (task: DraftTask<unknown>, content: string): z.output<typeof TaskShape> => ({
  id: task.id,
  state: task.state,
  total: task.total,
  done: task.done,
  startedBy: task.started_by,
  startedAt: task.created_at.toISOString(),
  finishedAt: task.finished_at?.toISOString() ?? null,
  revision: task.input.revision,
  digest: task.input.digest,
  current: task.input.content === content,
});

/** Digest of everything in a draft, worked cases and ceilings included: what its impact belongs to, and what is signed. */
export const contentOf = async (context: Pick<Context, "db">, draftId: string): Promise<string> =>
  digestOf(await filesOfDraft(context.db, draftId));

/** Digest of what a proof belongs to: the content, and the county's values with which it was proved. */
export async function provedContentOf(context: Pick<Context, "db" | "today">, files: PackageFiles): Promise<string> {
  return digestOfWork(files, await localValues(context, files));
}

const digestOfWork = (files: PackageFiles, local: LocalValues): string =>
  Object.keys(local).length === 0 ? digestOf(files) : digestOf({ files, local });

/** The county's values in force on the draft's first day, or today if that is over. */
async function localValues({ db, today }: Pick<Context, "db" | "today">, files: PackageFiles): Promise<LocalValues> {
  const policy = readable(files);
  if (policy === null) return {};
  const { from } = policy.rules.manifest.effective;
  return parametersFor(db, policy, from > today ? from : today);
}
