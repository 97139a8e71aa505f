import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../../training/index.ts";
import { Stars } from "./feedback-shape.ts";
import { whyNotSay } from "./may-say.ts";

/** A learner who finished a class, or was there to its end, says how it was. The bureau reads it before it is public. */
export const writeFeedback = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/feedback",
  summary: "评价学过的班",
  permission: { roles: ["learner"], over: enrolmentOwner },
  params: ById,
  body: Stars.extend({ text: Text(500, 0).describe("写几句给后来的人；可以不写") }),
  output: Done,
  async run(context, { params, body }) {
    const seat = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["e.class_id", "c.organisation_id", "c.town"])
      .where("e.id", "=", params.id)
      .executeTakeFirst();
    if (seat === undefined) throw notFound("报名");
    const why = await whyNotSay(context.db, params.id);
    if (why !== null) throw unacceptable("feedback-not-there", why);
    const row = await context.db
      .insertInto("class_feedback")
      .values({
        enrolment_id: params.id,
        class_id: seat.class_id,
        organisation_id: seat.organisation_id,
        ...body,
        written_by: context.actor.accountId,
        written_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", seat.town, {
      template: "feedback-waiting",
      text: "新收到 {n} 条学员评价，看过后才公开。",
    });
    context.audit({ kind: "class-feedback", id: row.id });
    return row;
  },
});
