import { demoAccount } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
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
  const officer = await officerOf(database);
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
        ...(at < 2 && officer ? { confirmedBy: officer } : {}),
      });
      if (at === 0 && relative.enrolmentId !== null) await takeSeat(context, relative.enrolmentId, id);
    });
  }
}

/** This learner trained in the place of a severely disabled parent, confirmed by the office. False where there is nobody to be the parent. */
export async function addDemoSeatInPlace(services: Services, enrolmentId: string): Promise<boolean> {
  const { database } = services;
  const relative = await sql<DemoSide>`
    select p.id, p.name, a.id as "accountId" from enrolment e join person p on p.id = e.person_id join account a on a.person_id = p.id
    where e.id = ${enrolmentId}`.execute(database);
  const [principal] = await principalsOf(database, 1);
  const confirmedBy = await officerOf(database);
  const [own] = relative.rows;
  if (!own || !principal || confirmedBy === undefined) return false;
  await inTransaction(services, async (context) => {
    const given = { relative: own, principal, relation: "child", consented: true, confirmedBy } as const;
    await takeSeat(context, enrolmentId, await addDemoSubstitution(context, given));
  });
  return true;
}

async function takeSeat(context: Context, enrolmentId: string, substitutionId: string): Promise<void> {
  await context.db
    .updateTable("enrolment")
    .set({ substitution_id: substitutionId, group_code: "severely-disabled" })
    .where("id", "=", enrolmentId)
    .execute();
}

async function officerOf(database: Database): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from account where role = 'reviewer' order by username limit 1`.execute(database);
  return found.rows[0]?.id;
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

/** People who neither train nor work themselves, and for whom nobody trains. */
async function principalsOf(database: Database, count: number): Promise<DemoSide[]> {
  const found = await sql<DemoSide>`
    select p.id, p.name, a.id as "accountId" from person p join account a on a.person_id = p.id
    where a.role = 'learner' and not exists (select from enrolment e where e.person_id = p.id)
      and not exists (select from person_group g where g.person_id = p.id and g.code = 'enterprise-employee')
      and not exists (select from substitution s where s.principal_id = p.id)
    order by p.birth_date, p.id limit ${count}`.execute(database);
  return found.rows;
}
