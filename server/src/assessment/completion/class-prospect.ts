import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate } from "../../kernel/shapes.ts";

/** Outcomes of fewer people would say something about one of them. */
const FEWEST = 5;

const Output = z.strictObject({
  exams: z.array(z.strictObject({ kind: z.enum(["completion", "evaluation"]), heldOn: CivilDate })),
  onlineHours: z.number().describe("网上课程的课时（45 分钟），按视频长度"),
  onlineLessons: z.array(z.string()).describe("网上课程的内容，按顺序"),
  outcomes: z
    .strictObject({
      classes: z.number().int(),
      people: z.number().int().describe("学到最后的人数"),
      passed: z.number().int().describe("结业的人数"),
      known: z.number().int().describe("结业后有就业记录的人数"),
      employed: z.number().int().describe("其中就业的人数"),
    })
    .nullable()
    .describe("同一机构往期同职业的班；不满 5 人的为空"),
});

/** `GET /api/v1/open-classes/:id/prospect`: when the exam is, what is learned online, and how the school's earlier classes ended. */
export const classProspect = operation({
  method: "GET",
  path: "/api/v1/open-classes/:id/prospect",
  summary: "培训班的考核日期、网上课程和往期结果",
  permission: { public: true },
  params: ById,
  output: Output,
  async run(context, { params }) {
    const training = await context.db
      .selectFrom("training_class")
      .select(["organisation_id", "occupation"])
      .where("id", "=", params.id)
      .where("state", "in", ["approved", "running", "suspended", "completed", "closed"])
      .executeTakeFirst();
    if (training === undefined) throw notFound("培训班");
    const exams = await context.db
      .selectFrom("exam")
      .select(["kind", "held_on as heldOn"])
      .where("class_id", "=", params.id)
      .orderBy("held_on")
      .execute();
    const lessons = await sql<{ title: string; duration_ms: number | null }>`
      select l.title, l.duration_ms from class_course k join course c on c.id = k.course_id and c.state <> 'draft'
      join lesson l on l.course_id = c.id where k.class_id = ${params.id} order by c.title, l.ordinal limit 100`.execute(
      context.db,
    );
    const onlineMs = lessons.rows.reduce((sum, { duration_ms }) => sum + (duration_ms ?? 0), 0);
    return {
      exams,
      onlineHours: Math.round((onlineMs / (45 * 60_000)) * 10) / 10,
      onlineLessons: lessons.rows.map(({ title }) => title),
      outcomes: await outcomesOf(context, params.id, training),
    };
  },
});

/** How the school's other classes of the occupation ended; a person counts once. Employed: as the newest register entry says. */
async function outcomesOf(
  context: Context,
  classId: string,
  { organisation_id, occupation }: { organisation_id: string; occupation: string },
): Promise<z.output<typeof Output>["outcomes"]> {
  const found = await sql<{ classes: number; people: number; passed: number; known: number; employed: number }>`
    with ended as (
      select c.id, c.ends_on from training_class c where c.organisation_id = ${organisation_id} and c.occupation = ${occupation}
        and c.id <> ${classId} and c.state in ('completed', 'closed') order by c.ends_on desc limit 50
    ), learners as (
      select e.person_id, bool_or(e.state = 'completed') as passed, max(d.ends_on) as ends_on
      from ended d join enrolment e on e.class_id = d.id where e.state in ('completed', 'failed') group by e.person_id
    ), work as (
      select l.passed, (select (f.value ->> 'employed')::boolean from person_fact f
        where l.passed and f.person_id = l.person_id and f.kind = 'employment' and f.value ->> 'from' > l.ends_on::text
          and not exists (select from person_fact later where later.replaces = f.id)
        order by f.recorded_at desc limit 1) as employed
      from learners l
    )
    select (select count(*)::int from ended) as classes, count(*)::int as people, count(*) filter (where passed)::int as passed,
      count(employed)::int as known, count(*) filter (where employed)::int as employed from work`.execute(context.db);
  const [row] = found.rows;
  if (row === undefined || row.people < FEWEST) return null;
  // Nor may so few with a record be told apart.
  return row.known < FEWEST ? { ...row, known: 0, employed: 0 } : row;
}
