import { sql, type Database } from "../../kernel/database.ts";
import { type Subject, SUBJECTS } from "./subjects.ts";

/** Registers of which one officer's entry is enough where the county says nothing: a person's own wish decides no money by itself. */
const ONE_IS_ENOUGH: ReadonlySet<Subject> = new Set<Subject>(["fact:training-need"]);

/** Whether single entries of each register count only once a second officer confirmed them. */
export async function twoOfficers(db: Database): Promise<Map<Subject, boolean>> {
  const found = await sql<{ subject: Subject; two: boolean }>`
    select subject, two_officers as two from register_second`.execute(db);
  const set = new Map(found.rows.map((row) => [row.subject, row.two]));
  return new Map(SUBJECTS.map((subject) => [subject, set.get(subject) ?? !ONE_IS_ENOUGH.has(subject)]));
}

export const asksForTwo = async (db: Database, subject: Subject): Promise<boolean> =>
  (await twoOfficers(db)).get(subject) ?? true;
