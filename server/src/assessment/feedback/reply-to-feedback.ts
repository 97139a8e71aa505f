import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { notifyAll } from "../../people/index.ts";
import { feedbackClass, feedbackSchool } from "../owners.ts";

/** The school answers a published word, once and in public. */
export const replyToFeedback = operation({
  method: "POST",
  path: "/api/v1/class-feedback/:id/reply",
  summary: "公开答复学员评价",
  permission: { roles: ["institution"], over: feedbackSchool },
  params: ById,
  body: z.strictObject({ text: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const said = await locked(context, params.id);
    if (said.state !== "published") throw conflict("feedback-not-public", "这条评价没有公开，不能答复。");
    if (said.reply !== null) throw conflict("feedback-answered", "这条评价已经答复过，一条评价只能公开答复一次。");
    await context.db
      .updateTable("class_feedback")
      .set({ reply: body.text, replied_by: context.actor.accountId, replied_at: context.now })
      .where("id", "=", params.id)
      .execute();
    await notifyAll(context, [
      {
        personId: said.person_id,
        template: "feedback-answered",
        subject: said.class_id,
        text: `您对“${said.name}”的评价，机构公开答复了。`,
      },
    ]);
    context.audit({ kind: "class-feedback", id: params.id, detail: { reply: true } });
    return { id: params.id };
  },
});

/** The bureau takes a school's answer down, such as one that tells who wrote. The learner's word stays. */
export const removeReply = operation({
  method: "POST",
  path: "/api/v1/class-feedback/:id/reply-removal",
  summary: "撤下机构的答复",
  permission: { roles: ["reviewer"], over: feedbackClass },
  params: ById,
  body: z.strictObject({ reason: Text(200, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const said = await locked(context, params.id);
    if (said.reply === null || said.reply_removed_at !== null)
      throw conflict("no-reply", "这条评价没有公开的答复，不需要撤下。");
    await context.db
      .updateTable("class_feedback")
      .set({
        reply_removed_by: context.actor.accountId,
        reply_removed_at: context.now,
        reply_removed_because: body.reason,
      })
      .where("id", "=", params.id)
      .execute();
    await notifyOrganisation(context, said.organisation_id, {
      template: "feedback-reply-removed",
      text: `贵单位对“${said.name}”一条评价的公开答复已被撤下：${body.reason}`,
    });
    context.audit({ kind: "class-feedback", id: params.id, detail: { replyRemoved: true } });
    return { id: params.id };
  },
});

async function locked(context: Context, id: string) {
  const row = await context.db
    .selectFrom("class_feedback as f")
    .innerJoin("enrolment as e", "e.id", "f.enrolment_id")
    .innerJoin("training_class as c", "c.id", "f.class_id")
    .select(["f.state", "f.reply", "f.reply_removed_at", "f.organisation_id", "f.class_id", "e.person_id", "c.name"])
    .where("f.id", "=", id)
    .forUpdate("f")
    .executeTakeFirst();
  if (row === undefined) throw notFound("这条评价");
  return row;
}
