import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { addDemoSubstitution, type DemoSide } from "../../people/index.ts";

/**
 * Training in a relative's place, as its pages show it: one confirmed and used for a class under way, one confirmed for the learner
 * whose account is shown, one that waits for the office, one for the principal's word.
 */
export async function addInPlace(services: Services): Promise<void> {
  const { database } = services;
  const relatives = await relativesOf(services);
  const principals = await principalsOf(database, relatives.length);
  const officer = await sql<{ id: string }>`
    select id from account where role = 'reviewer' order by username limit 1`.execute(database);
  for (const [at, relative] of relatives.entries()) {
    const principal = principals[at];
    if (!principal) return;
    // Each in a transaction of its own: the reason of a move is that of all that the transaction still makes.
    await inTransaction(services, async (context) => {
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
    });
  }
}

/** A learner of a class under way first, then the one whose account is shown, then two others of classes under way. */
async function relativesOf({ database, clock }: Services): Promise<(DemoSide & { enrolmentId: string | null })[]> {
  const shown = demoAccount("learner").username;
  const seated = await sql<DemoSide & { enrolmentId: string }>`
    select distinct on (c.id) p.id, p.name, a.id as "accountId", e.id as "enrolmentId"
    from enrolment e join training_class c on c.id = e.class_id join person p on p.id = e.person_id join account a on a.person_id = p.id
    where e.state = 'enrolled' and c.state = 'running' and c.benefit = 'unemployed-training' and c.starts_on > (${clock.now()}::timestamptz)::date - 50
      and a.username <> ${shown} order by c.id, e.seat limit 3`.execute(database);
  const learner = await sql<DemoSide & { enrolmentId: null }>`
    select p.id, p.name, a.id as "accountId", null as "enrolmentId" from account a join person p on p.id = a.person_id
    where a.username = ${shown}`.execute(database);
  const [first, ...others] = seated.rows;
  return [first, ...learner.rows, ...others].filter((one) => one !== undefined);
}

/** People who neither train nor work themselves. */
async function principalsOf(database: Database, count: number): Promise<DemoSide[]> {
  const found = await sql<DemoSide>`
    select p.id, p.name, a.id as "accountId" from person p join account a on a.person_id = p.id
    where a.role = 'learner' and not exists (select from enrolment e where e.person_id = p.id)
      and not exists (select from person_group g where g.person_id = p.id and g.code = 'enterprise-employee')
    order by p.birth_date, p.id limit ${count}`.execute(database);
  return found.rows;
}
