import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { notifyAll } from "../../people/index.ts";
import { enrolmentOwner } from "../owners.ts";

/** A learner asks the school, or the school answers the learner, in the thread of that seat. */
export const writeLetter = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/letters",
  summary: "问老师，或答复学员",
  permission: { roles: ["learner", "institution"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({ text: Text(1_000, 2) }),
  output: z.object({ id: z.number().int() }),
  async run(context, { params, body }) {
    const seat = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["e.class_id", "e.person_id", "c.organisation_id", "c.name"])
      .where("e.id", "=", params.id)
      .executeTakeFirst();
    if (seat === undefined) throw notFound("报名");
    const fromSchool = context.actor.role === "institution";
    const { id } = await context.db
      .insertInto("class_letter")
      .values({
        class_id: seat.class_id,
        enrolment_id: params.id,
        from_school: fromSchool,
        text: body.text,
        account_id: context.actor.accountId,
        at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (fromSchool)
      await notifyAll(context, [
        {
          personId: seat.person_id,
          template: "letter-answered",
          subject: seat.class_id,
          text: `您在“${seat.name}”问的，老师答复了。`,
        },
      ]);
    else
      await notifyOrganisation(context, seat.organisation_id, {
        template: "letter-asked",
        subject: seat.class_id,
        text: `“${seat.name}”有学员向老师提问，请在班级的“通知与答疑”里答复。`,
      });
    context.audit({ kind: "enrolment", id: params.id, detail: { letter: id } });
    return { id };
  },
});
