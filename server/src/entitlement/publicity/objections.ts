import { randomUUID } from "node:crypto";
import { sealed } from "../claim/sealed-contact.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/problem.ts";
import { lockClaim, mustBe, stateOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { ANSWER_DAYS, dueAfter } from "../claim/work-calendar.ts";

export type ObjectionKind = "public" | "own" | "appeal";

/**
 * States in which each kind may be raised. An objection about one's own name is possible as long as there is something to stop or
 * take back.
 */
const MAY_RAISE = {
  public: ["publicised", "objected"],
  own: ["submitted", "first-passed", "approved", "publicised", "objected", "payable", "batched", "paid"],
  appeal: ["refused"],
} as const;

/** Records an objection, due for an answer in five working days, and stops the claim. */
export async function raiseObjection(
  context: Context,
  claimId: string,
  given: { kind: ObjectionKind; text: string; contact?: string | undefined; personId?: string | null },
): Promise<string> {
  const row = await lockClaim(context.db, claimId);
  mustBe(row, MAY_RAISE[given.kind]);
  const state = stateOf(row);
  if (given.kind === "public" && (row.publicised_to === null || context.today > row.publicised_to))
    throw conflict("publicity-over", "公示期已结束，不能再提出异议。如发现问题，可向人社部门举报。");
  const id = randomUUID();
  await context.db
    .insertInto("objection")
    .values({
      id,
      claim_id: claimId,
      kind: given.kind,
      text: given.text,
      contact_sealed: given.contact === undefined ? null : sealed(context, id, given.contact),
      person_id: given.personId ?? null,
      raised_at: context.now,
      due_on: dueAfter(context.today, ANSWER_DAYS),
      answer: null,
      upheld: null,
      answered_by: null,
      answered_at: null,
    })
    .execute();
  if (given.kind === "appeal") await moveClaim(context, claimId, "appealed", { reason: given.text });
  else if (state === "publicised") await moveClaim(context, claimId, "objected");
  return id;
}
