import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done } from "../../kernel/shapes.ts";
import { postingOwner } from "./posting-owners.ts";

/** Somebody leaves a post. The posting and its days without a licence stay on the record. */
export const endPosting = operation({
  method: "POST",
  path: "/api/v1/postings/:id/ending",
  summary: "登记离岗",
  permission: { roles: ["enterprise"], over: postingOwner },
  params: ById,
  body: z.strictObject({ toOn: CivilDate.describe("最后一天") }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("posting")
      .select(["from_on", "to_on"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.to_on !== null) throw conflict("posting-over", `已登记 ${row.to_on} 离岗，不需要再操作。`);
    if (body.toOn < row.from_on || body.toOn > context.today)
      throw unacceptable("end-implausible", `离岗日期应在 ${row.from_on} 至今天之间。`, [
        { pointer: "/toOn", detail: "请核对日期" },
      ]);
    await context.db
      .updateTable("posting")
      .set({ to_on: body.toOn, ended_by: context.actor.accountId, ended_at: context.now })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "posting", id: params.id });
    return { id: params.id };
  },
});
