import { z } from "zod";
import { Role } from "../../kernel/actor.ts";
import { operation } from "../../kernel/operation.ts";
import { TOKEN_HOLDERS } from "./tokens.ts";

/** `GET /api/v1/token-scopes`: the scopes that operations declare, and for whose programs; one's own, or all for an administrator. */
export const listScopes = operation({
  method: "GET",
  path: "/api/v1/token-scopes",
  summary: "接口令牌的授权范围",
  permission: { roles: ["institution", "enterprise", "evaluator", "admin"] },
  output: z.object({
    rows: z.array(z.object({ value: z.string(), label: z.string(), roles: z.array(Role) })),
  }),
  run({ actor, services }) {
    const rows = [...services.house.scopes].map(([value, { label, roles }]) => ({
      value,
      label,
      roles: TOKEN_HOLDERS.filter((role) => roles.has(role)),
    }));
    const holder = TOKEN_HOLDERS.find((role) => role === actor.role);
    return Promise.resolve({
      rows: rows.filter(({ roles }) => (holder === undefined ? roles.length > 0 : roles.includes(holder))),
    });
  },
});
