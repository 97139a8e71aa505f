import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { TokenRow } from "./tokens.ts";
import type { z } from "zod";

type Row = Omit<z.output<typeof TokenRow>, "createdAt" | "expiresAt"> & { createdAt: Date; expiresAt: Date };

/** `GET /api/v1/organisation-tokens`: an organisation's own, or those of the region for who looks after them. */
export const listTokens = operation({
  method: "GET",
  path: "/api/v1/organisation-tokens",
  summary: "接口令牌列表",
  permission: { roles: ["institution", "enterprise", "evaluator", "admin", "security", "auditor"] },
  query: PageQuery,
  output: pageOf(TokenRow),
  async run({ db, now, actor }, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      select t.id, t.name, a.organisation_id as "organisationId", o.name as "organisationName", a.id as "accountId", t.scopes,
        t.created_at as "createdAt", t.expires_at as "expiresAt",
        case when t.revoked_at is not null then 'revoked' when t.expires_at <= ${now} then 'expired' else 'active' end as state
      from organisation_token t join account a on a.id = t.account_id left join organisation o on o.id = a.organisation_id
      where (case when ${actor.organisationId}::uuid is null then a.region like ${`${actor.region}%`}
             else a.organisation_id = ${actor.organisationId} end)
        and (${after?.[0] ?? null}::text is null or (t.name, t.id) > (${after?.[0] ?? null}, ${after?.[1] ?? null}::uuid))
      order by t.name, t.id limit ${query.limit + 1}`.execute(db);
    const rows = found.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return toPage(rows, query.limit, (row) => [row.name, row.id]);
  },
});
