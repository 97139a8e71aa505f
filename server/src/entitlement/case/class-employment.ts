import type { Case } from "@jinengtong/policy";
import type { CivilDate } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";
import { factsAtOf } from "../../people/index.ts";

type Employment = NonNullable<Case["employment"]>;

/**
 * Employment of a class's learners as one fact, for benefits granted to an enterprise for the whole class: true if recorded for
 * every learner, false if contradicted for any, else unknown.
 */
export async function employmentOfClasses(
  db: Database,
  classIds: readonly string[],
  date: CivilDate,
): Promise<Map<string, Employment>> {
  const found = await sql<{ class_id: string; uscc: string | null; person_id: string }>`
    select e.class_id, o.uscc, e.person_id from enrolment e join training_class c on c.id = e.class_id
    left join organisation o on o.id = c.enterprise_id
    where e.class_id = any(${[...classIds]}::uuid[]) and e.state in ('enrolled', 'completed')`.execute(db);
  const people = await factsAtOf(
    db,
    found.rows.map((row) => row.person_id),
    date,
  );
  const answers = new Map<string, Employment>();
  for (const [classId, rows] of Map.groupBy(found.rows, (row) => row.class_id)) {
    const known = rows.map(({ person_id, uscc }) => {
      const own = people.get(person_id)?.employment;
      return own?.employed === true && uscc !== null ? own.employer === uscc : own?.employed;
    });
    const uscc = rows[0]?.uscc;
    const employer = uscc ? { employer: uscc } : {};
    if (known.includes(false)) answers.set(classId, { ...employer, employed: false });
    else if (known.every((employed) => employed === true)) answers.set(classId, { ...employer, employed: true });
  }
  return answers;
}
