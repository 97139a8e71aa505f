import { county } from "@jinengtong/county";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { forbidden, notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byId, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { type Subject, SubjectCode, subjectLabel } from "../keeper/subjects.ts";
import { importStates } from "./import-states.ts";

export const ImportState = z.enum(["checking", "ready", "refused", "submitted", "applying", "applied", "discarded"]);

/** An import: its counts, who sent and who confirmed it. */
export const ImportRow = z.strictObject({
  id: Id,
  number: z.number().int(),
  subject: SubjectCode,
  label: z.string(),
  office: z.string(),
  source: z.string().describe("来源"),
  fileName: z.string().nullable(),
  undoes: z.number().int().nullable().describe("撤销的是第几号导入"),
  reason: z.string().nullable(),
  state: ImportState,
  stateLabel: z.string(),
  rowsWanted: z.enum(["all", "good"]).nullable(),
  refused: z.string().nullable(),
  total: z.number().int(),
  done: z.number().int(),
  faulty: z.number().int().describe("有错误、不登记的行"),
  warned: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  sentBy: z.string(),
  sentAt: Instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

type Raw = Omit<ImportRow, "label" | "stateLabel" | "sentAt" | "confirmedAt" | "office"> & {
  office: string | null;
  sentAt: Date;
  confirmedAt: Date | null;
};

const columns = sql`
  i.id, i.number::int as number, i.subject, o.name as office, i.source, f.name as "fileName", u.number::int as undoes, i.reason, i.state,
  i.rows_wanted as "rowsWanted", i.refused, i.total, i.done, i.faulty, i.warned, i.added, i.changed, i.same,
  coalesce(s.name, '') as "sentBy", i.sent_at as "sentAt", c.name as "confirmedBy", i.confirmed_at as "confirmedAt"`;
const tables = sql`
  fact_import i left join organisation o on o.id = i.organisation_id left join stored_file f on f.id = i.file_id
  left join fact_import u on u.id = i.undoes left join account s on s.id = i.sent_by left join account c on c.id = i.confirmed_by`;

const rowOf = ({ office, sentAt, confirmedAt, ...row }: Raw): ImportRow => ({
  ...row,
  label: subjectLabel(row.subject),
  stateLabel: importStates.states[row.state].label,
  office: office ?? county().offices.bureau.name,
  sentAt: sentAt.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

export const ImportFilter = z.object({ state: ImportState.optional(), subject: SubjectCode.optional() });
export const IMPORT_ORDER = sortable({
  columns: {
    sentAt: byTime("i.sent_at"),
    number: byNumber("i.number"),
    subject: byText("i.subject"),
    total: byNumber("i.total"),
  },
  unique: byId("i.id"),
  usual: "-sentAt",
});

/** Imports of the actor's office; an auditor sees those of all. */
const ofOffice = ({ actor }: Context) =>
  actor.role === "auditor"
    ? sql`i.region like ${`${actor.region}%`}`
    : sql`i.region like ${`${actor.region}%`} and i.organisation_id is not distinct from ${actor.role === "reviewer" ? null : actor.organisationId}::uuid`;

export async function importPage(
  context: Context,
  filter: z.output<typeof ImportFilter>,
  request: Parameters<typeof IMPORT_ORDER.page>[0],
): Promise<{ rows: ImportRow[]; nextCursor: string | null }> {
  const page = IMPORT_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw>>`
    select ${columns}, ${page.place} from ${tables}
    where ${ofOffice(context)}
      and (${filter.state ?? null}::text is null or i.state = ${filter.state ?? null})
      and (${filter.subject ?? null}::text is null or i.subject = ${filter.subject ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return { rows: cut.rows.map((row) => rowOf(row as Raw)), nextCursor: cut.nextCursor };
}

/** One import with the reader's part in it. */
export const ImportShown = ImportRow.extend({
  unread: z.array(z.string()).describe("表里没有读取的列"),
  notes: z.array(z.string()),
  undoneBy: z.number().int().nullable().describe("被第几号导入撤销"),
  mayConfirm: z.boolean().describe("本人可以确认：不是自己上传的"),
});

export async function showImport(context: Context, id: string): Promise<z.output<typeof ImportShown>> {
  const found = await sql<Raw & { unread: string[]; notes: string[]; undoneBy: number | null; sender: string }>`
    select ${columns}, i.unread, i.notes, i.sent_by as sender,
      (select max(x.number)::int from fact_import x where x.undoes = i.id and x.state <> 'discarded') as "undoneBy"
    from ${tables} where i.id = ${id}`.execute(context.db);
  const [row] = found.rows;
  if (!row) throw notFound("这次导入");
  const { sender, unread, notes, undoneBy, ...raw } = row;
  return { ...rowOf(raw), unread, notes, undoneBy, mayConfirm: sender !== context.actor.accountId };
}

/** Owner of an import, for `over`. */
export async function importOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("fact_import")
    .select(["region", "organisation_id"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  if (!row) return null;
  const { role, organisationId } = context.actor;
  const own = role === "auditor" || row.organisation_id === (role === "reviewer" ? null : organisationId);
  if (!own) throw forbidden("这份名册由别的部门导入，只有该部门的工作人员可以查看和办理。", "not-the-keeper");
  return { region: row.region };
}

export interface ImportRecord {
  id: string;
  number: number;
  subject: Subject;
  organisation_id: string | null;
  region: string;
  file_id: string | null;
  undoes: string | null;
  source: string;
  reason: string | null;
  rows_wanted: "all" | "good" | null;
  state: z.output<typeof ImportState>;
  sent_by: string;
  confirmed_by: string | null;
  faulty: number;
  added: number;
  changed: number;
}

/** Reads one import, locked. */
export async function lockImport(context: Context, id: string): Promise<ImportRecord> {
  const found = await sql<ImportRecord>`
    select id, number::int as number, subject, organisation_id, region, file_id, undoes, source, reason, rows_wanted, state, sent_by,
      confirmed_by, faulty, added, changed
    from fact_import where id = ${id} for update`.execute(context.db);
  const [row] = found.rows;
  if (!row) throw notFound("这次导入");
  return row;
}
