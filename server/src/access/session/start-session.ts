import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { type SessionOpened, signedInView } from "./account-view.ts";
import { isSecure, openSession } from "./sessions.ts";

/** Signs an account in: sets a new session's cookie and ends the browser's earlier session, which prevents session fixation. */
export async function startSession(context: Context, accountId: string): Promise<z.output<typeof SessionOpened>> {
  const { services, db, now, maybeActor } = context;
  if (maybeActor?.sessionId) await revokeSession(context, maybeActor.sessionId);
  const opened = await openSession(db, accountId, {
    now,
    userAgent: context.request.userAgent,
    secure: isSecure(services),
  });
  context.replyHeaders.push(["set-cookie", opened.setCookie]);
  const account = await signedInView(db, accountId);
  // Nobody was signed in when the act began: without the account's region every county would read its row in the log.
  if (context.auditSubject) context.auditSubject = { region: account.region, ...context.auditSubject };
  return { csrfToken: opened.csrfToken, account };
}

/** Ends one session now. */
export async function revokeSession(context: Context, sessionId: string): Promise<void> {
  await context.db
    .updateTable("session")
    .set({ revoked_at: context.now })
    .where("id", "=", sessionId)
    .where("revoked_at", "is", null)
    .execute();
}

/** Ends all sessions of an account except one. */
export async function revokeSessionsOf(context: Context, accountId: string, except: string | null): Promise<void> {
  await context.db
    .updateTable("session")
    .set({ revoked_at: context.now })
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .$if(except !== null, (query) => query.where("id", "<>", except))
    .execute();
}
