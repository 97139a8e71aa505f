import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { notifyAccount } from "../../access/index.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";

/**
 * `POST /api/v1/policy-parameters/:id/decision`: another officer confirms a proposed value, or withdraws it. It holds until the next
 * one begins, ends the one that held on its first day, and replaces one that began on that same day (a mistyped one), unless a
 * redecision by that one is under way. Earlier decisions keep their values.
 */
export const decideParameter = operation({
  method: "POST",
  path: "/api/v1/policy-parameters/:id/decision",
  summary: "确认或退回本地政策参数",
  permission: { roles: ["reviewer"], over: countyWide },
  params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  body: z.strictObject({ agreed: z.boolean() }),
  output: z.strictObject({ id: z.number().int() }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("policy_parameter")
      .selectAll()
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound("这项参数");
    if (row.state !== "proposed") throw conflict("parameter-decided", "这项参数已由他人处理。请刷新页面查看。");
    const until = body.agreed ? await makeRoom(context, row) : row.effective_to;
    await context.db
      .updateTable("policy_parameter")
      .set({
        effective_to: until,
        state: body.agreed ? "in-force" : "withdrawn",
        confirmed_by: context.actor.accountId,
        confirmed_at: context.now,
      })
      .where("id", "=", params.id)
      .execute();
    if (row.set_by !== null)
      await notifyAccount(context, row.set_by, {
        template: "parameter-decided",
        text: `您提出的一项本地参数${body.agreed ? `已确认，${row.effective_from} 起生效` : "没有得到确认，原来的值不变"}。`,
      });
    context.audit({ kind: "policy-parameter", id: String(params.id), detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});

/**
 * Ends or replaces the values in force that the new one meets. Returns the day on which the next one begins, until which the new one
 * holds, if there is one.
 */
async function makeRoom(
  context: Context,
  value: { id: number; policy_id: string; name: string; effective_from: CivilDate },
): Promise<CivilDate | null> {
  const { id, policy_id, name, effective_from } = value;
  const same = await sql<{ id: number; busy: boolean }>`
    update policy_parameter p set state = 'replaced', replaced_by = ${id}
    where policy_id = ${policy_id} and name = ${name} and state = 'in-force' and effective_from = ${effective_from}
    returning p.id, exists (
      select from redecision r where r.parameter_id = p.id and r.state in ('deciding', 'listed', 'signed', 'carrying-out')
    ) as busy`.execute(context.db);
  if (same.rows.some(({ busy }) => busy))
    throw conflict(
      "parameter-under-redecision",
      "这一天起的现行值正用于一次追溯裁定。请先办结或撤回那次裁定，再确认新的值。",
    );
  await sql`
    update policy_parameter set effective_to = ${effective_from}
    where policy_id = ${policy_id} and name = ${name} and state = 'in-force' and effective_from < ${effective_from}
      and (effective_to is null or effective_to > ${effective_from})`.execute(context.db);
  const next = await sql<{ day: CivilDate | null }>`
    select min(effective_from) as day from policy_parameter
    where policy_id = ${policy_id} and name = ${name} and state = 'in-force' and effective_from > ${effective_from}`.execute(
    context.db,
  );
  return next.rows[0]?.day ?? null;
}
