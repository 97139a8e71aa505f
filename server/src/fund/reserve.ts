import type { ClaimToReserve, Reservation } from "../entitlement/index.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { conflict } from "../kernel/problem.ts";
import { formatYuan } from "@jinengtong/standards";
import { book, type Booking } from "./books/ledger.ts";
import { withdrawClaim } from "./batch/take-out-payment.ts";

interface Source {
  id: string;
  name: string;
  available: number;
}

/** Sources that may pay for a region, the earmarked one first (十二.4), with their available quota. Locked: approvals queue here. */
async function sourcesOf(context: Context, region: string): Promise<Source[]> {
  const found = await sql<Source>`
    select s.id, s.name, t.total_fen as available
    from fund_source s
    join ledger_account a on a.source_id = s.id and a.book = 'quota' and a.code = 'available'
    join ledger_total t on t.account_id = a.id
    where ${region} like s.region || '%'
    order by s.draw_order, s.code
    for update of s`.execute(context.db);
  return found.rows;
}

/**
 * Reserves the claims' amounts, each from its named source or the first in draw order with enough quota. All or none; a shortage
 * names the claim, the amount and the rest. 十二.1, 十二.4.
 */
export async function reserveClaims(
  context: Context,
  claims: readonly ClaimToReserve[],
): Promise<{ sourceId: string | null }[]> {
  const byRegion = new Map<string, Source[]>();
  const bookings: Booking[] = [];
  const answers: { sourceId: string | null }[] = [];
  const released = await timesReleased(
    context,
    claims.map((claim) => claim.id),
  );
  for (const claim of claims) {
    if (claim.amountFen === 0) {
      answers.push({ sourceId: claim.sourceId });
      continue;
    }
    const region = claim.region.slice(0, 6);
    const sources = byRegion.get(region) ?? (await sourcesOf(context, region));
    byRegion.set(region, sources);
    const source = sources.find(
      (each) => (claim.sourceId === null || each.id === claim.sourceId) && each.available >= claim.amountFen,
    );
    if (!source) throw shortage(claim, sources);
    source.available -= claim.amountFen;
    answers.push({ sourceId: source.id });
    bookings.push({
      movement: "reserved",
      sourceId: source.id,
      amountFen: claim.amountFen,
      postedOn: context.today,
      // A claim approved again after a release is a new fact.
      key: `reserve:${claim.id}:${released.get(claim.id) ?? 0}`,
      note: `核定 ${claim.number}`,
      claimId: claim.id,
    });
  }
  await book(context, bookings);
  return answers;
}

/** Number of earlier releases of each claim's reservation. */
async function timesReleased(context: Context, claimIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ claim_id: string; n: number }>`
    select claim_id, count(*)::int as n from ledger_entry where claim_id = any(${claimIds}::uuid[]) and kind = 'released' group by claim_id`.execute(
    context.db,
  );
  return new Map(rows.map((row) => [row.claim_id, row.n]));
}

function shortage(claim: ClaimToReserve, sources: Source[]) {
  const left = sources.filter((each) => claim.sourceId === null || each.id === claim.sourceId);
  if (left.length === 0)
    return conflict(
      "fund-source-missing",
      `没有可为补贴申请 ${claim.number} 列支的资金来源，请财政人员先设立来源并下达额度。`,
    );
  const most = Math.max(...left.map((each) => each.available));
  return conflict(
    "quota-exhausted",
    `可用额度不足：补贴申请 ${claim.number} 需 ${formatYuan(claim.amountFen)} 元，各来源可用额度最多 ${formatYuan(most)} 元。请等候财政下达额度后再核定，申请保留在待核定。`,
    { number: claim.number, neededFen: claim.amountFen, availableFen: most },
  );
}

/** Releases a claim's unspent reservation; does nothing without one. */
export async function releaseClaim(context: Context, claim: ClaimToReserve): Promise<void> {
  const held = await sql<{ source_id: string; fen: number; times: number }>`
    select e.source_id, sum(p.amount_fen)::bigint as fen, count(*) filter (where e.kind = 'released')::int as times
    from ledger_entry e
    join ledger_posting p on p.entry_id = e.id
    join ledger_account a on a.id = p.account_id and a.code = 'reserved'
    where e.claim_id = ${claim.id} and e.book = 'quota'
    group by e.source_id`.execute(context.db);
  await book(
    context,
    held.rows
      .filter((row) => row.fen > 0)
      .map((row) => ({
        movement: "released" as const,
        sourceId: row.source_id,
        amountFen: row.fen,
        postedOn: context.today,
        key: `release:${claim.id}:${row.times}`,
        note: `释放 ${claim.number}`,
        claimId: claim.id,
      })),
  );
}

/** The offer by which approvals reserve money, in their own transaction: entitlement knows the fund only by this. */
export const reservation: Reservation = {
  reserve: async (context, claim) => (await reserveClaims(context, [claim]))[0] ?? { sourceId: null },
  reserveMany: reserveClaims,
  release: releaseClaim,
  withdraw: withdrawClaim,
};
