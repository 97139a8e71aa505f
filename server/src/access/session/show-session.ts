import { z } from "zod";
import type { BatchStatement } from "../../kernel/batched-lookups.ts";
import { operation } from "../../kernel/operation.ts";
import { SIGNED_IN_COLUMNS, SignedIn } from "./account-view.ts";

/** Asked at every load of every page, so it shares its statement with whoever asks at the same time. */
const SIGNED_IN: BatchStatement = {
  name: "signed-in",
  text: `select k.place::int, found.* from unnest($1::uuid[]) with ordinality k (id, place)
    cross join lateral (select s.csrf_token as "csrfToken", ${SIGNED_IN_COLUMNS}
      from session s join account a on a.id = s.account_id left join organisation o on o.id = a.organisation_id
      where s.id = k.id limit 1) found`,
};

/** `GET /api/v1/session`: the signed-in account; nulls for a visitor. */
export const showSession = operation({
  method: "GET",
  path: "/api/v1/session",
  summary: "当前登录状态",
  permission: { public: true },
  carriedBy: { "*": "" },
  output: z.strictObject({ account: SignedIn.nullable(), csrfToken: z.string().nullable() }),
  async run({ services, maybeActor }) {
    const sessionId = maybeActor?.sessionId;
    const found = sessionId
      ? await services.lookups.one<SignedIn & { place: number; csrfToken: string }>(SIGNED_IN, [sessionId])
      : undefined;
    if (!found) return { account: null, csrfToken: null };
    const { place: _, csrfToken, ...account } = found;
    return { account, csrfToken };
  },
});
