import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { ById, decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { organisationOwner } from "./organisation-view.ts";
import { Room, roomColumns } from "./room-view.ts";

/** `GET /api/v1/organisations/:id/rooms`: where it teaches. */
export const listRooms = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/rooms",
  summary: "机构的教室与实训场地",
  permission: {
    roles: ["institution", "enterprise", "evaluator", "reviewer", "department", "auditor"],
    over: organisationOwner,
  },
  scope: "organisation:read",
  params: ById,
  query: PageQuery.extend({ state: z.enum(["active", "closed"]).optional() }),
  output: pageOf(Room),
  async run({ db }, { params, query }) {
    const after = decodeCursor(query.cursor, 1);
    let listed = db
      .selectFrom("room")
      .select(roomColumns)
      .where("organisation_id", "=", params.id)
      .orderBy("name")
      .limit(query.limit + 1);
    if (query.state !== undefined) listed = listed.where("state", "=", query.state);
    if (after !== null) listed = listed.where("name", ">", String(after[0]));
    const rows = await listed.execute();
    return toPage(rows, query.limit, (row) => [row.name]);
  },
});
