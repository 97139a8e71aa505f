import { z } from "zod";
import { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { Id, Line } from "../../kernel/shapes.ts";
import { createAccount } from "./accounts.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { generatePassword } from "../session/passwords.ts";

export const Username = z
  .string()
  .trim()
  .regex(/^[a-zA-Z][a-zA-Z0-9._-]{3,39}$/, "用户名为 4 至 40 位字母、数字、点、横线或下划线，以字母开头");

/** Whether an organisation lies in a region. The database refuses an account of another region's organisation in any case. */
async function liesIn(context: Context, organisationId: string, region: string): Promise<boolean> {
  const found = await sql<{ town: string }>`select town from organisation where id = ${organisationId}`.execute(
    context.services.database,
  );
  return found.rows[0]?.town.startsWith(region) === true;
}

/**
 * `POST /api/v1/accounts`: creates an account for staff or an organisation. Its initial password is shown once and only allows
 * setting another.
 */
export const openAccount = operation({
  method: "POST",
  path: "/api/v1/accounts",
  summary: "开通账号",
  permission: { roles: ["admin"] },
  creates: false,
  body: z.strictObject({
    username: Username,
    name: Line(50),
    role: Role.exclude(["learner"]),
    region: z.string().regex(/^\d{6}(\d{3})?$/, "辖区代码为 6 位县级或 9 位镇级代码"),
    organisationId: Id.nullable().default(null),
  }),
  output: z.strictObject({ id: Id, initialPassword: z.string() }),
  async run(outer, { body }) {
    if (!body.region.startsWith(outer.actor.region)) throw forbidden("只能为本辖区开通账号。", "region-outside");
    if (body.organisationId !== null && !(await liesIn(outer, body.organisationId, body.region)))
      throw forbidden("这个单位不在账号的辖区内。请核对单位，或请该单位所在地的管理员开通。", "organisation-outside");
    const initialPassword = generatePassword();
    const id = await inOwnTransaction(outer, "POST /api/v1/accounts", async (context) => {
      const made = await createAccount(context.db, {
        ...body,
        password: initialPassword,
        mustChangePassword: true,
        createdBy: context.actor.accountId,
      });
      context.audit({ kind: "account", id: made, region: body.region, detail: { role: body.role } });
      return made;
    });
    return { id, initialPassword };
  },
});
