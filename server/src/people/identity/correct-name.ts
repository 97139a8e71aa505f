import { z } from "zod";
import { describeAccountOf } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { PersonName } from "./identity.ts";
import { notify } from "../message/notify.ts";
import { personOwner } from "./person-view.ts";

/** `PUT /api/v1/people/:id/name`: corrects a misspelt name from the identity card and notifies the person. */
export const correctName = operation({
  method: "PUT",
  path: "/api/v1/people/:id/name",
  summary: "更正姓名",
  permission: { roles: ["reviewer"], over: personOwner },
  params: ById,
  body: z.strictObject({ name: PersonName, reason: Text(300, 4).describe("依据，例如“核对身份证原件”") }),
  output: Done,
  async run(context, { params, body }) {
    await context.db.updateTable("person").set({ name: body.name }).where("id", "=", params.id).execute();
    await describeAccountOf(context, params.id, { name: body.name });
    await notify(context, params.id, "name-corrected", "您的实名档案中的姓名已由人社部门更正，请登录核对。");
    context.audit({ kind: "person", id: params.id, detail: { reason: body.reason } });
    return { id: params.id };
  },
});
