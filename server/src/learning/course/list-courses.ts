import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byText, byTime, sortable } from "../../kernel/sorting.ts";
import { COURSE_STATES, CourseRow, CourseState } from "./course-shapes.ts";

const ORDER = sortable({
  columns: {
    createdAt: byTime("c.created_at"),
    title: byName("c.title"),
    organisationName: byName("o.name"),
    state: byText("c.state"),
    lessons: byNumber("(select count(*) from lesson n where n.course_id = c.id)"),
  },
  unique: byId("c.id"),
  usual: "-createdAt",
});

/** An institution's own courses, or for officers those of the region. Newest first. */
export const listCourses = operation({
  method: "GET",
  path: "/api/v1/courses",
  summary: "网上课程列表",
  permission: { roles: ["institution", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({ state: CourseState.optional() }),
  output: pageOf(CourseRow.extend({ createdAt: Instant })),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { organisationId, region, role } = context.actor;
    const listed = context.db
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
        "c.created_at as createdAt",
        page.place,
        e.fn.count<number>("l.id").as("lessons"),
        sql<number>`coalesce(sum(l.duration_ms), 0)`.as("durationMs"),
      ])
      .$if(role === "institution", (q) => q.where("c.organisation_id", "=", organisationId))
      .$if(role !== "institution", (q) => q.where("o.town", "like", `${region}%`))
      .$if(query.state !== undefined, (q) => q.where("c.state", "=", query.state ?? "draft"))
      .where(page.beyond)
      .groupBy(["c.id", "o.name"])
      .orderBy(page.order)
      .limit(page.limit);
    const cut = await page.read(context.db, listed);
    return { ...cut, rows: cut.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
  },
});

export const exportCourses = exportOf(listCourses, {
  title: "网上课程",
  columns: [
    { header: "课程", width: 30, value: (row) => row.title },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "职业编码", value: (row) => row.occupation },
    { header: "课件数", kind: "number", width: 8, value: (row) => row.lessons },
    { header: "总时长（分钟）", kind: "number", value: (row) => Math.round(row.durationMs / 60_000) },
    { header: "状态", value: (row) => COURSE_STATES[row.state] },
  ],
});
