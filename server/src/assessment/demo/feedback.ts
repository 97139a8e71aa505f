import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";

/** Words on ended classes of the shown institution: most published, some answered, some that wait for the bureau. */
export async function addFeedback(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    await sql`
      insert into class_feedback (enrolment_id, class_id, organisation_id, teaching, practice, service, useful, text, written_by, written_at)
      select x.id, x.class_id, x.organisation_id, q.teaching, q.practice, q.service, q.useful, q.text, x.author,
        ${context.now}::timestamptz - (x.n * 3 + 2) * interval '1 hour'
      from (select e.id, e.class_id, c.organisation_id, a.id as author, row_number() over (order by c.ends_on desc, c.id, e.seat) as n
        from account s join training_class c on c.organisation_id = s.organisation_id and c.state in ('completed', 'closed')
        join enrolment e on e.class_id = c.id and e.state = 'completed' join account a on a.person_id = e.person_id and a.role = 'learner'
        where s.username = ${demoAccount("institution").username} order by c.ends_on desc, c.id, e.seat limit 40) x
      join (values (0, 5, 5, 4, 5, '老师讲得细，手把手教，回去就能用。'), (1, 4, 3, 4, 4, '理论多了点，实操的时间再长些就好了。'),
        (2, 5, 4, 5, 5, ''), (3, 3, 2, 3, 4, '设备旧了两台，轮着用要等。'), (4, 5, 5, 5, 4, '晚上上课，不耽误白天干活。'))
        q (k, teaching, practice, service, useful, text) on q.k = x.n % 5`.execute(context.db);
    await sql`
      update class_feedback set decided_by = (select id from account where username = ${demoAccount("reviewer1").username}),
        decided_at = written_at + interval '1 hour', state = 'published'
      where state = 'submitted' and written_at < ${context.now}::timestamptz - interval '20 hours'`.execute(context.db);
    await sql`
      update class_feedback set reply = '谢谢您的意见，下一期起实操增加一天，旧设备已报更换。', replied_at = decided_at + interval '2 hours',
        replied_by = (select id from account where username = ${demoAccount("institution").username})
      where state = 'published' and practice <= 2`.execute(context.db);
  });
}
