import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, decodeCursor, Id, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";

/** Exams of one's own classes, those one evaluates, or those of one's region; the latest first. */
export const listExams = operation({
  method: "GET",
  path: "/api/v1/exams",
  summary: "考核列表",
  permission: { roles: ["institution", "evaluator", "reviewer", "department", "auditor"] },
  query: PageQuery.extend({ classId: Id.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      classId: Id,
      className: z.string(),
      classNumber: z.string(),
      kind: z.enum(["completion", "evaluation"]),
      evaluatorName: z.string().nullable(),
      heldOn: CivilDate,
      passScore: z.int(),
      learners: z.int(),
      recorded: z.int(),
      passed: z.int(),
    }),
  ),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const { role, organisationId, region } = context.actor;
    const rows = await context.db
      .selectFrom("exam as x")
      .innerJoin("training_class as c", "c.id", "x.class_id")
      .leftJoin("organisation as v", "v.id", "x.evaluator_id")
      .select([
        "x.id",
        "x.class_id as classId",
        "c.name as className",
        "c.number as classNumber",
        "x.kind",
        "v.name as evaluatorName",
        "x.held_on as heldOn",
        "x.pass_score as passScore",
        sql<number>`(select count(*)::int from enrolment e where e.class_id = x.class_id and e.seat is not null)`.as(
          "learners",
        ),
        sql<number>`(select count(distinct r.enrolment_id)::int from exam_result r where r.exam_id = x.id)`.as(
          "recorded",
        ),
        sql<number>`(select count(*)::int from exam_result r where r.exam_id = x.id and r.passed
          and not exists (select from exam_result n where n.replaces = r.id))`.as("passed"),
      ])
      .$if(role === "institution", (q) => q.where("c.organisation_id", "=", organisationId))
      .$if(role === "evaluator", (q) => q.where("x.evaluator_id", "=", organisationId))
      .$if(role !== "institution" && role !== "evaluator", (q) => q.where("c.town", "like", `${region}%`))
      .$if(query.classId !== undefined, (q) => q.where("x.class_id", "=", query.classId ?? ""))
      .$if(after !== null, (q) => q.where(sql<boolean>`(x.held_on, x.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`))
      .orderBy("x.held_on", "desc")
      .orderBy("x.id", "desc")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, (row) => [row.heldOn, row.id]);
  },
});
