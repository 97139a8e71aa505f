import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { Done, Line, OccupationCode, Text } from "../../kernel/shapes.ts";

/** Creates a course; lessons are added one by one. */
export const createCourse = operation({
  method: "POST",
  path: "/api/v1/courses",
  summary: "新建网上课程",
  permission: { roles: ["institution"] },
  scope: "courses:write",
  body: z.strictObject({
    title: Line(80, 2),
    summary: Text(500, 0).default(""),
    occupation: OccupationCode.optional(),
    qualityModule: z.boolean().default(false),
  }),
  output: Done,
  async run(context, { body }) {
    const { organisationId, accountId } = context.actor;
    if (organisationId === null) throw forbidden("您的账号没有所属机构，不能新建课程。");
    const row = await context.db
      .insertInto("course")
      .values({
        organisation_id: organisationId,
        title: body.title,
        summary: body.summary,
        occupation: body.occupation ?? null,
        quality_module: body.qualityModule,
        created_by: accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "course", id: row.id });
    return row;
  },
});
