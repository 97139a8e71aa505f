import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { isFirst } from "./colleagues.ts";

/** `GET /api/v1/colleagues`: the accounts of the reader's own organisation, and whether the reader may open and end some. */
export const listColleagues = operation({
  method: "GET",
  path: "/api/v1/colleagues",
  summary: "本单位的账号",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  output: z.object({
    first: z.boolean().describe("本人的账号可以为同事开通账号"),
    rows: z.array(
      z.object({
        id: Id,
        name: z.string(),
        username: z.string(),
        state: z.enum(["active", "disabled"]),
        createdAt: Instant,
        openedBy: z.string().nullable().describe("由哪位同事开通；空为管理员开通"),
        mine: z.boolean(),
      }),
    ),
  }),
  async run(context) {
    const found = await sql<{
      id: string;
      name: string;
      username: string;
      state: "active" | "disabled";
      created_at: Date;
      openedBy: string | null;
      mine: boolean;
    }>`
      select a.id, a.name, a.username, a.state, a.created_at, case when o.role <> 'admin' then o.name end as "openedBy",
        a.id = ${context.actor.accountId} as mine
      from account a left join account o on o.id = a.created_by
      where a.organisation_id = ${context.actor.organisationId} order by a.created_at, a.id limit 200`.execute(
      context.db,
    );
    return {
      first: await isFirst(context, context.actor.accountId),
      rows: found.rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() })),
    };
  },
});
