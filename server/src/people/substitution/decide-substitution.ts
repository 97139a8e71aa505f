import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { groupsAt } from "../fact/facts-at.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { notify } from "../message/notify.ts";
import { substitutionOwner } from "./substitution-rows.ts";
import { substitutionStates } from "./substitution-states.ts";

/**
 * `POST /api/v1/substitutions/:id/decision`: the office that keeps this register confirms the relation, or rejects it with a reason.
 * The principal must belong to a confirmed group on the first day: a certificate that came later doesn't reach back.
 */
export const decideSubstitution = operation({
  method: "POST",
  path: "/api/v1/substitutions/:id/decision",
  summary: "确认替亲属参加培训",
  permission: { roles: ["reviewer", "department"], over: substitutionOwner },
  params: ById,
  body: z
    .strictObject({ verdict: z.enum(["confirmed", "rejected"]), reason: Text(500).nullable().default(null) })
    .refine(({ verdict, reason }) => verdict === "confirmed" || reason !== null, {
      message: "不通过须写明理由",
      path: ["reason"],
    }),
  output: Done,
  async run(context, { params, body }) {
    await requireKeeper(context, "fact:in-place-of");
    if (body.verdict === "confirmed") await requireConsent(context, params.id);
    await moveState(context, substitutionStates, params.id, body.verdict, {
      from: ["declared"],
      ...(body.reason === null ? {} : { reason: body.reason }),
    });
    const row = await context.db
      .updateTable("substitution")
      .set({ decided_by: context.actor.accountId })
      .where("id", "=", params.id)
      .returning(["person_id", "principal_id", "valid_from", "valid_to"])
      .executeTakeFirstOrThrow();
    if (body.verdict === "confirmed") {
      const groups = (await groupsAt(context.db, [row.principal_id], row.valid_from)).get(row.principal_id) ?? [];
      if (groups.length === 0)
        throw conflict(
          "principal-without-group",
          `被代替的人在 ${row.valid_from} 那一天没有已确认的人群类别，不能替他参加。请先由主管部门认定，或请申报人改从认定之日起申报。`,
        );
    }
    const period = `${row.valid_from} 至 ${row.valid_to}`;
    await notify(
      context,
      row.person_id,
      "substitution-decided",
      body.verdict === "confirmed"
        ? `您申报的替亲属参加培训（${period}）已确认。报了班以后，请在“替亲属参加培训”里选定用在哪个班。`
        : `您申报的替亲属参加培训（${period}）未通过：${body.reason}。可以补充证明重新申报。`,
    );
    context.audit({ kind: "substitution", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

async function requireConsent(context: Context, id: string): Promise<void> {
  const row = await context.db
    .selectFrom("substitution")
    .select(["consented_at", "consent_file_id", "consent_by"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row?.consented_at == null)
    throw conflict(
      "principal-not-consented",
      "被代替的本人还没有同意。请本人登录后在“替亲属参加培训”里同意；没有账号的，请登记本人签字的同意书，由另一位人员确认。",
    );
  if (row.consent_file_id !== null && row.consent_by === context.actor.accountId)
    throw forbidden("同意书是您登记的，请由另一位人员核对后确认。", "decided-by-paper-keeper");
}
