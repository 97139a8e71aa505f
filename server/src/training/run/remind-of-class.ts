import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { onceEach, reminderSpan } from "../../kernel/reminders.ts";
import type { Services } from "../../kernel/services.ts";
import { notifyAll } from "../../people/index.ts";

interface Due {
  subject: string;
  recipient: string;
  dueOn: string;
  name: string;
  at: string;
  place: string;
  teaches: boolean;
}

/** Reminds learners and teachers of a day of class, by its first lesson that concerns them. */
export async function remindOfClass(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const span = reminderSpan(context, "class");
    if (span === null) return;
    const found = await sql<Due>`
      select distinct on (c.id, w.person, d.day) c.id as subject, w.person as recipient, d.day as "dueOn", c.name,
        to_char(s.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as at, coalesce(r.name, c.address) as place, w.teaches
      from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id
      cross join lateral (select (s.starts_at at time zone 'Asia/Shanghai')::date as day) d
      cross join lateral (
        select e.person_id as person, false as teaches from enrolment e where e.class_id = c.id and e.state = 'enrolled'
        union all select s.teacher_person_id, true where s.teacher_person_id is not null) w
      where not s.cancelled and c.state in ('approved', 'running')
        and s.starts_at >= ${span.from}::date at time zone 'Asia/Shanghai'
        and s.starts_at < (${span.to}::date + 1) at time zone 'Asia/Shanghai'
      order by c.id, w.person, d.day, s.starts_at`.execute(context.db);
    const due = await onceEach(context, "class", found.rows);
    await notifyAll(
      context,
      due.map(({ recipient, dueOn, name, at, place, teaches }) => ({
        personId: recipient,
        template: "class-tomorrow",
        text: `${dueOn} ${at} ${teaches ? "您授课的" : ""}“${name}”有课${place === "" ? "" : `，地点：${place}`}。${teaches ? "" : "请按时到场签到。"}`,
      })),
    );
  });
}
