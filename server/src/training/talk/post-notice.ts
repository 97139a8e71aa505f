import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { lockClass } from "../class/class-plan.ts";
import { tellRoster } from "../class/tell-class.ts";
import { classOwner } from "../owners.ts";

/** Says something to all learners of a class at once. It stays on the class's page. */
export const postNotice = operation({
  method: "POST",
  path: "/api/v1/classes/:id/notices",
  summary: "发班级通知",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({ text: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockClass(context, params.id);
    if (!["approved", "running", "suspended", "completed"].includes(row.state))
      throw conflict("class-without-learners", "开班申请批准以后、归档以前才能给学员发通知。");
    const { id } = await context.db
      .insertInto("class_notice")
      .values({ class_id: params.id, text: body.text, posted_by: context.actor.accountId, posted_at: context.now })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tellRoster(context, params.id, "class-notice", (said) => `${said}通知：${body.text}`);
    context.audit({ kind: "class", id: params.id, detail: { notice: id } });
    return { id };
  },
});
