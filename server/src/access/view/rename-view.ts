import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { EVERYBODY } from "../session/sign-out.ts";
import { requireOwnView } from "./own-view.ts";
import { ViewName } from "./save-view.ts";

/** `PUT /api/v1/me/views/:id/name`: gives a view another name, which the page doesn't have yet. */
export const renameView = operation({
  method: "PUT",
  path: "/api/v1/me/views/:id/name",
  summary: "给视图改名",
  permission: { roles: EVERYBODY },
  params: ById,
  body: z.strictObject({ name: ViewName }),
  output: Done,
  async run(context, { params, body }) {
    await requireOwnView(context, params.id);
    await context.db.updateTable("saved_view").set({ name: body.name }).where("id", "=", params.id).execute();
    context.audit({ kind: "account", id: context.actor.accountId });
    return { id: params.id };
  },
});
