import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { notify } from "../../people/index.ts";
import { tellInstitution } from "../class/tell-class.ts";
import { giveUpSeat } from "./give-up-seat.ts";
import { enrolmentOwner } from "../owners.ts";

/** The learner leaves, or the institution removes a drop-out; the seat is free until the class begins. */
export const withdrawEnrolment = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/withdrawal",
  summary: "退出培训班",
  permission: { roles: ["learner", "institution"], over: enrolmentOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: z.object({ id: Id }),
  async run(context, { params, body }) {
    await giveUpSeat(context, params.id, "withdrawn", body.reason);
    const row = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["e.person_id", "e.class_id", "c.name"])
      .where("e.id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (context.actor.role === "learner")
      await tellInstitution(context, row.class_id, "learner-left", (said) => `${said}有学员退班：${body.reason}`);
    else
      await notify(
        context,
        row.person_id,
        "enrolment-ended",
        `培训机构已将您从“${row.name}”的名册中移出：${body.reason}。与事实不符的，请向人社部门反映。`,
      );
    context.audit({ kind: "enrolment", id: params.id });
    return { id: params.id };
  },
});
