import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";

/** Services at a window: one that is over, with what was done, and one that waits for a colleague; and a relative who helps the shown learner. */
export async function addWindows(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const { now } = context;
    const officers = sql`(select (select id from account where username = ${demoAccount("reviewer1").username}) as one,
      (select id from account where username = ${demoAccount("reviewer2").username}) as two)`;
    const own = sql`(select a.id, a.person_id from account a where a.username = ${demoAccount("learner").username})`;
    const others = sql`(select p.id, a.id as account_id, row_number() over (order by p.number desc) as n from person p
      join account a on a.person_id = p.id and a.role = 'learner' and a.state = 'active'
      where p.id <> (select person_id from ${own} o) and p.joined_into is null order by p.number desc limit 3)`;
    await sql`
      insert into window_session (person_id, officer_id, region, purposes, asked_at)
      select o.person_id, f.one, a.region, '{record,enrol}', ${now}::timestamptz - interval '3 days'
      from ${own} o, ${officers} f join account a on a.id = f.one`.execute(context.db);
    await sql`
      update window_session set state = 'open', consent_kind = 'officer', consent_by = f.two, opened_at = asked_at + interval '2 minutes',
        expires_at = asked_at + interval '32 minutes' from ${officers} f where state = 'asked'`.execute(context.db);
    await sql`
      insert into acted_for (window_id, account_id, operation, at)
      select id, officer_id, 'POST /api/v1/classes/:id/enrolments', opened_at + interval '6 minutes' from window_session where state = 'open'`.execute(
      context.db,
    );
    await sql`
      update window_session set state = 'ended', ended_at = opened_at + interval '12 minutes', ended_by = officer_id where state = 'open'`.execute(
      context.db,
    );
    await sql`
      insert into personal_data_access (person_id, account_id, purpose, fields, at)
      select person_id, officer_id, '窗口代办', '{}', asked_at from window_session`.execute(context.db);
    await sql`
      insert into window_session (person_id, officer_id, region, purposes, asked_at)
      select p.id, f.two, a.region, '{enrol,claim,payee}', ${now}::timestamptz - interval '4 minutes'
      from ${others} p, ${officers} f join account a on a.id = f.two where p.n = 1`.execute(context.db);
    await sql`
      insert into person_helper (person_id, helper_id, relation, named_by, named_at)
      select p.id, o.person_id, 'parent', p.account_id, ${now}::timestamptz - interval '9 days' from ${others} p, ${own} o where p.n = 2`.execute(
      context.db,
    );
  });
}
