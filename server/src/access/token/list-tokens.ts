import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { TokenRow } from "./tokens.ts";
import type { z } from "zod";

type Row = Omit<z.output<typeof TokenRow>, "createdAt" | "expiresAt"> & { createdAt: Date; expiresAt: Date };

const ORDER = sortable({
  columns: {
    name: byName("t.name"),
    organisationName: byName("o.name", "first"),
    createdAt: byTime("t.created_at"),
    expiresAt: byTime("t.expires_at"),
  },
  unique: byId("t.id"),
  usual: "name",
});

const STATES = { active: "有效", expired: "已过期", revoked: "已撤销" } as const;

/** `GET /api/v1/organisation-tokens`: an organisation's own tokens, or those of the region for administrators. */
export const listTokens = operation({
  method: "GET",
  path: "/api/v1/organisation-tokens",
  summary: "接口令牌列表",
  permission: { roles: ["institution", "enterprise", "evaluator", "admin", "security", "auditor"] },
  query: ORDER.query.extend({ state: TokenRow.shape.state.optional() }),
  output: pageOf(TokenRow),
  async run({ db, now, actor }, { query }) {
    const page = ORDER.page(query);
    const state = sql`case when t.revoked_at is not null then 'revoked' when t.expires_at <= ${now} then 'expired' else 'active' end`;
    const cut = await page.read(
      db,
      sql<Placed<Row>>`
      select t.id, t.name, a.organisation_id as "organisationId", o.name as "organisationName", a.id as "accountId", t.scopes,
        t.created_at as "createdAt", t.expires_at as "expiresAt",
        ${state} as state,
        ${page.place}
      from organisation_token t join account a on a.id = t.account_id left join organisation o on o.id = a.organisation_id
      where (case when ${actor.organisationId}::uuid is null then a.region like ${`${actor.region}%`}
             else a.organisation_id = ${actor.organisationId} end)
        and ${page.beyond}
        and (${query.state ?? null}::text is null or ${state} = ${query.state ?? null})
      order by ${page.order} limit ${page.limit}`,
    );
    const rows = cut.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return { rows, nextCursor: cut.nextCursor };
  },
});

export const exportTokens = exportOf(listTokens, {
  title: "接口令牌",
  columns: [
    { header: "用途", width: 30, value: (row) => row.name },
    { header: "机构", width: 30, value: (row) => row.organisationName },
    { header: "范围", width: 40, value: (row) => row.scopes.join("、") },
    { header: "签发时间（UTC）", width: 24, value: (row) => row.createdAt },
    { header: "到期时间（UTC）", width: 24, value: (row) => row.expiresAt },
    { header: "状态", value: (row) => STATES[row.state] },
  ],
});
