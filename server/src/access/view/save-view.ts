import { randomUuid } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Done, Line } from "../../kernel/shapes.ts";
import { EVERYBODY } from "../session/sign-out.ts";

/** More views than this no menu shows. */
const MOST = 60;

export const ViewName = Line(30);

/**
 * `POST /api/v1/me/views`: keeps filters and order of a list under a name. A name that the page already has takes the new filters.
 */
export const saveView = operation({
  method: "POST",
  path: "/api/v1/me/views",
  summary: "把筛选存为视图",
  permission: { roles: EVERYBODY },
  body: z.strictObject({
    page: z
      .string()
      .max(120)
      .regex(/^(\/[a-z0-9-]+)+$/u, "请在列表的页面上存"),
    name: ViewName,
    query: z
      .string()
      .min(1, "先选好筛选或排序，再存为视图")
      .max(1_000, "筛选条件太长，请减少几项再存")
      .regex(/^[^#?\s]*$/u, "筛选条件的写法不正确"),
  }),
  output: Done,
  async run(context, { body }) {
    const { db, actor, now, services } = context;
    // Of two that are saved at once the second counts the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${actor.accountId}`}, 0))`.execute(db);
    const own = await db
      .selectFrom("saved_view")
      .select(["id", "page", "name"])
      .where("account_id", "=", actor.accountId)
      .where("removed_at", "is", null)
      .execute();
    const same = own.find(({ page, name }) => page === body.page && name === body.name);
    if (same === undefined && own.length >= MOST)
      throw conflict("views-full", `最多存 ${MOST} 个视图。请先删除不用的，再存新的。`);
    const id = same?.id ?? randomUuid();
    const query_sealed = services.sealer.seal(body.query, { table: "saved_view", column: "query", row: id });
    await (
      same === undefined
        ? db.insertInto("saved_view").values({
            id,
            account_id: actor.accountId,
            page: body.page,
            name: body.name,
            query_sealed,
            saved_at: now,
          })
        : db.updateTable("saved_view").set({ query_sealed, saved_at: now }).where("id", "=", id)
    ).execute();
    context.audit({ kind: "account", id: actor.accountId });
    return { id };
  },
});
