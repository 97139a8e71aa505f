import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { notify } from "../message/notify.ts";
import { substitutionOwner } from "./substitution-rows.ts";
import { substitutionStates } from "./substitution-states.ts";

/** `POST /api/v1/substitutions/:id/ending`: ends it on a last day. Classes begun by then go on; none can be chosen for it later. */
export const endSubstitution = operation({
  method: "POST",
  path: "/api/v1/substitutions/:id/ending",
  summary: "终止替亲属参加培训",
  permission: { roles: ["reviewer", "department"], over: substitutionOwner },
  params: ById,
  body: z.strictObject({ lastDay: CivilDate, reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await requireKeeper(context, "fact:in-place-of");
    await moveState(context, substitutionStates, params.id, "ended", { reason: body.reason });
    const ended = await context.db
      .updateTable("substitution")
      .set({ valid_to: body.lastDay })
      .where("id", "=", params.id)
      .where("valid_from", "<=", body.lastDay)
      .where("valid_to", ">=", body.lastDay)
      .returning(["person_id"])
      .executeTakeFirst();
    if (ended === undefined)
      throw unacceptable("dates-out-of-order", "最后一天须在已确认的期间之内，请更正。", [
        { pointer: "/lastDay", detail: "须在已确认的期间之内" },
      ]);
    await notify(
      context,
      ended.person_id,
      "substitution-decided",
      `您替亲属参加培训到 ${body.lastDay} 为止：${body.reason}。已经开课的班可以学完，之后不能再用。`,
    );
    context.audit({ kind: "substitution", id: params.id });
    return { id: params.id };
  },
});
