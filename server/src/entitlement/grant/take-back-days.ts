import { adjudicate, allowanceDays, type Case } from "@jinengtong/policy";
import { formatYuan } from "@jinengtong/standards";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { attendedDays } from "../../training/index.ts";
import { GRANTED } from "../claim-states.ts";
import { storedCase } from "../programme/trace.ts";
import { DEMANDED_DAYS, RETURNED_DAYS } from "../claim/returned-days.ts";

interface GrantedDays {
  id: string;
  number: string;
  town: string;
  policy_digest: string;
  facts: unknown;
  stands_fen: number;
  returned_days: string[];
  demanded_days: string[];
}

/**
 * A day that was put right to absent after an allowance was granted for it: the officer who corrected the mark thereby asks for the
 * difference back, and another decides, as with any cancellation. Put right once more, the request follows it.
 */
export const takeBackOnCorrection: Subscription<"attendance-corrected"> = {
  event: "attendance-corrected",
  name: "take-back-days",
  title: "更正为缺勤的，提出收回多核定的生活费",
  async run(context, { enrolmentId, correctedBy }) {
    const found = await sql<GrantedDays>`
      select c.id, c.number, c.town, d.policy_digest, d.facts, coalesce(c.paid_fen, c.approved_fen, 0) as stands_fen,
        ${RETURNED_DAYS} as returned_days, ${DEMANDED_DAYS} as demanded_days
      from claim c join claim_decision d on d.id = c.decision_id
      where c.enrolment_id = ${enrolmentId} and c.state = any(${[...GRANTED]}::text[]) and c.supplements is null
        and d.facts #> '{training,attendedDays}' is not null
      order by c.id for update of c`.execute(context.db);
    if (found.rows.length === 0) return;
    const attended = new Set<string>((await attendedDays(context.db, [enrolmentId])).get(enrolmentId));
    for (const claim of found.rows) await takeBack(context, claim, attended, correctedBy);
  },
};

async function takeBack(
  context: Context,
  claim: GrantedDays,
  attended: ReadonlySet<string>,
  correctedBy: string,
): Promise<void> {
  const stored = storedCase(context.services, claim);
  const before = stored?.facts.training?.attendedDays;
  if (!stored || before === undefined) return;
  const { policy, facts } = stored;
  const paid = before.filter((day) => !claim.returned_days.includes(day));
  const withDays = (days: typeof before): Case => ({ ...facts, training: { ...facts.training, attendedDays: days } });
  const standing = withDays(paid.filter((day) => attended.has(day) || !claim.demanded_days.includes(day)));
  const kept = withDays(paid.filter((day) => attended.has(day)));
  const still = new Set<string>(allowanceDays(policy, kept));
  const gone = allowanceDays(policy, standing).filter((day) => !still.has(day));
  const due = (adjudicate(policy, standing).amountFen ?? 0) - (adjudicate(policy, kept).amountFen ?? 0);
  const lessFen = Math.max(0, Math.min(due, claim.stands_fen));
  const reason =
    lessFen > 0
      ? `${gone.join("、")} 的考勤更正为缺勤，应少发 ${formatYuan(lessFen)} 元`
      : "考勤又更正回来，不用收回，请否决";
  const asked = await sql<{ fresh: boolean }>`
    insert into claim_cancellation (claim_id, reason, asked_by, asked_at, less_fen, less_days)
    select ${claim.id}, ${reason}, ${correctedBy}, ${context.now}, ${lessFen}, ${lessFen > 0 ? gone : null}::date[]
    where ${lessFen}::bigint > 0 or exists (
      select from claim_cancellation x where x.claim_id = ${claim.id} and x.decided_by is null and x.less_fen is not null)
    on conflict (claim_id) where decided_by is null
      do update set reason = excluded.reason, asked_by = excluded.asked_by, asked_at = excluded.asked_at, less_fen = excluded.less_fen,
        less_days = excluded.less_days
      where claim_cancellation.less_fen is not null
    returning (xmax = 0) as fresh`.execute(context.db);
  if (asked.rows[0]?.fresh !== true) return;
  await notifyOffice(context, "reviewer", claim.town, {
    template: "cancellations-waiting",
    text: "有 {n} 件撤销已提出，等待另一位审核人员确认。",
  });
  context.audit({ kind: "claim", id: claim.id, detail: { tookBackFen: lessFen } });
}
