import { demoAccount } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";

/** A notice, a question with its answer and one that waits, and a wish for leave, in each class under way of the shown institution. */
export async function addTalk(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const { username } = demoAccount("institution");
    const seats = sql`
      select e.id, e.class_id, e.person_id, s.id as staff, row_number() over (partition by c.id order by e.seat) as n
      from account s join training_class c on c.organisation_id = s.organisation_id and c.state = 'running'
      join enrolment e on e.class_id = c.id and e.state = 'enrolled' where s.username = ${username}`;
    await sql`
      insert into class_notice (class_id, text, posted_by, posted_at)
      select x.class_id, '下周起实操课改在二号车间，请带好工作服和安全帽。', x.staff, ${context.now}::timestamptz - interval '2 days'
      from (${seats}) x where x.n = 1`.execute(context.db);
    await sql`
      insert into class_letter (class_id, enrolment_id, from_school, text, account_id, at)
      select x.class_id, x.id, q.school, q.text, case when q.school then x.staff else a.id end, ${context.now}::timestamptz - q.ago * interval '1 hour'
      from (${seats}) x join account a on a.person_id = x.person_id
      join (values (1, false, '请问结业考核考哪些内容？', 30), (1, true, '理论和实操各一半，下周发复习提纲。', 26), (2, false, '中午可以在学校吃饭吗？', 5))
        q (n, school, text, ago) on q.n = x.n order by q.ago desc`.execute(context.db);
    await sql`
      insert into leave_request (session_id, enrolment_id, reason, state, asked_at)
      select s.id, x.id, '要去医院复查', 'asked', ${context.now}::timestamptz - interval '3 hours'
      from (${seats}) x join lateral (select k.id from class_session k where k.class_id = x.class_id and not k.cancelled
        and k.starts_at > ${context.now}::timestamptz + interval '1 day' order by k.starts_at limit 1) s on true
      where x.n = 2`.execute(context.db);
  });
}
