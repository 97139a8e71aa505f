import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { groupOwner } from "./group-rows.ts";
import { requireKeeperOf } from "./require-keeper-of.ts";
import { groupStates } from "./group-states.ts";

/** `POST /api/v1/person-groups/:id/ending`: ends a confirmed group on a last day; earlier grants stay. */
export const endGroup = operation({
  method: "POST",
  path: "/api/v1/person-groups/:id/ending",
  summary: "终止人群类别",
  permission: { roles: ["reviewer", "department"], over: groupOwner },
  params: ById,
  body: z.strictObject({ lastDay: CivilDate, reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await requireKeeperOf(context, params.id);
    await moveState(context, groupStates, params.id, "ended", { reason: body.reason });
    const ended = await context.db
      .updateTable("person_group")
      .set({ valid_to: body.lastDay })
      .where("id", "=", params.id)
      .where("valid_from", "<=", body.lastDay)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n)
      throw unacceptable("dates-out-of-order", "终止日期早于开始日期，请更正。", [
        { pointer: "/lastDay", detail: "不能早于开始日期" },
      ]);
    context.audit({ kind: "person-group", id: params.id });
    return { id: params.id };
  },
});
