import type { Group } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";

/** In whose place a learner is in a class. */
export interface InPlace {
  principalId: string;
  principalName: string;
  /** Relation of the learner to the principal. */
  relation: "spouse" | "parent" | "child";
  /** The principal's confirmed groups on the first day of the class, from their own record. */
  groups: Group[];
}

/** For each of these enrolments that is in a relative's place. */
export async function inPlaceOf(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, InPlace>> {
  const found = await sql<InPlace & { id: string }>`
    select e.id, s.principal_id as "principalId", q.name as "principalName", s.relation, array(
        select distinct g.code from person_group g where g.person_id = s.principal_id and g.state in ('confirmed', 'ended')
          and g.valid_from <= c.starts_on and (g.valid_to is null or g.valid_to >= c.starts_on) order by g.code) as groups
    from enrolment e join substitution s on s.id = e.substitution_id join training_class c on c.id = e.class_id
    join person q on q.id = s.principal_id
    where e.id = any(${[...enrolmentIds]}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ id, ...row }) => [id, row]));
}
