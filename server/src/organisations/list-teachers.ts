import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { ById, decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { organisationOwner } from "./organisation-view.ts";
import { EMPLOYMENTS, Teacher, teachersOf } from "./teacher-view.ts";

/** `GET /api/v1/organisations/:id/teachers`: who teaches there. */
export const listTeachers = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/teachers",
  summary: "机构的教师",
  permission: {
    roles: ["institution", "enterprise", "evaluator", "reviewer", "department", "auditor"],
    over: organisationOwner,
  },
  scope: "organisation:read",
  params: ById,
  query: PageQuery.extend({
    state: z.enum(["active", "left"]).optional(),
    occupation: z.string().max(20).optional(),
    q: z.string().trim().max(50).optional().describe("姓名开头"),
  }),
  output: pageOf(Teacher),
  async run({ db }, { params, query }) {
    const after = decodeCursor(query.cursor, 2);
    const prefix = query.q?.replace(/[\\%_]/g, "\\$&");
    const rows = await teachersOf(db, params.id)
      .$if(query.state !== undefined, (found) => found.where("teacher.state", "=", query.state ?? "active"))
      .$if(query.occupation !== undefined, (found) =>
        found.where(sql<boolean>`${query.occupation} = any(teacher.occupations)`),
      )
      .$if(prefix !== undefined && prefix !== "", (found) => found.where("person.name", "like", `${prefix}%`))
      .$if(after !== null, (found) =>
        found.where((where) =>
          where(where.refTuple("person.name", "teacher.id"), ">", where.tuple(String(after?.[0]), String(after?.[1]))),
        ),
      )
      .orderBy("person.name")
      .orderBy("teacher.id")
      .limit(query.limit + 1)
      .execute();
    return toPage(
      rows.map((row) => ({ ...row, employmentLabel: EMPLOYMENTS[row.employment] })),
      query.limit,
      (row) => [row.name, row.id],
    );
  },
});
