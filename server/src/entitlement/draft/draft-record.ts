import { digestOf, PackageError, type PackageFiles, rulesOfFiles } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { type DraftState, draftStates } from "./draft-states.ts";

/** A draft without its files. */
export const DraftShape = z.strictObject({
  id: Id,
  programme: z.string().describe("政策编号"),
  title: z.string(),
  version: z.string().nullable().describe("草案 manifest 中写的版本号；空：还没有写"),
  base: z
    .strictObject({ programme: z.string(), version: z.string(), digest: z.string() })
    .nullable()
    .describe("复制自哪个已发布的版本；空：从头起草"),
  revision: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  createdBy: z.string(),
  createdAt: Instant,
  changedBy: z.string(),
  changedAt: Instant,
  submission: z
    .strictObject({
      by: z.string(),
      at: Instant,
      mine: z.boolean().describe("由您提交，须由别人签发"),
      statement: z.string().nullable(),
    })
    .nullable()
    .describe("提交签发：由谁、何时"),
  returned: z
    .strictObject({ by: z.string(), at: Instant, reason: z.string() })
    .nullable()
    .describe("编辑中的草案最近一次退回"),
});

export interface DraftRow {
  id: string;
  policy_id: string;
  title: string;
  base_policy_id: string | null;
  base_version: string | null;
  base_digest: string | null;
  revision: number;
  state: DraftState;
  created_by: string;
  created_at: Date;
  creator: string;
  changer: string | null;
  changed_at: Date | null;
  manifest: string | null;
  submitted_by: string | null;
  submitted_at: Date | null;
  submitted_content: string | null;
  submitter: string | null;
  statement: string | null;
  returner: string | null;
  returned_at: Date | null;
  reason: string | null;
}

/** Drafts with who changed them last, the newest change first. */
export async function readDrafts(db: Database, only?: string): Promise<DraftRow[]> {
  const found = await sql<DraftRow>`
    select d.*, a.name as creator, last.name as changer, last.changed_at, s.name as submitter,
      back.name as returner, back.at as returned_at, back.reason,
      (select content from policy_draft_change c where c.draft_id = d.id and c.path = 'manifest.json'
        order by revision desc limit 1) as manifest
    from policy_draft d join account a on a.id = d.created_by left join account s on s.id = d.submitted_by
    left join lateral (
      select b.name, h.at, h.reason from state_history h left join account b on b.id = h.account_id
      where h.machine = 'policy-draft' and h.subject_id = d.id and h.from_state = 'submitted' and h.to_state = 'open'
        and d.state = 'open'
      order by h.id desc limit 1) back on true
    left join lateral (
      select b.name, c.changed_at from policy_draft_change c join account b on b.id = c.changed_by
      where c.draft_id = d.id order by c.revision desc limit 1) last on true
    ${only === undefined ? sql`` : sql`where d.id = ${only}`}
    order by coalesce(last.changed_at, d.created_at) desc, d.id`.execute(db);
  return found.rows;
}

export async function readDraft(db: Database, id: string): Promise<DraftRow> {
  const [draft] = await readDrafts(db, id);
  if (!draft) throw notFound(draftStates.noun);
  return draft;
}

export function showDraft(row: DraftRow, accountId: string): z.output<typeof DraftShape> {
  const { base_policy_id: programme, base_version: version, base_digest: digest } = row;
  return {
    id: row.id,
    programme: row.policy_id,
    title: row.title,
    version: versionIn(row.manifest),
    base: programme === null || version === null || digest === null ? null : { programme, version, digest },
    revision: row.revision,
    state: row.state,
    stateLabel: draftStates.states[row.state].label,
    createdBy: row.creator,
    createdAt: row.created_at.toISOString(),
    changedBy: row.changer ?? row.creator,
    changedAt: (row.changed_at ?? row.created_at).toISOString(),
    submission:
      row.submitted_at === null
        ? null
        : {
            by: row.submitter ?? "",
            at: row.submitted_at.toISOString(),
            mine: row.submitted_by === accountId,
            statement: row.statement,
          },
    returned:
      row.returned_at === null
        ? null
        : { by: row.returner ?? "", at: row.returned_at.toISOString(), reason: row.reason ?? "" },
  };
}

/** The version that a manifest under edit names. */
function versionIn(manifest: string | null): string | null {
  const value: unknown = JSON.parse(manifest ?? "null");
  return typeof value === "object" && value !== null && "version" in value && typeof value.version === "string"
    ? value.version
    : null;
}

/** The draft's files in their newest content, parsed; with `revision` as they were then. */
export async function filesOfDraft(db: Database, id: string, revision?: number): Promise<PackageFiles> {
  const rows = await newestFiles(db, id, revision);
  return Object.fromEntries(
    rows.flatMap(({ path, content }): [string, unknown][] =>
      content === null ? [] : [[path, JSON.parse(content) as unknown]],
    ),
  );
}

export interface DraftFile {
  path: string;
  content: string | null;
  revision: number;
  changed_by: string;
  changed_at: Date;
}

/** The newest content of each file that a draft ever had, with who wrote it; with `revision` as it was then. */
export async function newestFiles(db: Database, id: string, revision = 2_147_483_647): Promise<DraftFile[]> {
  const found = await sql<DraftFile>`
    select distinct on (c.path) c.path, c.content, c.revision, a.name as changed_by, c.changed_at
    from policy_draft_change c join account a on a.id = c.changed_by
    where c.draft_id = ${id} and c.revision <= ${revision} order by c.path, c.revision desc`.execute(db);
  return found.rows;
}

/** Locks a draft that is open for changes. */
export async function lockOpenDraft(context: Context, id: string): Promise<{ revision: number; policy_id: string }> {
  const row = await context.db
    .selectFrom("policy_draft")
    .select(["revision", "policy_id", "state"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound(draftStates.noun);
  if (row.state !== "open")
    throw conflict(
      "policy-draft-closed",
      `草案当前为“${draftStates.states[row.state as DraftState].label}”，不能再改。要继续修改，请退回编辑，或由它另起一份草案。`,
      { state: row.state },
    );
  return row;
}

/** Writes a new content of some files as one revision. */
export async function writeFiles(
  context: Context,
  draftId: string,
  revision: number,
  files: readonly { path: string; content: string | null }[],
): Promise<void> {
  await sql`
    insert into policy_draft_change (draft_id, path, revision, content, changed_by, changed_at)
    select ${draftId}, f.path, ${revision}, f.content, ${context.actor.accountId}, ${context.now}::timestamptz
    from unnest(${files.map(({ path }) => path)}::text[], ${files.map(({ content }) => content)}::text[]) as f (path, content)`.execute(
    context.db,
  );
  await sql`update policy_draft set revision = ${revision} where id = ${draftId}`.execute(context.db);
}

/** Digest of the rules, as a published version has it; null while a file that every package has is missing. */
export function rulesDigest(files: PackageFiles): string | null {
  try {
    return digestOf(rulesOfFiles(files));
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}
