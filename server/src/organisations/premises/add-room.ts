import { foldCode } from "@jinengtong/standards";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";
import { RoomBody } from "./room-view.ts";

/** `POST /api/v1/organisations/:id/rooms`: adds a room with its seats and position. */
export const addRoom = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/rooms",
  summary: "登记教室或实训场地",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  body: RoomBody,
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .insertInto("room")
      .values({ organisation_id: params.id, ...body, name_key: foldCode(body.name) })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "room", id: row.id, organisationId: params.id, detail: { capacity: body.capacity } });
    return { id: row.id };
  },
});
