import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { SignedIn, signedInView } from "./account-view.ts";

/** `GET /api/v1/session`: the signed-in account; nulls for a visitor. */
export const showSession = operation({
  method: "GET",
  path: "/api/v1/session",
  summary: "当前登录状态",
  permission: { public: true },
  output: z.strictObject({ account: SignedIn.nullable(), csrfToken: z.string().nullable() }),
  async run({ db, maybeActor }) {
    if (!maybeActor?.sessionId) return { account: null, csrfToken: null };
    const found = await sql<{
      csrf_token: string;
    }>`select csrf_token from session where id = ${maybeActor.sessionId}`.execute(db);
    return { account: await signedInView(db, maybeActor.accountId), csrfToken: found.rows[0]?.csrf_token ?? null };
  },
});
