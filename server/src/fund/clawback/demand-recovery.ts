import { addDays } from "@jinengtong/standards";
import { startRecovery } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { tellPayee } from "./tell-payee.ts";
import { DAYS_TO_REPAY } from "./clawback.ts";

interface Target {
  id: string;
  number: string;
  paid_fen: number;
  officer_id: string;
}

/**
 * Demands back what a decision requires (十三): an over-paid advance when its settlement is approved, or a claim whose objection was
 * upheld after payment. The deciding officer is recorded as demanding it. At least once; demands once.
 */
export const demandRecovery: Subscription<"claim-recovery-due"> = {
  event: "claim-recovery-due",
  name: "demand-recovery",
  title: "发出追回",
  async run(context, { claimId, recoverFen, because, officerId }) {
    const target = await paidClaimOf(context, claimId, because !== undefined);
    const amount = Math.min(recoverFen, target?.paid_fen ?? 0);
    if (!target || amount <= 0) return;
    const reason =
      because ??
      (target.id === claimId ? `异议成立，追回 ${target.number}` : `结算少于预拨，追回 ${target.number} 多付部分`);
    await startRecovery(context, target.id, reason);
    await context.db
      .insertInto("clawback")
      .values({
        claim_id: target.id,
        amount_fen: amount,
        reason,
        due_on: addDays(context.today, DAYS_TO_REPAY),
        demanded_by: officerId ?? target.officer_id,
        demanded_at: context.now,
      })
      .execute();
    await tellPayee(context, target.id, {
      amountFen: amount,
      dueOn: addDays(context.today, DAYS_TO_REPAY),
      reason,
    });
  },
};

/**
 * Claim that the money was paid for: the class's advance if a settlement falls short, else the claim itself. None if nothing was
 * paid or it is demanded already.
 */
async function paidClaimOf(context: Context, claimId: string, isItself: boolean): Promise<Target | undefined> {
  const found = await sql<Target>`
    select p.id, p.number, p.paid_fen, r.officer_id
    from claim c
    join claim p on case when c.stage = 'settlement' and not ${isItself}::boolean
      then p.class_id = c.class_id and p.benefit = c.benefit and p.stage = 'advance' else p.id = c.id end
    join claim_review r on r.claim_id = p.id and r.round = 2 and r.verdict = 'pass'
    where c.id = ${claimId} and p.state = 'paid' and p.paid_fen > 0
    order by r.version desc limit 1 for update of p`.execute(context.db);
  return found.rows[0];
}
