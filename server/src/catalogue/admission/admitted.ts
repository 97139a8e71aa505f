import { sql, type Database } from "../../kernel/database.ts";

export type Activity = "training" | "evaluation";

/**
 * Whether the organisation was admitted to train or evaluate this occupation and level on that day. A suspension or exit counts
 * from the day it was made; earlier training keeps its status. Ownership of the organisation plays no part.
 */
export async function isAdmitted(
  db: Database,
  organisationId: string,
  activity: Activity,
  occupation: string,
  level: number,
  date: string,
): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (
      select from admission a
      where a.organisation_id = ${organisationId} and a.activity = ${activity}
        and a.occupation = ${occupation} and a.level = ${level}
        and a.state in ('admitted', 'suspended', 'exited')
        and ${date}::date between a.valid_from and a.valid_to
        and coalesce((
          select e.kind = 'resumption' from admission_event e
          where e.admission_id = a.id and e.on_date <= ${date}::date
            and e.kind in ('suspension', 'resumption', 'removal', 'blacklist', 'revocation', 'leaving')
          order by e.id desc limit 1),
          a.state = 'admitted' or exists (select from admission_event e where e.admission_id = a.id and e.on_date > ${date}::date))
    ) as ok`.execute(db);
  return found.rows[0]?.ok ?? false;
}
