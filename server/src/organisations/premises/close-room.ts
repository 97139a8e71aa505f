import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { roomOwner } from "../organisation/owners.ts";

/** `POST /api/v1/rooms/:id/closing`: closes a room. */
export const closeRoom = operation({
  method: "POST",
  path: "/api/v1/rooms/:id/closing",
  summary: "停用教室",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: roomOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const closed = await context.db
      .updateTable("room")
      .set({ state: "closed" })
      .where("id", "=", params.id)
      .where("state", "=", "active")
      .returning("organisation_id")
      .executeTakeFirst();
    if (!closed) throw conflict("room-closed", "这间教室已停用，请刷新页面查看。");
    context.audit({ kind: "room", id: params.id, organisationId: closed.organisation_id });
    return { id: params.id };
  },
});
