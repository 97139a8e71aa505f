import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { teacherOwner } from "../organisation/owners.ts";
import { Employment, Occupations } from "./teacher-view.ts";

/** `PUT /api/v1/teachers/:id`: employment, occupations and qualification of a teacher. */
export const editTeacher = operation({
  method: "PUT",
  path: "/api/v1/teachers/:id",
  summary: "修改教师登记",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: teacherOwner },
  params: ById,
  body: z.strictObject({
    employment: Employment,
    occupations: Occupations,
    qualification: Text(200).nullable(),
  }),
  output: Done,
  async run(context, { params, body }) {
    await context.db.updateTable("teacher").set(body).where("id", "=", params.id).execute();
    context.audit({ kind: "teacher", id: params.id, detail: { employment: body.employment } });
    return { id: params.id };
  },
});
