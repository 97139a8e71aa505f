import { randomUUID } from "node:crypto";
import { normaliseCode } from "@jinengtong/standards";
import { opened, sealed } from "../claim/sealed-contact.ts";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { type ClaimRow, lockClaim, mustBe, stateOf } from "../claim/claim-record.ts";
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

/** Spelling doesn't make another text or contact. */
const spelled = (text: string): string => normaliseCode(text).toLowerCase();

/**
 * One public objection per claim and publicity for the same text, the same contact, and for nobody's contact: whoever repeats one
 * can't hold the payment longer, and others still can object.
 */
async function refuseRepeated(
  context: Context,
  row: ClaimRow,
  given: { text: string; contact?: string | undefined },
): Promise<void> {
  const earlier = await context.db
    .selectFrom("objection")
    .select(["id", "text", "contact_sealed"])
    .where("claim_id", "=", row.id)
    .where("kind", "=", "public")
    .where(sql<boolean>`(raised_at at time zone 'Asia/Shanghai')::date >= ${row.publicised_from}::date`)
    .execute();
  const contact = given.contact === undefined ? null : spelled(given.contact);
  for (const each of earlier) {
    const theirs = each.contact_sealed === null ? null : spelled(opened(context, each.id, each.contact_sealed));
    if (spelled(each.text) === spelled(given.text))
      throw conflict("objection-repeated", "这笔公示已有内容相同的异议，人社部门会一并核查，不需要重复提出。");
    if (theirs === contact)
      throw conflict(
        "objection-repeated",
        contact === null
          ? "这笔公示已有一条没有留联系方式的异议。您如有不同情况，请留下联系方式后再提出。"
          : "您已对这笔公示提出过异议，人社部门会核查并与您联系，不需要重复提出。",
      );
  }
}

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
  if (given.kind === "public") await refuseRepeated(context, row, given);
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
  await notifyOffice(context, "reviewer", row.town, {
    template: "objections-waiting",
    text: "新收到 {n} 件异议或申诉，等待核查答复。",
  });
  if (given.kind === "appeal") await moveClaim(context, claimId, "appealed", { reason: given.text });
  else if (state === "publicised") await moveClaim(context, claimId, "objected");
  return id;
}
