import { z } from "zod";
import { abandonRecovery } from "../../entitlement/index.ts";
import { notifyAccount, notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { askedNow } from "../../kernel/two-officers.ts";
import { clawbackStates } from "../batch-states.ts";
import { clawbackOwner } from "../owners.ts";

/** Asks to end a demand, since it was wrong or uncollectable; another officer decides. 容错纠错 */
export const endClawback = operation({
  method: "POST",
  path: "/api/v1/clawbacks/:id/end",
  summary: "提出撤销或核销追回",
  permission: { roles: ["finance", "reviewer"], over: clawbackOwner },
  params: ById,
  body: z.strictObject({ as: z.enum(["cancelled", "written-off"]), reason: Text(300, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const demand = await context.db
      .selectFrom("clawback as k")
      .innerJoin("claim as c", "c.id", "k.claim_id")
      .select(["k.state", "c.region"])
      .where("k.id", "=", params.id)
      .forUpdate("k")
      .executeTakeFirstOrThrow();
    if (demand.state !== "demanded")
      throw conflict("clawback-ended", "这件追回已经办结，不需要再结束。请刷新页面查看结果。");
    const made = await context.db
      .insertInto("clawback_end")
      .values({
        clawback_id: params.id,
        as_state: body.as,
        reason: body.reason,
        ...askedNow(context),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "finance", demand.region, {
      template: "clawback-ends-waiting",
      text: "有 {n} 件结束追回的申请，等待另一位人员决定。",
    });
    context.audit({ kind: "clawback", id: params.id, detail: { end: made.id, as: body.as } });
    return made;
  },
});

/**
 * Decides whether a demand ends: by another officer than who asked, and never by who demanded it. Agreed, the payment stands;
 * refused, the demand goes on.
 */
export const decideClawbackEnd = operation({
  method: "POST",
  path: "/api/v1/clawbacks/:id/end/decision",
  summary: "同意或不同意结束追回",
  permission: { roles: ["finance", "reviewer"], over: clawbackOwner },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const asked = await context.db
      .selectFrom("clawback_end as e")
      .innerJoin("clawback as k", "k.id", "e.clawback_id")
      .select(["e.id", "e.as_state", "e.reason", "e.asked_by", "k.demanded_by", "k.claim_id"])
      .where("e.clawback_id", "=", params.id)
      .where("e.decided_by", "is", null)
      .forUpdate(["e", "k"])
      .executeTakeFirst();
    if (!asked) throw conflict("no-end-asked", "没有等待决定的结束申请，或已由他人决定。请刷新页面查看结果。");
    const { accountId } = context.actor;
    if (accountId === asked.demanded_by)
      throw forbidden("追回由您发出，是否结束须由另一位人员决定。", "ender-is-demander");
    if (accountId === asked.asked_by) throw forbidden("结束由您提出，须由另一位人员决定。", "ender-is-asker");
    await context.db
      .updateTable("clawback_end")
      .set({ decided_by: accountId, decided_at: context.now, agreed: body.agreed })
      .where("id", "=", asked.id)
      .execute();
    if (body.agreed) {
      await moveState(context, clawbackStates, params.id, asked.as_state, { reason: asked.reason });
      await abandonRecovery(context, asked.claim_id, asked.reason);
    }
    await notifyAccount(context, asked.asked_by, {
      template: "clawback-end-decided",
      text: `您提出结束的追回${body.agreed ? "已同意结束" : "没有同意结束，继续追回"}。您写的理由：${asked.reason}`,
    });
    context.audit({ kind: "clawback", id: params.id, detail: { end: asked.id, agreed: body.agreed } });
    return { id: params.id };
  },
});
