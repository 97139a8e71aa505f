import { demoAccount } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { addDemoSubstitution, type DemoSide } from "../../people/index.ts";

/**
 * Training in a relative's place, as its pages show it: one confirmed and used for a class under way, one confirmed for the learner
 * whose account is shown, one that waits for the office, one for the principal's word.
 */
export const addInPlace = (services: Services): Promise<void> =>
  inTransaction(services, async (context) => {
    const relatives = await relativesOf(context);
    const principals = await principalsOf(context, relatives.length);
    const officer = await sql<{ id: string }>`
      select id from account where role = 'reviewer' order by username limit 1`.execute(context.db);
    for (const [at, relative] of relatives.entries()) {
      const principal = principals[at];
      if (!principal) return;
      const id = await addDemoSubstitution(context, {
        relative,
        principal,
        relation: at % 2 === 0 ? "child" : "spouse",
        consented: at < 3,
        ...(at < 2 && officer.rows[0] ? { confirmedBy: officer.rows[0].id } : {}),
      });
      if (at === 0)
        await context.db
          .updateTable("enrolment")
          .set({ substitution_id: id, group_code: "severely-disabled" })
          .where("id", "=", relative.enrolmentId ?? "")
          .execute();
    }
  });

/** A learner of a class under way first, then the one whose account is shown, then two others of classes under way. */
async function relativesOf(context: Context): Promise<(DemoSide & { enrolmentId: string | null })[]> {
  const shown = demoAccount("learner").username;
  const seated = await sql<DemoSide & { enrolmentId: string }>`
    select distinct on (c.id) p.id, p.name, a.id as "accountId", e.id as "enrolmentId"
    from enrolment e join training_class c on c.id = e.class_id join person p on p.id = e.person_id join account a on a.person_id = p.id
    where e.state = 'enrolled' and c.state = 'running' and c.benefit = 'unemployed-training' and c.starts_on > ${context.today}::date - 50
      and a.username <> ${shown} order by c.id, e.seat limit 3`.execute(context.db);
  const learner = await sql<DemoSide & { enrolmentId: null }>`
    select p.id, p.name, a.id as "accountId", null as "enrolmentId" from account a join person p on p.id = a.person_id
    where a.username = ${shown}`.execute(context.db);
  const [first, ...others] = seated.rows;
  return [first, ...learner.rows, ...others].filter((one) => one !== undefined);
}

/** People who train in no class themselves. */
async function principalsOf(context: Context, count: number): Promise<DemoSide[]> {
  const found = await sql<DemoSide>`
    select p.id, p.name, a.id as "accountId" from person p join account a on a.person_id = p.id
    where a.role = 'learner' and not exists (select from enrolment e where e.person_id = p.id)
    order by p.birth_date, p.id limit ${count}`.execute(context.db);
  return found.rows;
}
