import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { wishOwner } from "../owners.ts";

/** Takes oneself off a waiting list. */
export const endWish = operation({
  method: "POST",
  path: "/api/v1/class-wishes/:id/ending",
  summary: "不再等这样的班",
  permission: { roles: ["learner"], over: wishOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const ended = await context.db
      .updateTable("class_wish")
      .set({ ended_at: context.now })
      .where("id", "=", params.id)
      .where("ended_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (ended === undefined) throw conflict("wish-over", "这一条已经不在等了，不需要再操作。");
    context.audit({ kind: "class-wish", id: params.id });
    return { id: params.id };
  },
});
