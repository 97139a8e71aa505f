import type { CivilDate as CivilDateOf } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Id } from "../../kernel/shapes.ts";
import { leastRatings } from "./feedback-shape.ts";

/** Words shown on a page; the newest speak of the school as it is. */
const SHOWN = 30;

const Mean = z.number().describe("1 至 5，保留一位小数");
const Output = z.strictObject({
  count: z.int().describe("已公开的评价数"),
  finished: z.int().describe("学完的人数，是能评价的人"),
  least: z.int().nullable().describe("不满这么多条时不算平均；空为本地没有规定，一概不算"),
  means: z.strictObject({ teaching: Mean, practice: Mean, service: Mean, useful: Mean }).nullable(),
  words: z.array(
    z.strictObject({
      id: Id,
      text: z.string(),
      className: z.string(),
      endsOn: CivilDate.describe("这个班结束的日期"),
      reply: z.string().nullable(),
    }),
  ),
});

/** Published words on one class: who wrote them is never said, and a mean is made of enough of them only. */
export const feedbackOfClass = operation({
  method: "GET",
  path: "/api/v1/open-classes/:id/feedback",
  summary: "学员对这个班的评价",
  permission: { public: true },
  params: ById,
  output: Output,
  async run(context, { params }) {
    const training = await context.db
      .selectFrom("training_class")
      .select("id")
      .where("id", "=", params.id)
      .where("state", "in", ["approved", "running", "suspended", "completed", "closed"])
      .executeTakeFirst();
    if (training === undefined) throw notFound("培训班");
    return published(context, sql`f.class_id = ${params.id}`, sql`c.id = ${params.id}`);
  },
});

/** Published words on a school's classes. */
export const feedbackOfSchool = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/feedback",
  summary: "学员对这家机构的评价",
  permission: { public: true },
  params: ById,
  output: Output,
  async run(context, { params }) {
    const school = await context.db
      .selectFrom("organisation")
      .select("id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (school === undefined) throw notFound("这家机构");
    return published(context, sql`f.organisation_id = ${params.id}`, sql`c.organisation_id = ${params.id}`);
  },
});

interface Sums {
  count: number;
  finished: number;
  teaching: number | null;
  practice: number | null;
  service: number | null;
  useful: number | null;
}

async function published(
  context: Context,
  spoken: ReturnType<typeof sql>,
  classes: ReturnType<typeof sql>,
): Promise<z.output<typeof Output>> {
  const { rows } = await sql<Sums>`
    select count(*)::int as count, round(avg(f.teaching), 1)::float as teaching, round(avg(f.practice), 1)::float as practice,
      round(avg(f.service), 1)::float as service, round(avg(f.useful), 1)::float as useful,
      (select count(*)::int from training_class c join enrolment e on e.class_id = c.id and e.state = 'completed'
        where ${classes} and c.state in ('completed', 'closed')) as finished
    from class_feedback f where ${spoken} and f.state = 'published'`.execute(context.db);
  const words = await sql<{ id: string; text: string; name: string; ends_on: CivilDateOf; reply: string | null }>`
    select f.id, f.text, c.name, c.ends_on, case when f.reply_removed_at is null then f.reply end as reply
    from class_feedback f join training_class c on c.id = f.class_id
    where ${spoken} and f.state = 'published' and f.text <> '' order by f.written_at desc limit ${SHOWN}`.execute(
    context.db,
  );
  const [sums] = rows;
  const least = leastRatings(context.today);
  const { count = 0, finished = 0, teaching, practice, service, useful } = sums ?? {};
  const enough = least !== null && count >= least;
  return {
    count,
    finished,
    least,
    means:
      enough && teaching != null && practice != null && service != null && useful != null
        ? { teaching, practice, service, useful }
        : null,
    words: words.rows.map(({ name, ends_on, ...word }) => ({ ...word, className: name, endsOn: ends_on })),
  };
}
