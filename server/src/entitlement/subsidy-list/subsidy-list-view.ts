import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Fen, Id, Instant } from "../../kernel/shapes.ts";

export const ListRow = z.strictObject({
  enrolmentId: Id,
  personName: z.string(),
  citizenIdMasked: z.string(),
  included: z.boolean(),
  adjustedBecause: z.string().nullable().describe("调整理由；空表示按裁定结果自动列入或未列入"),
  outcome: z.enum(["granted", "refused", "incomplete"]),
  failed: z
    .enum(["exam", "not-completed"])
    .nullable()
    .describe("没有证书是因为考核不合格、未结业：补交材料也不能列入，除非补考合格"),
  amountFen: Fen,
});

export const SubsidyList = z.strictObject({
  id: Id,
  classId: Id,
  version: z.number().int(),
  state: z.enum(["generated", "superseded", "submitted"]),
  totalFen: Fen,
  people: z.number().int().describe("列入人数"),
  generatedAt: Instant,
  submittedAt: Instant.nullable(),
});

interface HeadRow {
  id: string;
  class_id: string;
  version: number;
  state: "generated" | "superseded" | "submitted";
  total_fen: number;
  people: number;
  generated_at: Date;
  submitted_at: Date | null;
}

const headOf = (row: HeadRow): z.output<typeof SubsidyList> => ({
  id: row.id,
  classId: row.class_id,
  version: row.version,
  state: row.state,
  totalFen: row.total_fen,
  people: row.people,
  generatedAt: row.generated_at.toISOString(),
  submittedAt: row.submitted_at?.toISOString() ?? null,
});

const head = sql`
  select l.id, l.class_id, l.version, l.state, l.total_fen, l.generated_at, l.submitted_at,
    (select count(*)::int from subsidy_list_row r where r.list_id = l.id and r.included) as people
  from subsidy_list l`;

export async function listsOfClass(context: Context, classId: string): Promise<z.output<typeof SubsidyList>[]> {
  const found = await sql<HeadRow>`${head} where l.class_id = ${classId} order by l.version desc`.execute(context.db);
  return found.rows.map(headOf);
}

export async function oneList(context: Context, id: string): Promise<z.output<typeof SubsidyList>> {
  const found = await sql<HeadRow>`${head} where l.id = ${id}`.execute(context.db);
  const row = found.rows[0];
  if (!row) throw notFound("补贴名单");
  return headOf(row);
}

export async function rowsOf(context: Context, listId: string): Promise<z.output<typeof ListRow>[]> {
  const found = await sql<z.output<typeof ListRow>>`
    select r.enrolment_id as "enrolmentId", p.name as "personName", p.citizen_id_masked as "citizenIdMasked", r.included,
      r.adjusted_because as "adjustedBecause", r.outcome, r.amount_fen as "amountFen",
      case when r.outcome = 'granted' then null
        when e.state = 'failed' then 'not-completed'
        when (select bool_or(x.passed) from exam_result x where x.enrolment_id = e.id
          and not exists (select from exam_result newer where newer.replaces = x.id)) = false then 'exam' end as failed
    from subsidy_list_row r join person p on p.id = r.person_id join enrolment e on e.id = r.enrolment_id
    where r.list_id = ${listId} order by e.seat`.execute(context.db);
  return found.rows;
}

/** Owner of a list: the institution that runs the class. */
export async function listOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("subsidy_list as l")
    .innerJoin("training_class as c", "c.id", "l.class_id")
    .select(["c.organisation_id", "c.town"])
    .where("l.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}
