import { groups } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { groupOwner } from "./group-rows.ts";
import { groupStates } from "./group-states.ts";
import { requireKeeperOf } from "./require-keeper-of.ts";
import { notify } from "../message/notify.ts";

/**
 * `POST /api/v1/person-groups/:id/decision`: the bureau confirms a declaration, perhaps until an earlier day, or rejects it with a
 * reason.
 */
export const decideGroup = operation({
  method: "POST",
  path: "/api/v1/person-groups/:id/decision",
  summary: "审核人群类别申报",
  permission: { roles: ["reviewer", "department"], over: groupOwner },
  params: ById,
  body: z
    .strictObject({
      verdict: z.enum(["confirmed", "rejected"]),
      reason: Text(500).nullable().default(null),
      validTo: CivilDate.nullable().optional().describe("核定的截止日期；不填则按申报"),
    })
    .refine((body) => body.verdict === "confirmed" || body.reason !== null, {
      message: "不通过须写明理由",
      path: ["reason"],
    }),
  output: Done,
  async run(context, { params, body }) {
    await requireKeeperOf(context, params.id);
    await moveState(context, groupStates, params.id, body.verdict, {
      from: ["declared"],
      ...(body.reason === null ? {} : { reason: body.reason }),
    });
    const group = await context.db
      .updateTable("person_group")
      .set({
        decided_by: context.actor.accountId,
        ...(body.validTo === undefined ? {} : { valid_to: body.validTo }),
      })
      .where("id", "=", params.id)
      .returning(["person_id", "code", "valid_from", "valid_to"])
      .executeTakeFirstOrThrow();
    if (group.valid_to !== null && group.valid_to < group.valid_from)
      throw unacceptable("dates-out-of-order", "核定的截止日期早于开始日期，请更正。", [
        { pointer: "/validTo", detail: "截止日期不能早于开始日期" },
      ]);
    const label = groups.has(group.code) ? groups.label(group.code) : group.code;
    const text =
      body.verdict === "confirmed"
        ? `您申报的人群类别“${label}”已确认，可据此享受相应培训政策。`
        : `您申报的人群类别“${label}”未通过：${body.reason}。如有异议，可补充材料后重新申报，或到所在镇（街道）窗口咨询。`;
    await notify(context, group.person_id, "group-decided", text);
    if (body.verdict === "confirmed")
      await context.emit("person-group-confirmed", { personIds: [group.person_id], code: group.code });
    context.audit({ kind: "person-group", id: params.id, detail: { verdict: body.verdict, code: group.code } });
    return { id: params.id };
  },
});
