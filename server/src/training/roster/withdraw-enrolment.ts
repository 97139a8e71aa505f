import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
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
    context.audit({ kind: "enrolment", id: params.id });
    return { id: params.id };
  },
});
