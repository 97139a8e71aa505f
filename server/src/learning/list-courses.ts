import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { CourseRow, CourseState } from "./course-shapes.ts";

/** An institution's own courses; for officers those of their region. Newest first. */
export const listCourses = operation({
  method: "GET",
  path: "/api/v1/courses",
  summary: "网上课程列表",
  permission: { roles: ["institution", "reviewer", "department", "auditor"] },
  query: PageQuery.extend({ state: CourseState.optional() }),
  output: pageOf(CourseRow),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const { organisationId, region, role } = context.actor;
    const rows = await context.db
      .selectFrom("course as c")
      .innerJoin("organisation as o", "o.id", "c.organisation_id")
      .leftJoin("lesson as l", "l.course_id", "c.id")
      .select((e) => [
        "c.id",
        "c.title",
        "c.summary",
        "c.occupation",
        "c.quality_module as qualityModule",
        "c.state",
        "c.organisation_id as organisationId",
        "o.name as organisationName",
        sql<string>`c.created_at::text`.as("createdAt"),
        e.fn.count<number>("l.id").as("lessons"),
        sql<number>`coalesce(sum(l.duration_ms), 0)`.as("durationMs"),
      ])
      .$if(role === "institution", (q) => q.where("c.organisation_id", "=", organisationId))
      .$if(role !== "institution", (q) => q.where("o.town", "like", `${region}%`))
      .$if(query.state !== undefined, (q) => q.where("c.state", "=", query.state ?? "draft"))
      .$if(after !== null, (q) =>
        q.where(sql<boolean>`(c.created_at, c.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
      )
      .groupBy(["c.id", "o.name"])
      .orderBy("c.created_at", "desc")
      .orderBy("c.id", "desc")
      .limit(query.limit + 1)
      .execute();
    const page = toPage(rows, query.limit, (row) => [row.createdAt, row.id]);
    return { ...page, rows: page.rows.map(({ createdAt: _createdAt, ...row }) => row) };
  },
});
