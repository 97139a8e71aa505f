import { classHoursOfMinutes } from "@jinengtong/standards";
import { type Database, sql } from "../../kernel/database.ts";

/**
 * Online class hours (45 minutes of credited time, rounded down to two decimals) of each enrolment; 0 without any. The class limits
 * how many of them count: see `completionOf`.
 */
export async function onlineHours(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, number>> {
  const hours = new Map(enrolmentIds.map((id) => [id, 0]));
  if (enrolmentIds.length === 0) return hours;
  const rows = await db
    .selectFrom("watch_credit")
    .select((e) => ["enrolment_id", e.fn.sum<number>("credited_ms").as("ms")])
    .where(sql<boolean>`enrolment_id = any(${[...enrolmentIds]}::uuid[])`)
    .groupBy("enrolment_id")
    .execute();
  for (const row of rows) hours.set(row.enrolment_id, classHoursOfMinutes(Number(row.ms) / 60_000));
  return hours;
}
