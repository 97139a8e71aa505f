import { z } from "zod";
import { ROLES, type Role } from "../../kernel/actor.ts";
import { operation } from "../../kernel/operation.ts";
import { isSecure, PASSWORD_SCOPE, sessionCookie } from "./sessions.ts";
import { revokeSession } from "./start-session.ts";

export const EVERYBODY = Object.keys(ROLES) as Role[];

/** `DELETE /api/v1/session`: ends this session, here and in the database. */
export const signOut = operation({
  method: "DELETE",
  path: "/api/v1/session",
  summary: "退出登录",
  permission: { roles: EVERYBODY },
  scope: PASSWORD_SCOPE,
  output: z.strictObject({ signedOut: z.literal(true) }),
  async run(context) {
    const { sessionId } = context.actor;
    if (sessionId) await revokeSession(context, sessionId);
    context.replyHeaders.push(["set-cookie", sessionCookie("", isSecure(context.services))]);
    context.audit({ kind: "session", id: sessionId ?? "token" });
    return { signedOut: true as const };
  },
});
