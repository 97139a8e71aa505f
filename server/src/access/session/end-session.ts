import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { revokeSession } from "./start-session.ts";

/** `DELETE /api/v1/sessions/:id`: the security officer ends somebody's session. */
export const endSession = operation({
  method: "DELETE",
  path: "/api/v1/sessions/:id",
  summary: "强制退出会话",
  permission: { roles: ["security"], over: sessionOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await revokeSession(context, params.id);
    context.audit({ kind: "session", id: params.id });
    return { id: params.id };
  },
});

async function sessionOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("session")
    .innerJoin("account", "account.id", "session.account_id")
    .select("account.region")
    .where("session.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
