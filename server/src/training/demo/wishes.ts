import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";

/** People wait for classes that aren't there: trades of the published list without an open class, among them the shown learner. */
export async function addWishes(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const shown = demoAccount("learner").username;
    await sql`
      insert into class_wish (person_id, occupation, occupation_name, level, towns, made_at)
      select p.id, t.occupation, t.occupation_name, t.level, case when p.n % 3 = 0 then '{}'::text[] else array[p.town] end,
        ${context.now}::timestamptz - p.n * interval '1 day'
      from (select a.person_id as id, q.town, row_number() over (order by a.username <> ${shown}, q.number) as n
        from account a join person q on q.id = a.person_id where a.role = 'learner' order by a.username <> ${shown}, q.number limit 12) p
      join (select s.*, row_number() over (order by s.occupation, s.level desc) as n, count(*) over () as all from (
          select distinct on (occupation) occupation, occupation_name, level from training_standard s
          where s.level in (0, 5) and not exists (select from training_class c where c.state = 'approved' and c.occupation = s.occupation)
          order by occupation, level desc limit 4) s) t on t.n = 1 + p.n % t.all`.execute(context.db);
  });
}
