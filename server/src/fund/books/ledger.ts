import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { json, sql, type Database } from "../../kernel/database.ts";
import { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "./chart.ts";

/** One movement of money. `key` names the booked fact: the same key is booked once. */
export interface Booking {
  movement: Movement;
  sourceId: string;
  /** Integer fen, above zero. */
  amountFen: number;
  /** Civil value date; may be in the past. */
  postedOn: string;
  key: string;
  note: string;
  claimId?: string | null;
  paymentId?: string | null;
}

/**
 * Books movements in the caller's transaction, all or none. Returns the keys booked now; keys booked before are skipped. The
 * database refuses a movement that would bring a floored account below zero.
 */
export async function book(context: Context, bookings: readonly Booking[]): Promise<Set<string>> {
  if (bookings.length === 0) return new Set();
  const rows = bookings.map((booking) => {
    if (!Number.isSafeInteger(booking.amountFen) || booking.amountFen <= 0)
      throw new RangeError(`入账金额须为正整数分：${booking.key}`);
    const movement = MOVEMENTS[booking.movement];
    return {
      id: randomUUID(),
      source_id: booking.sourceId,
      book: movement.book,
      kind: booking.movement,
      posted_on: booking.postedOn,
      key: booking.key,
      claim_id: booking.claimId ?? null,
      payment_id: booking.paymentId ?? null,
      note: booking.note,
      amount: booking.amountFen,
      debit: movement.debit,
      credit: movement.credit,
    };
  });
  const made = await sql<{ key: string }>`
    with given as (
      select * from jsonb_to_recordset(${json(rows)}::jsonb) as g (
        id uuid, source_id uuid, book text, kind text, posted_on date, key text, claim_id uuid, payment_id uuid, note text,
        amount bigint, debit text, credit text)
    ), entry as (
      insert into ledger_entry (id, source_id, book, kind, posted_on, key, claim_id, payment_id, note, made_by, made_at)
      select id, source_id, book, kind, posted_on, key, claim_id, payment_id, note, ${context.maybeActor?.accountId ?? null}, ${context.now} from given
      on conflict (key) do nothing returning id, key
    ), posting as (
      insert into ledger_posting (entry_id, account_id, source_id, book, amount_fen)
      select g.id, a.id, g.source_id, g.book, line.sign * g.amount
      from given g join entry e on e.id = g.id
      cross join lateral (values (g.debit, 1), (g.credit, -1)) as line (code, sign)
      join ledger_account a on a.source_id = g.source_id and a.book = g.book and a.code = line.code
    )
    select key from entry`.execute(context.db);
  return new Set(made.rows.map((row) => row.key));
}

/** Opens a source with its whole chart of accounts. Returns its id. */
export async function openSource(
  context: Context,
  source: { code: string; name: string; region: string; openedOn: string; drawOrder: number },
): Promise<string> {
  const { id } = await context.db
    .insertInto("fund_source")
    .values({
      code: source.code,
      name: source.name,
      region: source.region,
      opened_on: source.openedOn,
      draw_order: source.drawOrder,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const accounts = Object.entries(CHART).flatMap(([bookName, codes]) =>
    Object.entries(codes).map(([code, { name, floor }]) => ({
      source_id: id,
      book: bookName as Book,
      code,
      name,
      floor_at_zero: floor,
    })),
  );
  await context.db.insertInto("ledger_account").values(accounts).execute();
  return id;
}

export type Balances = Record<Book, Partial<Record<AccountCode, number>>>;

/** Balances of one source in fen, from its days; `on` limits them to value dates up to that day. Debit positive. */
export async function balances(db: Database, sourceId: string, on?: string): Promise<Balances> {
  const rows = await sql<{ book: Book; code: AccountCode; fen: number }>`
    select a.book, a.code, coalesce(sum(d.debit_fen - d.credit_fen), 0)::bigint as fen
    from ledger_account a
    left join ledger_day d on d.account_id = a.id and (${on ?? null}::date is null or d.posted_on <= ${on ?? null}::date)
    where a.source_id = ${sourceId}
    group by a.book, a.code`.execute(db);
  const result: Balances = { quota: {}, cash: {} };
  for (const row of rows.rows) result[row.book][row.code] = row.fen;
  return result;
}
