import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { EVERYBODY } from "../session/sign-out.ts";
import { requireOwnView } from "./own-view.ts";

/** `DELETE /api/v1/me/views/:id`: the view leaves menu and list. */
export const removeView = operation({
  method: "DELETE",
  path: "/api/v1/me/views/:id",
  summary: "删除视图",
  permission: { roles: EVERYBODY },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await requireOwnView(context, params.id);
    await context.db.updateTable("saved_view").set({ removed_at: context.now }).where("id", "=", params.id).execute();
    context.audit({ kind: "account", id: context.actor.accountId });
    return { id: params.id };
  },
});
