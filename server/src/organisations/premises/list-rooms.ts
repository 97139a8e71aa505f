import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byText, sortable } from "../../kernel/sorting.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";
import { Room, roomColumns } from "./room-view.ts";

const ORDER = sortable({
  columns: {
    name: byName("name"),
    address: byName("address"),
    capacity: byNumber("capacity"),
    state: byText("state"),
  },
  unique: byId("id"),
  usual: "name",
});

/** `GET /api/v1/organisations/:id/rooms`: its rooms. */
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
  query: ORDER.query.extend({ state: z.enum(["active", "closed"]).optional() }),
  output: pageOf(Room),
  async run({ db }, { params, query }) {
    const page = ORDER.page(query);
    let listed = db
      .selectFrom("room")
      .select([...roomColumns, page.place])
      .where("organisation_id", "=", params.id)
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    if (query.state !== undefined) listed = listed.where("state", "=", query.state);
    return page.read(db, listed);
  },
});

export const exportRooms = exportOf(listRooms, {
  title: "教室与实训场地",
  columns: [
    { header: "名称", width: 24, value: (row) => row.name },
    { header: "地址", width: 40, value: (row) => row.address },
    { header: "容纳人数（人）", kind: "number", value: (row) => row.capacity },
    { header: "状态", value: (row) => (row.state === "active" ? "使用中" : "已停用") },
  ],
});
