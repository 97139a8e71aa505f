import { sql, type Database } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";

/**
 * Prefix of an institution's serials in a year: the year and the nine characters of its unified social credit code that identify
 * it.
 */
const headOf = (uscc: string, year: number): string => `${year}${uscc.slice(8, 17)}`;

/** Serial of the n-th completion certificate of an institution's year, from 1: 2020 + MA1000001 + 000001. */
export const completionSerial = (uscc: string, year: number, count: number): string =>
  `${headOf(uscc, year)}${String(count).padStart(6, "0")}`;

/** Reserves serials of an institution's year, without a gap. */
export async function nextSerials(
  db: Database,
  organisation: { id: string; uscc: string },
  year: number,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const head = headOf(organisation.uscc, year);
  // An imported register may hold numbers already: the first count continues from the highest.
  const counted = await sql<{ last: number }>`
    insert into certificate_counter as c (organisation_id, year, last)
    select ${organisation.id}::uuid, ${year}::int, ${count}::int + coalesce(max(right(f.serial, 6)::int), 0) from certificate f
    where f.issuer_id = ${organisation.id} and f.serial between ${`${head}000000`} and ${`${head}999999`}
      and length(f.serial) = ${head.length + 6}
    on conflict (organisation_id, year) do update set last = c.last + ${count} returning last`.execute(db);
  const last = counted.rows[0]?.last;
  if (last === undefined) throw conflict("serial-not-given", "证书编号没有取到，请重试。");
  return Array.from({ length: count }, (_, n) => completionSerial(organisation.uscc, year, last - count + n + 1));
}
