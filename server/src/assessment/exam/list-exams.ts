import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, sortable } from "../../kernel/sorting.ts";

const ORDER = sortable({
  columns: {
    heldOn: byDate("x.held_on"),
    className: byName("c.name"),
    classNumber: byText("c.number"),
    evaluatorName: byName("v.name", "first"),
    passScore: byNumber("x.pass_score"),
  },
  unique: byId("x.id"),
  usual: "-heldOn",
});

/** Exams of one's classes, those one evaluates, or those of one's region, newest first. */
export const listExams = operation({
  method: "GET",
  path: "/api/v1/exams",
  summary: "考核列表",
  permission: { roles: ["institution", "evaluator", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({ classId: Id.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      classId: Id,
      className: z.string(),
      classNumber: z.string(),
      classClosed: z.boolean().describe("班已归档"),
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
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const listed = context.db
      .selectFrom("exam as x")
      .innerJoin("training_class as c", "c.id", "x.class_id")
      .leftJoin("organisation as v", "v.id", "x.evaluator_id")
      .select([
        "x.id",
        "x.class_id as classId",
        "c.name as className",
        "c.number as classNumber",
        sql<boolean>`c.state = 'closed'`.as("classClosed"),
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
        page.place,
      ])
      .$if(role === "institution", (q) => q.where("c.organisation_id", "=", organisationId))
      .$if(role === "evaluator", (q) => q.where("x.evaluator_id", "=", organisationId))
      .$if(role !== "institution" && role !== "evaluator", (q) => q.where("c.town", "like", `${region}%`))
      .$if(query.classId !== undefined, (q) => q.where("x.class_id", "=", query.classId ?? ""))
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    return page.read(context.db, listed);
  },
});

export const exportExams = exportOf(listExams, {
  title: "考核列表",
  columns: [
    { header: "考核日期", value: (row) => row.heldOn },
    { header: "班级编号", width: 16, value: (row) => row.classNumber },
    { header: "班级", width: 30, value: (row) => row.className },
    { header: "种类", value: (row) => (row.kind === "completion" ? "结业考核" : "技能评价") },
    { header: "评价机构", width: 28, value: (row) => row.evaluatorName },
    { header: "合格分", kind: "number", width: 8, value: (row) => row.passScore },
    { header: "学员（人）", kind: "number", value: (row) => row.learners },
    { header: "已录成绩（人）", kind: "number", value: (row) => row.recorded },
    { header: "合格（人）", kind: "number", value: (row) => row.passed },
  ],
});
