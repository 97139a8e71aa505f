import { createWorkdayCalendar, type CivilDate, workingDaysBetween } from "@jinengtong/standards";
import { payeeAccount, stopsOn } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { type Inflow, inflowsOf } from "../inflow/inflows.ts";

/**
 * Why a day is expected, or none is: `usual` the money is there and the source pays as fast as lately; `inflow` money that
 * the source expects will reach it; `short` what stands before it takes the money that is there and expected; `late` the usual time is over; `stopped` an objection, a hold or a cancellation is open; `no-account`
 * the payee has no account yet; `unknown` too little was paid lately to say.
 */
export const BASES = ["usual", "inflow", "short", "late", "stopped", "no-account", "unknown"] as const;
export type Basis = (typeof BASES)[number];

/** A payable claim in the line of its source. */
export interface InLine {
  claimId: string;
  /** From 1. */
  place: number;
  /** Payable claims of the source. */
  of: number;
  /** Fen of the claims before it. */
  aheadFen: number;
  basis: Basis;
  expectedOn: CivilDate | null;
  /** The expected money that reaches it, where its day rests on that. */
  inflow: Inflow | null;
}

export interface SourceLine {
  sourceName: string;
  /** Fen in the bank that no batch has taken up. */
  freeFen: number;
  /** Median of working days from the end of publicity to the arrival, of the last half year; null below `FEW`. */
  usualDays: number | null;
  claims: Map<string, InLine>;
  /** Expected money whose day is over: nothing rests on it. */
  overdue: Inflow[];
}

/** With fewer payments nothing usual can be said. */
const FEW = 5;
const provisional = createWorkdayCalendar({ unknownYears: "provisional" });

/**
 * The line of a source: its payable claims by the end of their publicity, then by number, with the money that is there. Nothing is
 * guessed: without money or experience no day is expected.
 */
export async function lineOf(context: Context, sourceId: string): Promise<SourceLine> {
  const { db, today } = context;
  const money = await sql<{ name: string; free: number }>`
    select s.name, (coalesce((select t.total_fen from ledger_account a join ledger_total t on t.account_id = a.id
        where a.source_id = s.id and a.book = 'cash' and a.code = 'bank'), 0)
      - coalesce((select sum(p.amount_fen) from payment p join payment_batch b on b.id = p.batch_id
        where b.source_id = s.id and b.state in ('draft', 'submitted') and p.state = 'batched'), 0))::bigint as free
    from fund_source s where s.id = ${sourceId}`.execute(db);
  const waiting = await sql<{ id: string; fen: number; ends: CivilDate | null; account: boolean }>`
    select c.id, c.approved_fen as fen, c.publicised_to as ends, ${payeeAccount} is not null as account
    from claim c where c.state = 'payable' and c.approved_fen > 0 and c.source_id = ${sourceId}
    order by c.publicised_to, c.number`.execute(db);
  const usualDays = await usualDaysOf(context, sourceId);
  const stops = await stopsOn(
    db,
    waiting.rows.map((row) => row.id),
  );
  const freeFen = money.rows[0]?.free ?? 0;
  const inflows = await inflowsOf(db, sourceId);
  const [overdue, coming] = [inflows.filter((i) => i.expectedOn < today), inflows.filter((i) => i.expectedOn >= today)];
  const claims = new Map<string, InLine>();
  let aheadFen = 0;
  for (const [at, { id, fen, ends, account }] of waiting.rows.entries()) {
    const day = usualDays === null || ends === null ? null : provisional.addWorkingDays(ends, usualDays);
    const inflow = aheadFen + fen > freeFen ? reaching(coming, aheadFen + fen - freeFen) : null;
    const basis: Basis = stops.has(id)
      ? "stopped"
      : !account
        ? "no-account"
        : aheadFen + fen > freeFen
          ? inflow === null
            ? "short"
            : "inflow"
          : day === null
            ? "unknown"
            : day < today
              ? "late"
              : "usual";
    claims.set(id, {
      claimId: id,
      place: at + 1,
      of: waiting.rows.length,
      aheadFen,
      basis,
      expectedOn: basis === "usual" ? day : basis === "inflow" ? latest(inflow?.expectedOn ?? null, day) : null,
      inflow: basis === "inflow" ? inflow : null,
    });
    aheadFen += fen;
  }
  return { sourceName: money.rows[0]?.name ?? "", freeFen, usualDays, claims, overdue };
}

/** The expected money with which the sum of all that came before it covers what is lacking. */
function reaching(coming: readonly Inflow[], lackingFen: number): Inflow | null {
  let sum = 0;
  return coming.find((inflow) => (sum += inflow.amountFen) >= lackingFen) ?? null;
}

const latest = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a === null ? b : b === null || a > b ? a : b;

async function usualDaysOf({ db, today }: Context, sourceId: string): Promise<number | null> {
  const paid = await sql<{ from: CivilDate; to: CivilDate }>`
    select c.publicised_to as "from", p.settled_on as "to"
    from payment p join payment_batch b on b.id = p.batch_id join claim c on c.id = p.claim_id
    where b.source_id = ${sourceId} and p.state = 'paid' and p.settled_on > ${today}::date - 183 and c.publicised_to <= p.settled_on
    order by p.settled_on desc limit 200`.execute(db);
  if (paid.rows.length < FEW) return null;
  const days = paid.rows.map(({ from, to }) => workingDaysBetween(from, to)).toSorted((a, b) => a - b);
  return days[Math.floor(days.length / 2)] ?? null;
}

/** The rule and its result in words. */
export function outlookSaid(
  line: SourceLine,
  { basis, expectedOn, inflow }: Pick<InLine, "basis" | "expectedOn" | "inflow">,
): string {
  switch (basis) {
    case "usual":
      return `预计 ${expectedOn} 前后到账：这个资金来源近半年从公示结束到到账，通常是 ${line.usualDays} 个工作日，专户里的钱够付到这一笔。`;
    case "inflow":
      return `专户里的钱付完前面的申请后不够付这一笔；财政部门按${inflow?.document ?? ""}预计 ${inflow?.expectedOn ?? ""} 拨入资金，够付到这一笔，预计 ${expectedOn} 以后到账。日期有变化会通知您。`;
    case "short":
      return `专户里的钱付完前面的申请后不够付这一笔，要等新的资金拨入，现在还不能确定到账日。${
        line.overdue.length === 0 ? "" : `原计划 ${line.overdue[0]?.expectedOn} 拨入的资金还没有到。`
      }有了日期会通知您。`;
    case "late":
      return `已超过通常的 ${line.usualDays} 个工作日还没有付，现在不能确定到账日。可向财政部门询问。`;
    case "stopped":
      return "有异议、疑点或撤销在处理，处理完才能拨付，现在不能确定到账日。";
    case "no-account":
      return "收款方还没有登记收款账户，登记后才能拨付，现在不能确定到账日。";
    case "unknown":
      return "这个资金来源近半年拨付的太少，推算不出到账日。";
  }
}
