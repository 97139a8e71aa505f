import { z } from "zod";
import { onStaffPages } from "../../kernel/staff-pages.ts";
import { operation } from "../../kernel/operation.ts";
import { Id } from "../../kernel/shapes.ts";
import { EVERYBODY } from "../session/sign-out.ts";

/** `GET /api/v1/me/views`: the saved views of this account, by page and name. */
export const listViews = operation({
  method: "GET",
  path: "/api/v1/me/views",
  summary: "我存的视图",
  permission: { roles: EVERYBODY },
  carriedBy: onStaffPages(),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: Id,
        page: z.string().describe("列表所在页面的地址"),
        name: z.string(),
        query: z.string().describe("地址里的筛选和排序"),
      }),
    ),
  }),
  async run({ db, actor, services }) {
    const rows = await db
      .selectFrom("saved_view")
      .select(["id", "page", "name", "query_sealed"])
      .where("account_id", "=", actor.accountId)
      .where("removed_at", "is", null)
      .orderBy("page")
      .orderBy("name")
      .execute();
    return {
      rows: rows.map(({ query_sealed, ...row }) => ({
        ...row,
        query: services.sealer.openText(query_sealed, { table: "saved_view", column: "query", row: row.id }),
      })),
    };
  },
});
