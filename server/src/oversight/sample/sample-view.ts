import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { filterWords } from "./sample-filter-words.ts";
import { Frame, FrameFilter, FRAMES } from "./sample-frames.ts";

const VERDICTS = { "in-order": "相符", question: "存疑", irregular: "不符" } as const;
export const Verdict = z.enum(["in-order", "question", "irregular"]);

export const Line = z.object({
  id: Id,
  seed: z.string(),
  frame: Frame,
  frameLabel: z.string(),
  filter: FrameFilter,
  filterText: z.string().describe("抽样条件，用文字说"),
  frameSize: z.number().int(),
  size: z.number().int(),
  drawnBy: z.string(),
  drawnAt: Instant,
  findings: z.number().int(),
});

export const Finding = z.object({
  id: Id,
  subjectId: Id,
  verdict: Verdict,
  verdictLabel: z.string(),
  note: z.string(),
  foundBy: z.string(),
  foundAt: Instant,
});

export type Row = Omit<z.output<typeof Line>, "frameLabel" | "filterText" | "drawnAt"> & {
  drawnAt: Date;
  drawn: string[];
  region: string;
  organisationName: string | null;
};

export const READERS = ["auditor", "reviewer", "finance"] as const;
export const SAMPLE_COLUMNS = sql`s.id, s.seed, s.frame, s.filter, s.frame_size as "frameSize", s.size, s.drawn, a.name as "drawnBy", s.drawn_at as "drawnAt", a.region,
  (select o.name from organisation o where o.id = (s.filter ->> 'organisationId')::uuid) as "organisationName",
  (select count(*)::int from audit_finding f where f.sample_id = s.id) as findings`;
export const SAMPLES = sql`audit_sample s join account a on a.id = s.drawn_by`;

export const toLine = (
  { services }: Context,
  { drawn: _drawn, region: _region, organisationName, ...row }: Row,
): z.output<typeof Line> => ({
  ...row,
  frameLabel: FRAMES[row.frame],
  filterText: filterWords(services.policies, row.frame, row.filter, organisationName),
  drawnAt: row.drawnAt.toISOString(),
});

/** Owner of a sample: the region of the account that drew it. */
export async function sampleOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("audit_sample as s")
    .innerJoin("account as a", "a.id", "s.drawn_by")
    .select("a.region")
    .where("s.id", "=", params.id)
    .executeTakeFirst();
  return row ?? null;
}

export async function sampleOf(context: Context, id: string): Promise<Row> {
  const found = await sql<Row>`select ${SAMPLE_COLUMNS} from ${SAMPLES} where s.id = ${id}`.execute(context.db);
  const row = found.rows[0];
  if (!row) throw notFound("抽样");
  return row;
}

export async function findingsOf(context: Context, sampleId: string): Promise<z.output<typeof Finding>[]> {
  const rows = await context.db
    .selectFrom("audit_finding as f")
    .innerJoin("account as a", "a.id", "f.found_by")
    .select(["f.id", "f.subject_id", "f.verdict", "f.note", "a.name", "f.found_at"])
    .where("f.sample_id", "=", sampleId)
    .orderBy("f.found_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    verdict: row.verdict,
    verdictLabel: VERDICTS[row.verdict],
    note: row.note,
    foundBy: row.name,
    foundAt: row.found_at.toISOString(),
  }));
}
