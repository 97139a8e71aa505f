import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notifyAll } from "../../people/index.ts";
import { classFeedbackStates } from "../class-feedback-states.ts";
import { feedbackClass } from "../owners.ts";

/** The bureau publishes a learner's word, or refuses it with a reason, also one that was published. Stars are no reason to refuse. */
export const decideFeedback = operation({
  method: "POST",
  path: "/api/v1/class-feedback/:id/decision",
  summary: "公开或不公开学员评价",
  permission: { roles: ["reviewer"], over: feedbackClass },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["published", "refused"]), reason: Text(200, 0).default("") }),
  output: Done,
  async run(context, { params, body }) {
    if (body.verdict === "refused" && body.reason.length < 4)
      throw unacceptable("reason-missing", "不公开须写明理由，评价人会看到。", [
        { pointer: "/reason", detail: "请写明理由，至少 4 个字" },
      ]);
    // The row is locked before who decided is written, so that two officers at once don't sign for one another.
    await context.db.selectFrom("class_feedback").select("id").where("id", "=", params.id).forUpdate().execute();
    const decided = { decided_by: context.actor.accountId, decided_at: context.now };
    await context.db
      .updateTable("class_feedback")
      .set({ ...decided, decision_reason: body.reason || null })
      .where("id", "=", params.id)
      .execute();
    await moveState(context, classFeedbackStates, params.id, body.verdict, { reason: body.reason });
    const said = await context.db
      .selectFrom("class_feedback as f")
      .innerJoin("enrolment as e", "e.id", "f.enrolment_id")
      .innerJoin("training_class as c", "c.id", "f.class_id")
      .select(["e.person_id", "f.class_id", "f.organisation_id", "c.name"])
      .where("f.id", "=", params.id)
      .executeTakeFirstOrThrow();
    const published = body.verdict === "published";
    await notifyAll(context, [
      {
        personId: said.person_id,
        template: "feedback-decided",
        subject: said.class_id,
        text: published
          ? `您对“${said.name}”的评价已公开，公开时不写您的名字。`
          : `您对“${said.name}”的评价没有公开：${body.reason}。您可以改过再写。`,
      },
    ]);
    if (published)
      await notifyOrganisation(context, said.organisation_id, {
        template: "feedback-published",
        text: "新公开了 {n} 条学员评价，可以公开答复一次。",
        count: 1,
      });
    context.audit({ kind: "class-feedback", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
