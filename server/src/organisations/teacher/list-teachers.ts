import { operation } from "../../kernel/operation.ts";
import { ById, pageOf } from "../../kernel/shapes.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";
import { Teacher, TEACHER_ORDER, TeacherFilter, teacherPage } from "./teacher-view.ts";

/** `GET /api/v1/organisations/:id/teachers`: its teachers. */
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
  query: TEACHER_ORDER.query.extend(TeacherFilter.shape),
  output: pageOf(Teacher),
  run: ({ db }, { params, query }) => teacherPage(db, params.id, query, query),
});
