import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../../people/index.ts";
import { lockClass } from "../class/class-plan.ts";
import { enrolmentStates } from "../enrolment-states.ts";
import { giveUpSeat } from "./give-up-seat.ts";
import { enrolmentOwner } from "../owners.ts";

/** The institution accepts or rejects an applicant. */
export const decideEnrolment = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/decision",
  summary: "确认或谢绝报名",
  permission: { roles: ["institution"], over: enrolmentOwner },
  scope: "classes:write",
  params: ById,
  body: z
    .strictObject({ verdict: z.enum(["accept", "reject"]), reason: Text(300, 0).default("") })
    .refine((body) => body.verdict === "accept" || body.reason.length >= 2, {
      path: ["reason"],
      message: "请写明理由",
    }),
  output: z.object({ id: Id }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["e.person_id", "e.class_id", "c.name"])
      .where("e.id", "=", params.id)
      .executeTakeFirstOrThrow();
    await lockClass(context, row.class_id);
    if (body.verdict === "accept") {
      await moveState(context, enrolmentStates, params.id, "enrolled", { from: ["applied"] });
      await notify(context, row.person_id, "enrolment-confirmed", `您报名的“${row.name}”已确认，请按课表到场。`);
    } else {
      await giveUpSeat(context, params.id, "rejected", body.reason);
      await notify(context, row.person_id, "enrolment-rejected", `您报名的“${row.name}”未被录取：${body.reason}`);
    }
    context.audit({ kind: "enrolment", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
