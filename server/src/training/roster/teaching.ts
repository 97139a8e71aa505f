import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";

/** `class person` pairs in which the person teaches a session of the class: nobody marks their own attendance. */
export async function teachingPairs(
  context: Context,
  classIds: readonly string[],
  personIds: readonly string[],
): Promise<Set<string>> {
  const found = await sql<{ pair: string }>`
    select distinct s.class_id || ' ' || s.teacher_person_id as pair from class_session s
    where s.class_id = any(${classIds}::uuid[]) and s.teacher_person_id = any(${personIds}::uuid[]) and not s.cancelled`.execute(
    context.db,
  );
  return new Set(found.rows.map((row) => row.pair));
}

export const TEACHES_HERE = "此人是本班的任课教师，不能同时是本班学员";

/** Refuses a learner who teaches in the class. */
export async function mustNotTeach(context: Context, classId: string, personId: string): Promise<void> {
  const pairs = await teachingPairs(context, [classId], [personId]);
  if (pairs.size > 0)
    throw conflict("teacher-is-learner", `${TEACHES_HERE}。请换一位教师授课，或请其报其他班。`, { classId });
}
