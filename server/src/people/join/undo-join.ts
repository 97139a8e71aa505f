import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { joinOwner } from "./join-rows.ts";

/** `POST /api/v1/person-joins/:id/undoing`: asks that two joined records be parted again; another officer agrees or not. */
export const undoJoin = operation({
  method: "POST",
  path: "/api/v1/person-joins/:id/undoing",
  summary: "提出撤销并档",
  permission: { roles: ["reviewer"], over: joinOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 4).describe("依据，例如“核对后是两个人”") }),
  output: Done,
  async run(context, { params, body }) {
    const join = await context.db
      .selectFrom("person_join")
      .select(["kept_id", "joined_id"])
      .where("id", "=", params.id)
      .where("state", "=", "done")
      .where("undoes", "is", null)
      .executeTakeFirst();
    if (!join) throw conflict("join-not-done", "只有已办理的并档可以撤销。请刷新页面查看最新状态。");
    const { id } = await context.db
      .insertInto("person_join")
      .values({
        ...join,
        undoes: params.id,
        reason: body.reason,
        asked_by: context.actor.accountId,
        asked_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "person-join", id, detail: { undoes: params.id } });
    return { id };
  },
});
