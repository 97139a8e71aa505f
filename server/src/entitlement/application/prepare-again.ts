import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { type ClaimRow, lockClaims, newVersion, readjudicate } from "../claim/claim-record.ts";
import { announce } from "../claim/move-claims.ts";
import { lockPeople, prepareClaims } from "./prepare-claims.ts";
import { prepareOnRecord } from "./prepare-on-record.ts";

/**
 * Prepares claims again (免申即享) when new facts about these persons arrive: prepared claims are decided anew, and claims are prepared
 * that their certificates and degrees now entitle them to. Idempotent. Returns the number of new claims.
 */
export async function prepareAgain(context: Context, personIds: readonly string[]): Promise<number> {
  await lockPeople(context, personIds);
  await decidePreparedAnew(context, personIds);
  const certificates = await sql<{ id: string }>`
    select id from certificate where person_id = any(${[...personIds]}::uuid[])`.execute(context.db);
  let made = await prepareClaims(
    context,
    certificates.rows.map((row) => row.id),
    { again: true },
  );
  for (const personId of personIds) made += await prepareOnRecord(context, personId);
  return made;
}

/** A prepared claim shows the current decision. Its person is notified again once it is granted. */
export async function decidePreparedAnew(context: Context, personIds: readonly string[]): Promise<void> {
  const found = await sql<{ id: string }>`
    select id from claim where state = 'prepared' and person_id = any(${[...personIds]}::uuid[])`.execute(context.db);
  const rows = (
    await lockClaims(
      context.db,
      found.rows.map((row) => row.id),
    )
  ).filter((row) => row.state === "prepared");
  const before = await outcomesOf(context, rows);
  const nowGranted: string[] = [];
  for (const { row, decision } of await readjudicate(context, rows, context.today)) {
    const known = before.get(row.id);
    if (known?.outcome === decision.outcome && known.amount_fen === (decision.amountFen ?? 0)) continue;
    await newVersion(context, row, context.today);
    if (decision.outcome === "granted" && known?.outcome !== "granted") nowGranted.push(row.id);
  }
  if (nowGranted.length > 0) await announce(context, nowGranted, "prepared");
}

async function outcomesOf(
  context: Context,
  rows: readonly ClaimRow[],
): Promise<Map<string, { outcome: string; amount_fen: number }>> {
  const found = await sql<{ claim_id: string; outcome: string; amount_fen: number }>`
    select claim_id, outcome, amount_fen from claim_decision where id = any(${rows.map((row) => row.decision_id)}::uuid[])`.execute(
    context.db,
  );
  return new Map(found.rows.map((row) => [row.claim_id, row]));
}

/** A degree, a job or contributions were recorded: prepares the claims they entitle to. */
export const prepareOnFacts: Subscription<"person-facts-recorded"> = {
  event: "person-facts-recorded",
  name: "prepare-on-facts",
  title: "按新登记的信息准备补贴申请",
  async run(context, { personIds }) {
    await prepareAgain(context, personIds);
  },
};

/** A group was confirmed: prepares the claims its members are entitled to. */
export const prepareOnGroup: Subscription<"person-group-confirmed"> = {
  event: "person-group-confirmed",
  name: "prepare-on-group",
  title: "按新确认的人群类别准备补贴申请",
  async run(context, { personIds }) {
    await prepareAgain(context, personIds);
  },
};
