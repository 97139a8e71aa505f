import { county } from "@jinengtong/county";
import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/** A payment batch's number, e.g. BF2026-00123: year and a counter over all years. */
export const batchNumber = (madeOn: CivilDate, count: number): string =>
  `${county().numbers.batch}${madeOn.slice(0, 4)}-${String(count).padStart(5, "0")}`;

/** Number of a batch's n-th payment, from 1: the batch's number and its position. */
export const paymentNumber = (batch: string, place: number): string => `${batch}-${String(place).padStart(5, "0")}`;

/** Takes the next batch number. */
export async function nextBatchNumber(context: Context): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('batch_number') as n`.execute(context.db);
  return batchNumber(context.today, rows[0]?.n ?? 0);
}
