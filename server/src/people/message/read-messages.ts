import { z } from "zod";
import { EVERYBODY } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { markInboxRead } from "../../kernel/outbox.ts";

/** `POST /api/v1/me/messages/reading`: marks the messages up to one as read. */
export const readMessages = operation({
  method: "POST",
  path: "/api/v1/me/messages/reading",
  summary: "把消息标为已读",
  permission: { roles: EVERYBODY },
  body: z.strictObject({ upTo: z.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  output: z.strictObject({ marked: z.number().int() }),
  async run(context, { body }) {
    context.audit({ kind: "account", id: context.actor.accountId });
    return { marked: await markInboxRead(context, body.upTo) };
  },
});
