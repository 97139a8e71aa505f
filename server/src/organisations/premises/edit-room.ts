import { foldCode } from "@jinengtong/standards";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { roomOwner } from "../organisation/owners.ts";
import { RoomBody } from "./room-view.ts";

/** `PUT /api/v1/rooms/:id`: name, address, seats and position of a room. */
export const editRoom = operation({
  method: "PUT",
  path: "/api/v1/rooms/:id",
  summary: "修改教室信息",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: roomOwner },
  params: ById,
  body: RoomBody,
  output: Done,
  async run(context, { params, body }) {
    await context.db
      .updateTable("room")
      .set({ ...body, name_key: foldCode(body.name) })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "room", id: params.id, detail: { capacity: body.capacity } });
    return { id: params.id };
  },
});
