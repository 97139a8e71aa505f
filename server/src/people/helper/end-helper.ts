import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { notify } from "../message/notify.ts";
import { eitherOf } from "./helper-rows.ts";

/** Either of the two ends the help; the other is told. */
export const endHelper = operation({
  method: "POST",
  path: "/api/v1/helpers/:id/end",
  summary: "不再由亲属帮办",
  permission: { roles: ["learner"], over: eitherOf },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const row = await context.db
      .updateTable("person_helper")
      .set({ ended_at: context.now, ended_by: context.actor.accountId })
      .where("id", "=", params.id)
      .where("ended_at", "is", null)
      .returning(["person_id", "helper_id"])
      .executeTakeFirst();
    if (row === undefined) throw conflict("helper-ended", "这位亲属的帮办已经结束，不需要再操作。");
    const other = row.person_id === context.actor.personId ? row.helper_id : row.person_id;
    await notify(
      context,
      other,
      "helper-ended",
      other === row.helper_id ? "一位亲属结束了由您帮办，您不再能看其记录。" : "您指定的亲属不再帮您办理。",
    );
    context.audit({ kind: "person-helper", id: params.id });
    return { id: params.id };
  },
});
