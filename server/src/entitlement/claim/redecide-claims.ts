import type { Policy } from "@jinengtong/policy";
import { formatYuan } from "@jinengtong/standards";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { reasons, type VersionedDecision } from "../case/claim-decisions.ts";
import type { ClaimState } from "../claim-states.ts";
import { lawsOf, supersededDigests } from "../case/law.ts";
import { type ClaimRow, lockClaims, newVersion } from "./claim-record.ts";
import { tellRedecided } from "./tell-redecided.ts";
import { moveClaim } from "./move-claims.ts";

/** States in which a claim is in hand: nothing is granted yet, and it hasn't ended. */
const IN_HAND: readonly ClaimState[] = ["prepared", "submitted", "returned", "first-passed", "appealed"];

/** Claims in one transaction: an officer who works on one of them waits for no more than these. */
const CHUNK = 50;

/**
 * Decides those of the claims anew that a newer version takes over (`transition: redecide`). Both decisions are kept; the person is
 * told the difference, and a first review that passed another amount has to be made again. Returns the ids of claims decided anew.
 */
export async function redecideClaims(context: Context, ids: readonly string[]): Promise<string[]> {
  if (supersededDigests(context.services.policies).length === 0) return [];
  const rows = (await lockClaims(context.db, ids)).filter((row) => IN_HAND.some((state) => state === row.state));
  const laws = await lawsOf(context, rows);
  const before = await decisionsOf(context, rows);
  const redecided: string[] = [];
  for (const row of rows) {
    const old = before.get(row.id);
    const law = laws.get(row.id);
    if (!old || !law || law.digest === old.policy_digest) continue;
    const now = await newVersion(context, row);
    redecided.push(row.id);
    const amountFen = now.decision.amountFen ?? 0;
    const same = old.outcome === now.decision.outcome && old.amount_fen === amountFen;
    const because = `“${law.title}”第 ${law.version} 版施行，按规定重新裁定：${same ? "结论和金额不变" : difference(old, now)}`;
    if (!same && row.state === "first-passed") await moveClaim(context, row.id, "submitted", { reason: because });
    await tellRedecided(context, row, because);
  }
  return redecided;
}

interface Before {
  policy_digest: string;
  outcome: VersionedDecision["decision"]["outcome"];
  amount_fen: number;
}

/** The difference between two decisions of one claim, for its person and its reviewer. */
function difference(old: Before, now: VersionedDecision & { policy: Policy }): string {
  const was = said(old.outcome, old.amount_fen);
  const is = said(now.decision.outcome, now.decision.amountFen ?? 0);
  return `由“${was}”变为“${is}”${now.decision.outcome === "granted" ? "" : `（${reasons(now.policy, now.decision)}）`}`;
}

const said = (outcome: Before["outcome"], fen: number): string =>
  outcome === "granted" ? `可享受 ${formatYuan(fen)} 元` : outcome === "refused" ? "不能享受" : "资料不全";

async function decisionsOf(context: Context, rows: readonly ClaimRow[]): Promise<Map<string, Before>> {
  const found = await sql<Before & { claim_id: string }>`
    select claim_id, policy_digest, outcome, amount_fen from claim_decision
    where id = any(${rows.flatMap((row) => row.decision_id ?? [])}::uuid[])`.execute(context.db);
  return new Map(found.rows.map((row) => [row.claim_id, row]));
}

/** Daily: decides claims in hand anew under versions that have come into force and say so. */
export async function redecisionRound(services: Services): Promise<number> {
  const superseded = supersededDigests(services.policies);
  if (superseded.length === 0) return 0;
  const found = await sql<{ id: string }>`
    select c.id from claim c join claim_decision d on d.id = c.decision_id
    where c.state = any(${[...IN_HAND]}::text[]) and d.policy_digest = any(${superseded}::text[])
    order by c.id`.execute(services.database);
  const ids = found.rows.map((row) => row.id);
  let count = 0;
  for (let at = 0; at < ids.length; at += CHUNK)
    count += (await inTransaction(services, (context) => redecideClaims(context, ids.slice(at, at + CHUNK)))).length;
  return count;
}
