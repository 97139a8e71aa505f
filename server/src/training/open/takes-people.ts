import { sql, type Database } from "../../kernel/database.ts";

/**
 * Condition that class `c` takes whoever enrols now: approved, open to everybody, not begun, with a free seat. Whatever a page counts as a
 * class that one can still join is this.
 */
export const takesPeople = (today: string) =>
  sql<boolean>`(c.state = 'approved' and c.open_enrolment and c.starts_on >= ${today}::date
    and c.capacity > (select count(seat) from enrolment where class_id = c.id))`;

/** Number of classes that take people now, by occupation and level. */
export async function openByTrade(
  db: Database,
  today: string,
): Promise<{ occupation: string; level: number; classes: number }[]> {
  const found = await sql<{ occupation: string; level: number; classes: number }>`
    select c.occupation, c.level, count(*)::int as classes from training_class c where ${takesPeople(today)}
    group by c.occupation, c.level`.execute(db);
  return found.rows;
}
