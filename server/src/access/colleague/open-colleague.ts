import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Id, Line } from "../../kernel/shapes.ts";
import { createAccount } from "../account/accounts.ts";
import { Username } from "../account/open-account.ts";
import { notifyOffice, notifyOrganisation } from "../message/notify.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { generatePassword } from "../session/passwords.ts";
import { MOST_ACCOUNTS, requireFirst } from "./colleagues.ts";

/**
 * `POST /api/v1/colleagues`: the first account of an organisation opens one for a colleague, with the same rights and no right to open
 * further ones. The bureau and the whole organisation are told. The initial password is shown once.
 */
export const openColleague = operation({
  method: "POST",
  path: "/api/v1/colleagues",
  summary: "为同事开通账号",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  creates: false,
  body: z.strictObject({ username: Username, name: Line(50, 2).describe("使用人的姓名") }),
  output: z.strictObject({ id: Id, initialPassword: z.string() }),
  async run(outer, { body }) {
    const initialPassword = generatePassword();
    const id = await inOwnTransaction(outer, "POST /api/v1/colleagues", async (context) => {
      await requireFirst(context);
      await requireRoom(context);
      const { role, region, organisationId } = context.actor;
      const made = await createAccount(context.db, {
        ...body,
        role,
        region,
        organisationId,
        password: initialPassword,
        mustChangePassword: true,
        createdBy: context.actor.accountId,
      });
      await tell(context, body);
      context.audit({ kind: "account", id: made, region, detail: { role, colleague: true } });
      return made;
    });
    return { id, initialPassword };
  },
});

async function requireRoom(context: Context): Promise<void> {
  // Of two that are opened at once the second counts the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`colleagues ${context.actor.organisationId}`}, 0))`.execute(
    context.db,
  );
  const { count } = await context.db
    .selectFrom("account")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", context.actor.organisationId)
    .where("state", "=", "active")
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_ACCOUNTS)
    throw conflict("too-many-accounts", `本单位已有 ${MOST_ACCOUNTS} 个在用的账号，请先停用不再使用的。`);
}

async function tell(context: Context, { username, name }: { username: string; name: string }): Promise<void> {
  const { organisationId, region } = context.actor;
  const text = `本单位为同事${name}开通了账号 ${username}。不是您单位办理的，请立即停用并联系系统管理员。`;
  await notifyOrganisation(context, organisationId ?? "", { template: "colleague-opened", text });
  await notifyOffice(context, "reviewer", region, {
    template: "colleagues-opened",
    text: "有 {n} 家次单位自行为同事开通了账号，可在单位页面查看。",
  });
}
